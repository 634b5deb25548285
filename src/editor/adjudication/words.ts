import * as vscode from 'vscode';
import type { DisagreementKind } from '../../engine/adjudication/kinds';
import {
  sidesOf,
  type Alternative,
  type EpisodeMatter,
  type Matter,
  type PassageMatter,
  type PassageSide,
  type Side,
} from '../../engine/adjudication/matter';
import type { Verdict } from '../../engine/adjudication/verdicts';
import type { Coefficient } from '../../engine/agreement/coefficient';
import { quoteOf } from '../../engine/annotations/quote';
import type { Annotation, Episode, Rating } from '../../engine/annotations/types';
import { codeFor } from '../../engine/codebook/keys';
import type { Codebook } from '../../engine/codebook/types';
import type { CodedTranscript } from '../../store/codedTranscript';

/** What is said of disagreements, in the list, beside the text and where one is decided. */

export function kindWord(kind: DisagreementKind): string {
  const words: Readonly<Record<DisagreementKind, string>> = {
    missed: vscode.l10n.t('not coded by all'),
    'other-family': vscode.l10n.t('other family'),
    'other-code': vscode.l10n.t('other code'),
    'other-bounds': vscode.l10n.t('other words'),
    'other-links': vscode.l10n.t('other links'),
    'other-rating': vscode.l10n.t('other values'),
    'other-resolution': vscode.l10n.t('other resolution'),
  };
  return words[kind];
}

export function decisionWord({ decision }: Pick<Verdict, 'decision'>): string {
  switch (decision) {
    case 'agreed':
      return vscode.l10n.t('agreed');
    case 'accepted':
      return vscode.l10n.t('accepted');
    case 'both':
      return vscode.l10n.t('both accepted');
    case 'merged':
      return vscode.l10n.t('merged');
    case 'changed':
      return vscode.l10n.t('decided otherwise');
    case 'neither':
      return vscode.l10n.t('neither');
    default:
      return decision;
  }
}

/** What a disagreement is about: the codes given, the rating, the episode. */
export function titleOf(matter: Matter, coded: CodedTranscript): string {
  if (matter.subject === 'episode') return vscode.l10n.t('Episode');
  if (matter.subject === 'passage') {
    return [...new Set(matter.alternatives.map(({ first }) => codeLabel(first.code, coded.codebook)))].join(
      ' / ',
    );
  }
  const rating = matter.alternatives[0]?.first.entry;
  const label = coded.codebook.ratings.find(({ id }) => id === rating?.rating)?.label ?? rating?.rating ?? '';
  return rating && rating.scope !== 'session'
    ? vscode.l10n.t('{0}, segment {1}', label, rating.scope.segment)
    : vscode.l10n.t('{0}, session', label);
}

export function whereWord({ turn }: Matter): string {
  return turn === null ? vscode.l10n.t('the session') : vscode.l10n.t('turn {0}', turn);
}

/** What one or several coders say there, line by line, each with its name; notes with whose they are. */
export interface Said {
  readonly label: string;
  readonly text: string;
}

export function saidBy(
  { first, sides }: Alternative<Side>,
  matter: Matter,
  coded: CodedTranscript,
  names: ReadonlyMap<string, string>,
): readonly Said[] {
  const lines =
    matter.subject === 'passage' ? passageLines(first, matter, coded) : otherLines(first, matter, coded);
  const notes = sides.flatMap(({ coder, entry: { note } }): Said[] => {
    if (!note) return [];
    const whose = sides.length > 1 ? `${names.get(coder) ?? coder}: ` : '';
    return [{ label: vscode.l10n.t('Note'), text: `${whose}${note}` }];
  });
  return [...lines, ...notes];
}

function passageLines({ ref }: Side, matter: PassageMatter, { codebook, parsed }: CodedTranscript): Said[] {
  const side = matter.alternatives.map(({ first }) => first).find((each) => each.ref === ref);
  if (!side) return [];
  return [
    { label: vscode.l10n.t('Code'), text: codeLabel(side.code, codebook) },
    {
      label: vscode.l10n.t('Words'),
      text: `“${shortened(quoteOf(parsed.turns, side.at) ?? '')}”${boundsWord(side, matter)}`,
    },
    ...valueLines(side.entry.ratings, codebook),
  ];
}

