import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { entryOf, settle, valueHere, wordsConcerned } from '../../engine/annotations/conflicts';
import { field, isObject } from '../../engine/objects';
import { readAnnotationFile } from '../../engine/annotations/read';
import type { Conflict } from '../../engine/annotations/types';
import type { At } from '../../engine/transcript/at';
import { wholeAt } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import { readSafely } from '../../store/readText';
import type { Acting } from '../coding/acting';
import { codedOf } from '../coding/targets';
import { codedOfFile, versionArguments, type VersionArguments } from './codedOfFile';
import { subjectOf, valueWords } from './conflictWords';
import { tellNoConflicts } from './tellingVersions';

/** `Resolve Conflicts`: both values side by side, one conflict after the other, each settled as one act. Returns how many. */
export function registerResolving(acting: Acting): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.resolveConflicts', async (first: unknown) => {
    const given = versionArguments(first);
    const coded = await codedFor(acting, given);
    if (!coded) return tellNoConflicts();
    await acting.codings.loaded(coded);
    const conflicts = coded.ownCoding?.conflicts ?? [];
    if (conflicts.length === 0) return tellNoConflicts();
    if (given.id === undefined) return resolveAll(acting, coded, conflicts);
    const one = conflicts.filter(({ id }) => id === given.id);
    if (given.keep === undefined) return resolveAll(acting, coded, one);
    return (await settleOne(acting, coded, one[0], given.keep)) ? 1 : 0;
  });
}

async function codedFor(acting: Acting, { uri }: VersionArguments): Promise<CodedTranscript | undefined> {
  const reading = uri && (await readSafely(uri));
  const file = reading?.kind === 'text' ? readAnnotationFile(reading.text).file : null;
  return uri && file ? codedOfFile(acting.codings, uri, file.coding.transcript) : codedOf(acting.codings);
}

async function resolveAll(
  acting: Acting,
  coded: CodedTranscript,
  conflicts: readonly Conflict[],
): Promise<number> {
  let settled = 0;
  const { own } = coded;
  if (!own) return 0;
  for (const [index, conflict] of conflicts.entries()) {
    const title = vscode.l10n.t(
      'Conflict {0} of {1}: {2}',
      index + 1,
      conflicts.length,
      subjectOf(conflict, own.file.file),
    );
    const keep = await asked(coded, conflict, title);
    if (!keep || !(await settleOne(acting, coded, conflict, keep))) break;
    settled++;
  }
  return settled;
}

async function asked(
  coded: CodedTranscript,
  conflict: Conflict,
  title: string,
): Promise<'here' | 'other' | undefined> {
  const { own } = coded;
  if (!own) return undefined;
  const item = (keep: 'here' | 'other', value: unknown, description: string) => {
    const words = valueWords(value, conflict, coded);
    const isLong = words.length > 80 || words.includes('\n');
    return {
      keep,
      label: words.replaceAll(/\s+/g, ' ').slice(0, 80),
      description,
      ...(isLong ? { detail: words } : {}),
    };
  };
  const { from } = conflict;
  const concerned = wordsConcerned(own.file.file, conflict);
  const items = [
    ...(concerned === null ? [] : [{ label: concerned, kind: vscode.QuickPickItemKind.Separator }]),
    item('here', valueHere(own.file.file, conflict), vscode.l10n.t('stands here now')),
    item(
      'other',
      conflict.value,
      from === undefined
        ? vscode.l10n.t('the other version')
        : vscode.l10n.t('the other version, from {0}', from),
    ),
  ];
  const placeHolder = vscode.l10n.t('Which is to stay?');
  const picked = await showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  return picked && 'keep' in picked ? picked.keep : undefined;
}

async function settleOne(
  acting: Acting,
  coded: CodedTranscript,
  conflict: Conflict | undefined,
  keep: 'here' | 'other',
): Promise<boolean> {
  if (!conflict) return false;
  const label = vscode.l10n.t('Resolve Conflict');
  const place = keep === 'other' ? placeOf(coded, conflict) : null;
  if (!place) return acting.perform(coded, label, (file) => settle(file, conflict.id, keep));
  // Marks in the text go along, and back.
  const done = await acting.move(coded, label, place, (file) => settle(file, conflict.id, 'here'));
  return done !== null && done.written;
}

/** The words that the other version says, where both are places in the text as it is. */
function placeOf(coded: CodedTranscript, conflict: Conflict): ReadonlyMap<string, At> | null {
  const entry = entryOf(conflict);
  if (entry?.section !== 'annotations' || conflict.field !== 'at') return null;
  const passage = coded.passages().find(({ own, annotation }) => own && annotation.id === entry.key);
  const at = isObject(conflict.value) ? field(conflict.value, 'at') : undefined;
  const turn = isObject(at) ? field(at, 'turn') : undefined;
  const whole =
    isObject(at) && typeof turn === 'number' ? wholeAt(coded.parsed.turns, { turn, ...at }) : null;
  return passage?.range && whole ? new Map([[entry.key, whole]]) : null;
}
