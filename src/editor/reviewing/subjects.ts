import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import type { CommentOn } from '../../engine/annotations/comments';
import { rangeOfAt, turnAtLine } from '../../engine/transcript/offsets';
import type { At } from '../../engine/transcript/at';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import { placesToTag, type CommandArguments } from '../coding/targets';

/** What a comment is to be about, where that is in the text, and how it is called above the box. */
export interface CommentSubject {
  readonly on: CommentOn;
  readonly range: vscode.Range;
  readonly label: string;
}

interface SubjectItem extends vscode.QuickPickItem {
  readonly subject: CommentSubject;
}

/** An entry of the Annotations view. */
const treeItem = z.object({ passage: z.object({ key: z.string() }) });

/** What the caller names: an annotation, turns or stretches; undefined where nothing is named. */
export function subjectNamed(
  coded: CodedTranscript,
  first: unknown,
  { id, turns, ranges }: CommandArguments,
): CommentSubject | undefined {
  const item = treeItem.safeParse(first);
  const key = item.success ? item.data.passage.key : id;
  const passage = key === undefined ? undefined : coded.passage(key);
  if (key !== undefined) return passage && onPassage(coded, passage);
  const [at] = turns || ranges ? placesToTag(coded, { turns, ranges }) : [];
  return at && onWords(coded, at, ranges !== undefined);
}

/**
 * Asks, where annotations lie at a stretch, whether one of them is meant; undefined where no words of a turn are there, or nothing was
 * chosen.
 *
 * @param justThere Only annotations that cover the very stretch.
 */
export async function askSubject(
  coded: CodedTranscript,
  stretch: vscode.Range,
  justThere = false,
): Promise<CommentSubject | undefined> {
  const [at] = placesToTag(coded, { ranges: [stretch] });
  const words = at && onWords(coded, at, !stretch.isEmpty);
  if (!words) return tellNoTurn();
  const here = coded.passagesAt(stretch).filter(({ range }) => !justThere || range?.isEqual(stretch));
  if (here.length === 0) return words;
  const subjects = [...here.map((passage) => onPassage(coded, passage)), words];
  const items = subjects.map((subject): SubjectItem => ({ label: subject.label, subject }));
  const placeHolder = vscode.l10n.t('What is your comment about?');
  return (await showQuickPick(items, { title: vscode.l10n.t('Comment'), placeHolder }))?.subject;
}

function onPassage(
  coded: CodedTranscript,
  { key, code, coder, annotation, range, choices }: Passage,
): CommentSubject {
  const end = new vscode.Position(0, 0);
  const where = range ?? choices[0] ?? new vscode.Range(end, end);
  const name = code?.label ?? annotation.code;
  const turn = turnAtLine(coded.parsed.turns, where.start.line)?.number ?? 0;
  return {
    on: { about: key },
    range: where,
    label: vscode.l10n.t('Turn {0}: {1}', turn, `${name} · ${coded.sight.nameOf(coder)}`),
  };
}

function onWords(coded: CodedTranscript, at: At, selected: boolean): CommentSubject | undefined {
  const found = rangeOfAt(coded.parsed.turns, at);
  if (!found) return undefined;
  const { start, end } = found;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const label = selected
    ? vscode.l10n.t('Turn {0}: the words selected', at.turn)
    : vscode.l10n.t('Turn {0}', at.turn);
  return { on: { at }, range, label };
}

function tellNoTurn(): undefined {
  void showInformationMessage(vscode.l10n.t('Put the cursor into a turn, or select words of one.'));
  return undefined;
}