function otherLines({ entry }: Side, matter: Matter, coded: CodedTranscript): Said[] {
  if ('value' in entry && 'rating' in entry) {
    return [{ label: vscode.l10n.t('Value'), text: ratingWord(entry, coded.codebook) }];
  }
  if (!('ruptures' in entry) || matter.subject !== 'episode') return [];
  const { resolution } = entry;
  return [
    { label: vscode.l10n.t('Ruptures'), text: linkWords(entry.ruptures, entry, matter, coded) },
    { label: vscode.l10n.t('Repairs'), text: linkWords(entry.repairs, entry, matter, coded) },
    {
      label: vscode.l10n.t('Resolution'),
      text:
        resolution === undefined
          ? vscode.l10n.t('not rated')
          : valueWord('resolution', resolution, coded.codebook),
    },
  ];
}

function linkWords(
  ids: readonly string[],
  episode: Episode,
  { alternatives, passages }: EpisodeMatter,
  { codebook }: CodedTranscript,
): string {
  const coder =
    alternatives.flatMap(({ sides }) => sides).find(({ entry }) => entry === episode)?.coder ?? '';
  const linked = passages.flatMap((passage) => passage.alternatives.flatMap(({ sides }) => sides));
  const words = ids.map((id) => {
    const side = linked.find(({ ref }) => ref === `${coder}/${id}`);
    return side ? `${codeLabel(side.code, codebook)} (${vscode.l10n.t('turn {0}', side.at.turn)})` : id;
  });
  return words.join(', ') || vscode.l10n.t('none');
}

function valueLines(ratings: Annotation['ratings'], codebook: Codebook): Said[] {
  return Object.entries(ratings ?? {}).map(([scale, value]) => ({
    label: scale,
    text: valueWord(scale, value, codebook),
  }));
}

function valueWord(scale: string, value: number, codebook: Codebook): string {
  const word = codebook.scales.get(scale)?.values.find((each) => each.value === value)?.label;
  return word ? `${value} (${word})` : String(value);
}

function ratingWord({ rating, value }: Pick<Rating, 'rating' | 'value'>, codebook: Codebook): string {
  if (value === 'na') return vscode.l10n.t('Does not apply');
  const scale = codebook.ratings.find(({ id }) => id === rating)?.scale ?? '';
  return valueWord(scale, value, codebook);
}

export function codeLabel(id: string, codebook: Codebook): string {
  return codeFor(codebook, id)?.label ?? id;
}

/** Which characters of which turns, where the coders differ in that: two quotes may begin and end alike. */
function boundsWord(
  { at: { turn, start, end_turn = turn, end } }: PassageSide,
  { alternatives }: PassageMatter,
): string {
  if (new Set(alternatives.map(({ first: { at } }) => JSON.stringify(at))).size < 2) return '';
  const place = end_turn === turn ? `${turn}, ${start}–${end}` : `${turn}, ${start} – ${end_turn}, ${end}`;
  return ` (${vscode.l10n.t('turn {0}', place)})`;
}

const longest = 160;

function shortened(words: string): string {
  const letters = Array.from(words.replaceAll('\n', ' '));
  if (letters.length <= longest) return letters.join('');
  return `${letters.slice(0, longest / 2).join('')} … ${letters.slice(-longest / 2).join('')}`;
}

/** `Alice M., Bob K.`: who says so, as they are called here. */
export function whoSay({ sides }: Alternative<Side>, names: ReadonlyMap<string, string>): string {
  return [...new Set(sides.map(({ coder }) => names.get(coder) ?? coder))].join(', ');
}

/** Those compared who have nothing there. */
export function silentIn(matter: Matter, names: ReadonlyMap<string, string>): readonly string[] {
  const said = new Set(sidesOf(matter).map(({ coder }) => coder));
  return [...names].flatMap(([coder, name]) => (said.has(coder) ? [] : [name]));
}

export function alphaWord({ value }: Coefficient): string {
  return value === null ? vscode.l10n.t('undefined') : value.toFixed(2);
}
