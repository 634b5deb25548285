import * as vscode from 'vscode';
import { setStatusBarMessage, showInformationMessage, showWarningMessage } from '../messages';
import { addTags, type Tag } from '../../engine/annotations/acts';
import type { Step } from '../../engine/annotations/change';
import type { AnnotationFile } from '../../engine/annotations/file';
import { refine, type Target } from '../../engine/annotations/refine';
import type { At } from '../../engine/transcript/at';
import { codeFor } from '../../engine/codebook/keys';
import type { Code } from '../../engine/codebook/types';
import { rangeOfAt, wholeAt } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import { atOfMark, markPending } from '../../store/placing';
import type { Acting, Done } from './acting';
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

/** Passages that were given a code. */
export interface Tagging extends Done {
  readonly code: Code;
  readonly targets: readonly Target[];
  readonly tagged: readonly Tagged[];
}

/** Codes passages; without a code asks for one. Returns the annotations, those included that stood there already. */
async function tag(acting: Acting, args: CommandArguments): Promise<readonly Tagged[]> {
  const coded = codedOf(acting.codings);
  const done = coded && (await tagPassages(acting, coded, args));
  if (done) tellTagged(done);
  await done?.written;
  return done?.tagged ?? [];
}

/** A click into the codebook, or a key, says what it did, where no list is open that shows it. */
function tellTagged({ code, tagged }: Tagging): void {
  const turns = [...new Set(tagged.map(({ turn }) => turn))].join(', ');
  setStatusBarMessage(vscode.l10n.t('Tagged as {0}, turn {1}', code.label, turns), 5000);
}

/** The same, over as soon as it shows; null where nothing was coded. */
export async function tagPassages(
  acting: Acting,
  coded: CodedTranscript,
  args: CommandArguments,
): Promise<Tagging | null> {
  const ranges = args.ranges ?? [...(editorOf(coded)?.selections ?? [])];
  await acting.codings.loaded(coded);
  const pending = markAll(acting, coded, placesToTag(coded, { ...args, ranges }));
  try {
    if (pending.length === 0) return tellNothing();
    const code =
      args.code === undefined
        ? await pickCode(coded.codebook, vscode.l10n.t('Tag with a Code'))
        : codeOf(coded, args.code);
    return code ? await tagMarks(acting, coded, code, pending) : null;
  } finally {
    for (const key of pending) coded.transcript.live.marks.remove(key);
  }
}

/** Words meant at the keystroke are marked: they are the ones coded, whatever is typed or saved while a question is open. */
function markAll(acting: Acting, coded: CodedTranscript, places: readonly At[]): string[] {
  return places.flatMap((at) => {
    const found = rangeOfAt(coded.parsed.turns, at);
    if (!found) return [];
    const { start, end } = found;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return [markPending(coded.transcript, acting.newId(), range)];
  });
}

async function tagMarks(
  acting: Acting,
  coded: CodedTranscript,
  code: Code,
  pending: readonly string[],
): Promise<Tagging | null> {
  acting.lastCode = code.id;
  let targets: Target[] = [];
  let tagged: Tagged[] = [];
  const done = await acting.act(coded, labelOf(code), (file) => {
    const created = `${new Date().toISOString().slice(0, 19)}Z`;
    const standing = standingTags(coded, file, code);
    const places = pending.flatMap(
      (key) => atOfMark(coded.transcript, coded.transcript.live.marks.get(key)) ?? [],
    );
    const all = places.map((at): Tag & Target => {
      const id = standing.get(keyOf(at));
      return { id: id ?? acting.newId(), code: code.id, at, created, made: id === undefined };
    });
    tagged = all.map(({ id, at }) => ({ id, code: code.id, turn: at.turn }));
    targets = all.map(({ id, made }) => ({ id, made }));
    const added = all.filter(({ made }) => made).map(({ made: _, ...each }) => each);
    return addTags(file, coded.parsed.turns, added);
  });
  return done && { ...done, code, targets, tagged };
}

/**
 * Says a code just applied more exactly: one act with the tag, as long as nothing was done since. Null where something was,
 * or where it could not be done.
 */
export async function refineTagging(
  acting: Acting,
  coded: CodedTranscript,
  before: Tagging,
  code: Code,
): Promise<Tagging | null> {
  let targets: readonly Target[] = [];
  const build = (file: AnnotationFile): Step => {
    const refined = refine(file, coded.parsed.turns, before.targets, code.id);
    targets = refined.targets;
    return refined.step;
  };
  const done = await acting.act(coded, labelOf(code), build, before);
  const tagged = targets.map(({ id }, index) => {
    return { id, code: code.id, turn: before.tagged[index]?.turn ?? 0 };
  });
  return done && { ...done, code, targets, tagged };
}

function labelOf(code: Code): string {
  return vscode.l10n.t('Tag as {0}', code.label);
}

/** One's own annotations with this code, or an old id of it, by place: the same code on the same words is not made twice. */
function standingTags(coded: CodedTranscript, file: AnnotationFile, code: Code): Map<string, string> {
  const own = file.coding.annotations.filter((each) => codeFor(coded.codebook, each.code)?.id === code.id);
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
    void showWarningMessage(vscode.l10n.t('The codebook “{0}” has no code “{1}”.', coded.codebook.title, id));
  }
  return code;
}

function tellNothing(): null {
  void showInformationMessage(
    vscode.l10n.t('There are no words here to code. Put the cursor into a turn, or select a passage.'),
  );
  return null;
}
