import type { PanelCurves } from '../../src/panel/curve-messages';

/** Two bells over fifty minutes, a little below zero between them; places in seconds. */
const support = Array.from({ length: 101 }, (_, index): [number, number] => {
  const minute = 1.6 + index * 0.463;
  const bell = (middle: number, width: number): number => Math.exp(-(((minute - middle) / width) ** 2) / 2);
  const value = 0.62 * bell(7, 4) + 0.7 * bell(25, 5) + 0.3 * bell(46, 3) - 0.16 * bell(39.5, 2);
  return [minute * 60, Math.round(value * 1000) / 1000];
});

const strain: [number, number][] = [
  [0, 0],
  [936, 2],
  [1008, 5],
  [1314, 1.3],
  [2064, 5.3],
  [2250, 3.3],
  [2694, 7.3],
  [3000, 7.3],
];

/** Curves of the session of fifty minutes. */
export const curves: PanelCurves = {
  support: {
    points: support,
    label: 'support',
    most: 'up to 0.70 per turn',
    title: 'Support: signed density of bond, goal, task. Highest at 25:00: 0.70',
  },
  strain: {
    points: strain,
    label: 'open strain',
    most: 'up to 7.3',
    title: 'Open strain. Highest at 44:54: 7.3; at the end: 7.3',
  },
  note: 'Support: Gaussian kernel, 3 minutes; valence × impact / 3. Coder-derived index, not a questionnaire score.',
  table: {
    caption: 'Support and open strain by segment',
    heads: ['Segment', 'Place', 'Mean support', 'Strain at its end'],
    rows: Array.from({ length: 10 }, (_, index) => ({
      number: index + 1,
      place: `${index * 5}:00–${index * 5 + 5}:00`,
      support: '0.20',
      strain: String(index),
    })),
  },
};

/** Nothing to draw a curve of. */
export const noCurves: PanelCurves = {
  ...curves,
  support: { ...curves.support, points: [], most: '' },
  strain: { ...curves.strain, points: [], most: '' },
};

/** The same curves along an axis of turns, 2.4 a minute. */
export function curvesByTurns(): PanelCurves {
  const turned = (points: readonly (readonly [number, number])[]): [number, number][] =>
    points.map(([x, value]) => [1 + (x / 60) * 2.38, value]);
  return {
    ...curves,
    support: { ...curves.support, points: turned(support) },
    strain: { ...curves.strain, points: turned(strain) },
  };
}
