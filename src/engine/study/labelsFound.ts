import type { ParsedTranscript } from '../transcript/parse';
import type { Role } from '../transcript/types';

/** A label that transcripts of a study have. */
export interface FoundLabel {
  /** As first written. */
  readonly label: string;
  /** Null where neither a usual name nor a header says it, or two headers differ. */
  readonly role: Role | null;
  /** How often it begins a line. */
  readonly lines: number;
  readonly transcripts: number;
  /** Somewhere it begins no turn, since nothing there lists it. */
  readonly unlisted: boolean;
}

/** The labels of all transcripts by how often they come; case does not matter. */
export function labelsFound(transcripts: readonly ParsedTranscript[]): readonly FoundLabel[] {
  const found = new Map<string, FoundLabel & { readonly conflict: boolean }>();
  for (const parsed of transcripts) {
    for (const each of labelsIn(parsed)) {
      const key = each.label.toLowerCase();
      const known = found.get(key);
      const conflict =
        known?.conflict === true || (known?.role && each.role ? known.role !== each.role : false);
      found.set(key, {
        label: known?.label ?? each.label,
        role: conflict ? null : (known?.role ?? each.role),
        lines: (known?.lines ?? 0) + each.lines,
        transcripts: (known?.transcripts ?? 0) + 1,
        unlisted: known?.unlisted === true || each.role === null,
        conflict,
      });
    }
  }
  return [...found.values()].sort((a, b) => b.lines - a.lines).map(({ conflict: _, ...label }) => label);
}

interface LabelOfOne {
  readonly label: string;
  readonly role: Role | null;
  readonly lines: number;
}

function labelsIn({ header, turns, faults }: ParsedTranscript): readonly LabelOfOne[] {
  const spoken = new Map<string, LabelOfOne>();
  for (const { speaker, label, role } of turns) {
    const before = spoken.get(speaker);
    spoken.set(speaker, { label: before?.label ?? label, role, lines: (before?.lines ?? 0) + 1 });
  }
  const silent = [...(header.speakers?.values() ?? [])].filter(({ label }) => !spoken.has(label));
  const unknown = faults.filter(({ code }) => code === 'unknown-label');
  return [
    ...spoken.values(),
    ...silent.map(({ label, role }) => ({ label, role, lines: 0 })),
    ...unknown.map(({ data }) => ({
      label: String(data['label']),
      role: null,
      lines: Number(data['count']),
    })),
  ];
}

/** The labels whose role a person has to say; none where every transcript's own header and the usual names will do. */
export function unsettledLabels(labels: readonly FoundLabel[]): readonly FoundLabel[] {
  return labels.some(({ unlisted }) => unlisted) ? labels.filter(({ role }) => role === null) : [];
}

/**
 * The speakers a study file needs, by label: none where every transcript's labels are known without it; else all of them,
 * since the study's labels are then the only ones. `said` are the roles a person gave; labels left out are no labels.
 */
export function speakersNeeded(
  labels: readonly FoundLabel[],
  said: ReadonlyMap<string, Role>,
): ReadonlyMap<string, Role> {
  const roles = labels.flatMap(({ label, role, unlisted }) => {
    const known = said.get(label) ?? role;
    return known === null ? [] : [{ label, role: known, unlisted }];
  });
  if (!roles.some(({ unlisted }) => unlisted)) return new Map();
  return new Map(roles.map(({ label, role }) => [label, role]));
}
