import * as vscode from 'vscode';
import { addTags, type Tag } from '../engine/annotations/acts';
import { wholeAt } from '../engine/transcript/offsets';
import type { Code } from '../engine/codebook/types';
import type { CodedTranscript } from '../store/codedTranscript';
import type { Acting } from './acting';
import { pickCode } from './pickCode';
import { argumentsOf, codedOf, editorOf, keyOf, placesToTag, type CommandArguments } from './targets';

/** What a tagging command gives back. */
export interface Tagged {
  readonly id: string;
  readonly code: string;
  readonly turn: number;
}

/** The family commands, by the id of the codebook's family. */
const families = {
  tagBond: 'bond',
  tagGoal: 'goal',
  tagTask: 'task',
  tagRupture: 'rupture',
  tagRepair: 'repair',
};

export function registerTagging(acting: Acting): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    ...Object.entries(families).map(([command, code]) =>
      registerCommand(`alliance.${command}`, (first: unknown) =>
        tag(acting, { ...argumentsOf(first), code }),
      ),
    ),
    registerCommand('alliance.tag', (first: unknown) => tag(acting, argumentsOf(first))),
  );
}

/** Codes passages; without a code asks for one. Returns the annotations, those included that stood there already. */
async function tag(acting: Acting, args: CommandArguments): Promise<Tagged[]> {
  const coded = codedOf(acting.codings);
  if (!coded) return [];
  // The places are those of the keystroke, whatever the person does while files are read or a question is open.
  const ranges = args.ranges ?? editorOf(coded)?.selections ?? [];
  await acting.codings.loaded(coded);
  const places = placesToTag(coded, { ...args, ranges });
  if (places.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There are no words here to code. Put the cursor into a turn, or select a passage.'),
    );
    return [];
  }
  const code =
    args.code === undefined
      ? await pickCode(coded.codebook, vscode.l10n.t('Tag with a Code'))
      : codeOf(coded, args.code);
  if (!code) return [];
  return tagPlaces(acting, coded, code, places);
}

async function tagPlaces(
  acting: Acting,
  coded: CodedTranscript,
  code: Code,
  places: ReturnType<typeof placesToTag>,
): Promise<Tagged[]> {
  if (!(await acting.begin(coded))) return [];
  const standing = standingTags(coded, code);
  const created = `${new Date().toISOString().slice(0, 19)}Z`;
  const added: Tag[] = places
    .filter((at) => !standing.has(keyOf(at)))
    .map((at) => ({ id: acting.newId(), code: code.id, at, created }));
  const label = vscode.l10n.t('Tag as {0}', code.label);
  const ids = added.map(({ id }) => id);
  const done = await acting.perform(coded, label, (file) => addTags(file, coded.parsed.turns, added), ids);
  if (!done && ids.length > 0 && !coded.ownCoding?.annotations.some(({ id }) => ids.includes(id))) return [];
  const made = new Map(added.map((each) => [keyOf(each.at), each.id]));
  return places.map((at) => ({
    id: made.get(keyOf(at)) ?? standing.get(keyOf(at)) ?? '',
    code: code.id,
    turn: at.turn,
  }));
}

/** One's own annotations with this code, by place: the same code on the same words is not made twice. */
function standingTags(coded: CodedTranscript, code: Code): Map<string, string> {
  const own = coded.ownCoding?.annotations.filter((each) => each.code === code.id) ?? [];
  return new Map(
    own.flatMap(({ id, at }) => {
      const place = at && wholeAt(coded.parsed.turns, at);
      return place ? [[keyOf(place), id] as const] : [];
    }),
  );
}

function codeOf(coded: CodedTranscript, id: string): Code | undefined {
  const code = coded.codebook.codes.get(id);
  if (!code) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The codebook “{0}” has no code “{1}”.', coded.codebook.title, id),
    );
  }
  return code;
}
