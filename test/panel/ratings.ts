import type { PanelRatings } from '../../src/panel/rating-messages';

const evidence = [
  'very strong against',
  'strong against',
  'some against',
  'none',
  'some',
  'strong',
  'very strong',
];

function values(words: readonly string[]): PanelRatings['definitions'][number]['values'] {
  return words.map((word, index) => ({
    value: index + 1,
    text: String(index + 1),
    title: `${index + 1}: ${word}`,
  }));
}

/** Two ratings, one of which may not apply and is given for the session. */
export const ratings: PanelRatings = {
  heading: 'Ratings: 1 of 2 for the session',
  scopeLabel: 'What is rated',
  locked: '',
  definitions: [
    {
      id: 'bond',
      label: 'Bond',
      values: values(evidence),
      unrated: 'not rated yet, starts at 4',
      scopes: ['session', 'segment'],
    },
    {
      id: 'resolution',
      label: 'Overall resolution',
      values: [
        ...values(['worse', 'not', 'partly', 'mostly', 'fully']),
        { value: 'na', text: 'n/a', title: 'does not apply' },
      ],
      unrated: 'not rated yet',
      scopes: ['session'],
    },
  ],
  scopes: [
    { segment: null, label: 'Whole session' },
    { segment: 1, label: 'Segment 1, turns 1 to 12' },
    { segment: 2, label: 'Segment 2, turns 13 to 24' },
    { segment: 3, label: 'Segment 3, turns 25 to 36' },
  ],
  given: [
    { rating: 'resolution', segment: null, value: 3, text: 'partly' },
    { rating: 'bond', segment: 2, value: 6, text: 'strong' },
  ],
  onStrip: true,
};
