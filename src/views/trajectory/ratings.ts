import { l10n } from 'vscode';
import { isLocked } from '../../engine/annotations/locked';
import type { Rating } from '../../engine/annotations/types';
import type { Codebook, RatingDefinition } from '../../engine/codebook/types';
import { segmentScopes } from '../../engine/trajectory/scopes';
import type { Mark } from '../../engine/trajectory/types';
import type { PanelRatingDefinition, PanelRatings } from '../../panel/rating-messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Person } from '../../store/person';
import { personName } from '../personName';

/** The codebook's ratings of session and segments, with those the person gave; nobody gave any yet where there is no person. */
export function ratingsOf(
  coded: CodedTranscript,
  person: Person | undefined,
  marks: readonly Mark[],
  onStrip: boolean,
): PanelRatings | null {
  const { codebook } = coded;
  if (codebook.ratings.length === 0) return null;
  const given = person?.file.file.coding.ratings ?? [];
  const session = given.filter(({ scope }) => scope === 'session').length;
  const all = codebook.ratings.filter(({ scopes }) => scopes.includes('session')).length;
  return {
    heading: l10n.t('Ratings: {0} of {1} for the session', session, all),
    scopeLabel: l10n.t('What is rated'),
    locked: person ? lockedWord(coded, person) : '',
    definitions: codebook.ratings.map((definition) => definitionOf(definition, codebook, marks)),
    scopes: [{ segment: null, label: l10n.t('Whole session') }, ...segmentLabels(coded)],
    given: given.map((rating) => givenOf(rating, codebook)),
    onStrip,
  };
}

function lockedWord({ sight }: CodedTranscript, { own, file }: Person): string {
  const { coding } = file.file;
  if (!own) {
    const who = personName(coding, sight);
    return l10n.t('These are the ratings of {0}; only one’s own can be changed.', who);
  }
  if (!isLocked(coding)) return '';
  return coding.released
    ? l10n.t('This coding is released: its ratings are sealed.')
    : l10n.t('This file is of a newer format and is not changed.');
}

function segmentLabels(coded: CodedTranscript): PanelRatings['scopes'] {
  return segmentScopes(coded.parsed, coded.facts, coded.codebook).map(({ segment, from_turn, to_turn }) => ({
    segment,
    label: l10n.t('Segment {0}, turns {1} to {2}', segment, from_turn, to_turn),
  }));
}

function definitionOf(
  { id, label, scale, scopes, notApplicableWithout: needed }: RatingDefinition,
  codebook: Codebook,
  marks: readonly Mark[],
): PanelRatingDefinition {
  const { values = [], start = null } = codebook.scales.get(scale) ?? {};
  const na = { value: 'na' as const, text: l10n.t('n/a'), title: l10n.t('does not apply') };
  const isMissing =
    needed !== null && !marks.some(({ code, family }) => code === needed || family === needed);
  return {
    id,
    label,
    scopes: [...scopes],
    values: [
      ...values.map(({ value, label: word }) => ({
        value,
        text: String(value),
        title: `${value}: ${word}`,
      })),
      ...(needed === null ? [] : [na]),
    ],
    unrated: isMissing
      ? l10n.t('not rated yet; does not apply without {0}', codebook.codes.get(needed)?.label ?? needed)
      : start === null
        ? l10n.t('not rated yet')
        : l10n.t('not rated yet, starts at {0}', start),
  };
}

function givenOf({ rating, scope, value }: Rating, codebook: Codebook): PanelRatings['given'][number] {
  const scale = codebook.ratings.find(({ id }) => id === rating)?.scale ?? '';
  const word = codebook.scales.get(scale)?.values.find((each) => each.value === value)?.label;
  return {
    rating,
    segment: scope === 'session' ? null : scope.segment,
    value,
    text: value === 'na' ? l10n.t('does not apply') : (word ?? String(value)),
  };
}
