import { speakersInUse } from './editHeader';
import { turnAtLine } from './offsets';
import type { ParsedTranscript } from './parse';
import type { Speaker, Turn } from './types';

/** Who speaks where nobody has spoken yet, and nobody is listed. */
const usualPair: readonly Speaker[] = [
  { label: 'T', role: 'therapist', name: null },
  { label: 'C', role: 'client', name: null },
];

/** How far back it is looked who speaks after whom. */
const lookBack = 200;

/**
 * Whoever may speak in a turn that begins on `line`, the likeliest first: the one who last answered whoever spoke before,
 * then the others as they spoke last, and the one who spoke before at the end.
 */
export function nextSpeakers(parsed: ParsedTranscript, line: number): Speaker[] {
  const everybody = new Map<string, Speaker>();
  const known = [...speakersInUse(parsed), ...(parsed.labels.listed ?? [])];
  for (const each of known.length > 0 ? known : usualPair) {
    if (!everybody.has(each.label.toLowerCase())) everybody.set(each.label.toLowerCase(), each);
  }
  // With one speaker only, the other of the usual two is missing; a list of speakers is complete.
  if (everybody.size === 1 && !parsed.labels.listed) {
    const other = usualPair.find(({ role }) => role !== known[0]?.role);
    if (other) everybody.set(other.label.toLowerCase(), other);
  }
  const spoken = lastFirst(parsed, line);
  const before = spoken[0];
  const last = before?.speaker.toLowerCase();
  const rank = ({ label, role }: Speaker): number => {
    const key = label.toLowerCase();
    if (key === last) return Number.MAX_SAFE_INTEGER;
    const answered = spoken.findIndex(
      (turn, at) => turn.speaker.toLowerCase() === key && spoken[at + 1]?.speaker.toLowerCase() === last,
    );
    if (answered >= 0) return answered;
    const spoke = spoken.findIndex((turn) => turn.speaker.toLowerCase() === key);
    if (spoke >= 0) return lookBack + spoke;
    // Nobody answered yet: a client answers a therapist, and a therapist a client.
    return 2 * lookBack + (role === 'other' || role === before?.role ? 1 : 0);
  };
  return [...everybody.values()].sort((a, b) => rank(a) - rank(b));
}

function lastFirst({ turns }: ParsedTranscript, line: number): Turn[] {
  const before = turnAtLine(turns, line - 1)?.number ?? 0;
  return turns.slice(Math.max(0, before - lookBack), before).reverse();
}
