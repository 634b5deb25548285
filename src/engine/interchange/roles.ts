import { usualLabels, usualRole } from '../transcript/labels';
import type { Role } from '../transcript/types';
import type { ImportedSession } from './imported';
import { speakersOf } from './turns';

/** A speaker's role as far as it can be told before a person says it. */
export interface RoleGuess {
  readonly role: Role;
  /** `stated` by the source, `name`: a usual one; `questions`: who asks more of two; `unknown`. */
  readonly by: 'stated' | 'name' | 'questions' | 'unknown';
}

const usual = new Set(usualLabels().map(({ label }) => label));
const therapists = /\b(?:therap|counsel|psycholog|psychotherap|clinician|interviewer|coach|doctor|dr\b)/i;
const clients = /\b(?:client|klient|patient|participant|proband)/i;

/** Roles to propose to the person who imports; never applied without being shown. */
export function guessRoles({ entries, roles }: ImportedSession): Map<string, RoleGuess> {
  const speakers = speakersOf(entries);
  const guesses = new Map(
    speakers.map((speaker): [string, RoleGuess] => {
      const stated = roles.get(speaker);
      return [speaker, stated ? { role: stated, by: 'stated' } : byName(speaker)];
    }),
  );
  const open = speakers.filter((speaker) => guesses.get(speaker)?.by === 'unknown');
  const known = new Set([...guesses.values()].map(({ role }) => role));
  if (open.length === 1 && open[0] !== undefined && speakers.length === 2) {
    const other = known.has('therapist') ? 'client' : known.has('client') ? 'therapist' : null;
    if (other) guesses.set(open[0], { role: other, by: 'name' });
  } else if (open.length === 2 && speakers.length === 2) {
    const asking = moreQuestions({ entries }, open);
    for (const speaker of asking === null ? [] : open) {
      guesses.set(speaker, { role: speaker === asking ? 'therapist' : 'client', by: 'questions' });
    }
  }
  return guesses;
}

function byName(speaker: string): RoleGuess {
  if (usual.has(speaker.toLowerCase().replace(/(?<!\s)\s*(?<!\d)\d+$/, '')))
    return { role: usualRole(speaker), by: 'name' };
  if (therapists.test(speaker)) return { role: 'therapist', by: 'name' };
  if (clients.test(speaker)) return { role: 'client', by: 'name' };
  return { role: 'other', by: 'unknown' };
}

/** Of two, the one of whose entries the larger share has a question; null where neither stands out. */
function moreQuestions(
  { entries }: Pick<ImportedSession, 'entries'>,
  speakers: readonly string[],
): string | null {
  const shares = speakers.map((speaker) => {
    const own = entries.filter((entry) => entry.kind === 'speech' && entry.speaker === speaker);
    return own.filter(({ text }) => /[?？]/.test(text)).length / own.length;
  });
  const [first = 0, second = 0] = shares;
  if (Math.abs(first - second) < 0.05) return null;
  return (first > second ? speakers[0] : speakers[1]) ?? null;
}
