import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import {
  changeEpisode,
  changePassage,
  changeRating,
  merge,
  type Choice,
} from '../../engine/adjudication/choice';
import type {
  Alternative,
  EpisodeMatter,
  Matter,
  PassageMatter,
  RatingMatter,
  Side,
} from '../../engine/adjudication/matter';
import type { Code, Codebook } from '../../engine/codebook/types';
import { atOfRange } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import { pickCode } from '../coding/pickCode';
import { editorOf } from '../coding/targets';
import type { Adjudication } from './adjudication';
import { saidBy, titleOf, whoSay } from './words';

/** What is asked where a decision says something that none of the coders said. Undefined where the person declined to say. */

interface ValueItem<V> extends vscode.QuickPickItem {
  readonly value: V;
}

/** The alternatives with all that stands in them, to be chosen by key or read by a screen reader. */
export function alternativeItems(
  adjudication: Adjudication,
  coded: CodedTranscript,
  matter: Matter,
): ValueItem<number>[] {
  const names = adjudication.names(coded);
  const alternatives: readonly Alternative<Side>[] = matter.alternatives;
  return alternatives.map((alternative, value) => {
    const [first, ...rest] = saidBy(alternative, matter, coded, names);
    return {
      label: `${value + 1}  ${whoSay(alternative, names)}: ${first?.text ?? ''}`,
      detail: rest
        .map(({ label, text }) => `${label}: ${text}`)
        .join(' · ')
        .replaceAll('\n', ' '),
      value,
    };
  });
}

/** All in one; where there are several, whose code or resolution counts is asked. Null where a value cannot be merged. */
export async function askMerge(
  adjudication: Adjudication,
  coded: CodedTranscript,
  matter: Matter,
): Promise<Choice | null | undefined> {
  if (matter.subject === 'rating') return null;
  const placeHolder =
    matter.subject === 'passage'
      ? vscode.l10n.t('The words of all together: whose code and values?')
      : vscode.l10n.t('The links of all together: whose resolution?');
  const base = await pickBase(adjudication, coded, matter, placeHolder);
  return base === undefined ? undefined : merge(matter, base);
}

/** Something that none of them said. */
export function askChange(
  adjudication: Adjudication,
  coded: CodedTranscript,
  matter: Matter,
): Promise<Choice | undefined> {
  if (matter.subject === 'passage') return askPassage(coded, matter);
  return matter.subject === 'rating' ? askRating(coded, matter) : askEpisode(adjudication, coded, matter);
}

async function pickBase(
  adjudication: Adjudication,
  coded: CodedTranscript,
  matter: Matter,
  placeHolder: string,
): Promise<number | undefined> {
  if (matter.alternatives.length === 1) return 0;
  const items = alternativeItems(adjudication, coded, matter);
  const options = { title: titleOf(matter, coded), placeHolder, matchOnDetail: true };
  return (await showQuickPick(items, options))?.value;
}

/** Any code, on the words selected, else on those of the coder who is nearest to it; then the values of its scales. */
async function askPassage(coded: CodedTranscript, matter: PassageMatter): Promise<Choice | undefined> {
  const at = selectedIn(coded);
  const title = at
    ? vscode.l10n.t('The code for the selected words')
    : vscode.l10n.t('The code for this passage (select words first to change its bounds)');
  const code = await pickCode(coded.codebook, title);
  const values = code && (await askValues(coded.codebook, code, matter));
  if (!values) return undefined;
  const base = matter.alternatives.findIndex(({ first }) => first.code === code.id);
  return changePassage(matter, Math.max(0, base), {
    code: code.id,
    ratings: Object.keys(values).length > 0 ? values : undefined,
    note: undefined,
    ...(at ? { at } : {}),
  });
}

export function selectedIn(coded: CodedTranscript): ReturnType<typeof atOfRange> {
  const selection = editorOf(coded)?.selection;
  if (!selection || selection.isEmpty) return null;
  return atOfRange(coded.parsed.turns, selection, coded.parsed.lines);
}

/** A value on each scale of the code that any of them rated. */
async function askValues(
  codebook: Codebook,
  code: Code,
  { alternatives }: PassageMatter,
): Promise<Record<string, number> | undefined> {
  const rated = new Set(alternatives.flatMap(({ first }) => Object.keys(first.entry.ratings ?? {})));
  const given: Record<string, number> = {};
  for (const scale of code.scales.filter((id) => rated.has(id))) {
    const value = await pickValue(codebook, scale, `${code.label}: ${scale}`);
    if (value === undefined) return undefined;
    if (value !== null) given[scale] = value;
  }
  return given;
}

/** A value of a scale, or null for none. */
async function pickValue(
  codebook: Codebook,
  scale: string,
  title: string,
): Promise<number | null | undefined> {
  const items: ValueItem<number | null>[] = [
    ...valueItems(codebook, scale),
    { label: vscode.l10n.t('Not rated'), value: null },
  ];
  return (await showQuickPick(items, { title }))?.value;
}

function valueItems({ scales }: Codebook, scale: string): ValueItem<number>[] {
  return (scales.get(scale)?.values ?? []).map(({ value, label }) => ({
    label: `${value}  ${label}`,
    value,
  }));
}

async function askRating(coded: CodedTranscript, matter: RatingMatter): Promise<Choice | undefined> {
  const { codebook } = coded;
  const rating = matter.alternatives[0]?.first.entry.rating;
  const scale = codebook.ratings.find(({ id }) => id === rating)?.scale ?? '';
  const items: ValueItem<number | 'na'>[] = [
    ...valueItems(codebook, scale),
    { label: vscode.l10n.t('Does not apply'), value: 'na' },
  ];
  const chosen = await showQuickPick(items, { title: titleOf(matter, coded) });
  return chosen && changeRating(matter, chosen.value);
}

async function askEpisode(
  adjudication: Adjudication,
  coded: CodedTranscript,
  matter: EpisodeMatter,
): Promise<Choice | undefined> {
  const base = await pickBase(adjudication, coded, matter, vscode.l10n.t('Whose links?'));
  if (base === undefined) return undefined;
  const title = vscode.l10n.t('How far was the rupture resolved?');
  const resolution = await pickValue(coded.codebook, 'resolution', title);
  return resolution === undefined ? undefined : changeEpisode(matter, base, resolution ?? undefined);
}
