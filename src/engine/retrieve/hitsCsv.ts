import { csvOf, type Cell } from '../csv';
import type { Hit } from './hit';

/** The columns of every table of passages; ratings stand between them, one column for each scale. */
const columns = {
  case: (hit) => hit.case,
  session: (hit) => hit.session,
  transcript: (hit) => hit.path,
  coder: (hit) => hit.coder,
  id: (hit) => hit.annotation.id,
  anchor: (hit) => hit.state,
  turn: (hit) => hit.at?.turn,
  start: (hit) => hit.at?.start,
  end_turn: (hit) => hit.at && (hit.at.end_turn ?? hit.at.turn),
  end: (hit) => hit.at?.end,
  time_start: (hit) => hit.time,
  speaker: (hit) => hit.speaker,
  role: (hit) => hit.role,
  code: (hit) => hit.annotation.code,
  label: (hit) => several(hit.codes.map(({ label }) => label)),
  family: (hit) => several(hit.codes.map(({ family }) => family)),
  kind: (hit) => several(hit.codes.map(({ kind }) => kind)),
} satisfies Record<string, (hit: Hit) => Cell>;

/** Words of the session or of its coder: filled only where a person chose so. */
const textColumns = {
  text: (hit) => hit.words,
  before: (hit) => turnsOf(hit.before),
  after: (hit) => turnsOf(hit.after),
  note: (hit) => hit.annotation.note,
} satisfies Record<string, (hit: Hit) => Cell>;

/**
 * Hits as comma-separated values, one row each, in their order; empty where there is nothing to say. Offsets count
 * Unicode code points from 0, `time_start` seconds. The columns are the same with and without text.
 */
export function hitsCsv(hits: readonly Hit[], withText: boolean): string {
  const fixed = new Set([...Object.keys(columns), ...Object.keys(textColumns)]);
  const scales = [...new Set(hits.flatMap(({ annotation }) => Object.keys(annotation.ratings ?? {})))].sort();
  const fields = [
    ...Object.keys(columns),
    ...scales.map((scale) => (fixed.has(scale) ? `rating_${scale}` : scale)),
    ...Object.keys(textColumns),
  ];
  const data = hits.map((hit) => [
    ...Object.values(columns).map((cell) => cell(hit)),
    ...scales.map((scale) => hit.annotation.ratings?.[scale]),
    ...Object.values(textColumns).map((cell) => (withText ? cell(hit) : null)),
  ]);
  return csvOf(fields, data);
}

/** Of an old code that was divided, what each of those that replaced it says. */
function several(values: readonly (string | null)[]): string {
  return [...new Set(values.flatMap((value) => value ?? []))].join(' | ');
}

function turnsOf(turns: Hit['before']): string {
  return turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n');
}
