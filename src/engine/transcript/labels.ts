import type { Role, Speaker } from './types';

/** Nobody's label is longer, and no session has more speakers: what goes beyond comes from no hand, and no pattern holds it. */
const longestLabel = 200;
const mostLabels = 1_000;

/**
 * The labels that are speakers where neither the header nor the study file lists any. A number may follow (`T1`, `C2`).
 * The list is documented in docs/turn-grammar.md.
 */
const usualNames: Readonly<Record<Role, readonly string[]>> = {
  therapist: ['T', 'Th', 'Therapist', 'Counsellor', 'Counselor', 'Coach', 'Dr', 'I', 'Interviewer'],
  client: ['C', 'Cl', 'Client', 'P', 'Pt', 'Pat', 'Patient'],
  other: ['M', 'F', 'O', 'S'],
};

/** The labels of one transcript: which prefixes begin a turn, and whose. */
export interface LabelSet {
  /** Speakers listed by header or study file; null where the usual names count. */
  readonly listed: readonly Speaker[] | null;
  /** Matches a label at a position (sticky, without case). */
  readonly pattern: RegExp;
  /** Speakers by lower-case label. */
  readonly byName: ReadonlyMap<string, Speaker>;
}

const usualByName = new Map<string, Role>(
  (['therapist', 'client', 'other'] as const).flatMap((role) =>
    usualNames[role].map((name) => [name.toLowerCase(), role] as const),
  ),
);

/** The usual names with their roles, as the documentation and completion list them. */
export function usualLabels(): readonly Speaker[] {
  return [...usualByName].map(([name, role]) => ({ label: name, role, name: null }));
}

/** What a listed speaker's role is where none is given: that of the usual name it resembles. */
export function usualRole(label: string): Role {
  return usualByName.get(label.toLowerCase().replace(/(?<!\s)\s*(?<!\d)\d+$/, '')) ?? 'other';
}

export const usualLabelSet: LabelSet = {
  listed: null,
  pattern: labelPattern([...usualByName.keys()], '\\d{0,6}'),
  byName: new Map(),
};

export function listedLabelSet(speakers: readonly Speaker[]): LabelSet {
  return {
    listed: speakers,
    pattern: labelPattern(
      speakers.map((speaker) => speaker.label),
      '',
    ),
    byName: new Map(speakers.map((speaker) => [speaker.label.toLowerCase(), speaker])),
  };
}

/** The speaker a label stands for. */
export function speakerOf(labels: LabelSet, label: string): Speaker {
  const listed = labels.byName.get(label.toLowerCase());
  return listed ?? { label: label.toUpperCase(), role: usualRole(label), name: null };
}

/** Longest first, so that `Th` is not read as `T` with an `h` left over. */
function labelPattern(names: readonly string[], number: string): RegExp {
  const possible = names.filter((name) => name !== '' && name.length <= longestLabel).slice(0, mostLabels);
  const choices = possible.sort((a, b) => b.length - a.length);
  if (choices.length === 0) return /(?!)/y;
  return new RegExp(`(?:${choices.map(escapePattern).join('|')})${number}`, 'iuy');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
