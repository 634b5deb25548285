/** A time as it stands in a file: what its fraction means is known only when all of them have been seen. */
export interface Stamp {
  /** Whole seconds. */
  readonly seconds: number;
  /** The digits behind the point or comma; may be none. */
  readonly fraction: string;
  /** Minutes and seconds have two digits where a larger unit stands before them. */
  readonly isPadded: boolean;
}

/** The line of a cue that has its times. */
export interface TimeLine {
  /** Null where it cannot be read. */
  readonly start: Stamp | null;
  readonly end: Stamp | null;
  /** How many settings of place and size stand behind the times. */
  readonly settings: number;
  /** What else stands behind the times: words of the cue. */
  readonly behind: string;
  /** Where a time should be there are words; the line has to be shown to a person. */
  readonly hasWords: boolean;
}

/** What the digits of a fraction are: `6.90` is 6.9 seconds, or 6 seconds and 90 milliseconds. */
export type Fractions = 'decimal' | 'milliseconds';

const arrow = '-->';
const stampPattern = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/;
const setting = /^(?:vertical|line|position|size|align|region|[xy][12]):\S*$/i;
/** What programs write that had no time to write, or lost a part of it. */
const noWords = /^(?:[\d:.,;-]|NaN){0,40}$/;

/**
 * Reads the times of a cue; null for a line that is something else. `opensCue`: a cue may begin here, so a line with an arrow is taken
 * for times even if none of them can be read. Elsewhere that is a line of words.
 */
export function readTimeLine(line: string, opensCue: boolean): TimeLine | null {
  const at = line.indexOf(arrow);
  if (at < 0) return null;
  const left = line.slice(0, at).trim();
  const [, right = '', behind = ''] = /^(\S*)\s*(.*)$/s.exec(line.slice(at + arrow.length).trim()) ?? [];
  const [start, end] = [readStamp(left), readStamp(right)];
  const hasWords = !(isTimelike(left) && isTimelike(right));
  if (!opensCue && (hasWords || !/\d|NaN/.test(left + right))) return null;
  if (hasWords && /\s/.test(left)) return null;
  const tokens = behind === '' ? [] : behind.trim().split(/\s+/);
  const areSettings = tokens.every((token) => setting.test(token));
  return {
    start,
    end,
    settings: areSettings ? tokens.length : 0,
    behind: areSettings ? '' : behind.trim(),
    hasWords,
  };
}

function isTimelike(text: string): boolean {
  return noWords.test(text);
}

function readStamp(text: string): Stamp | null {
  const [, hours, minutes = '', seconds = '', fraction = ''] = stampPattern.exec(text) ?? [];
  if (seconds === '' || Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  return {
    seconds: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds),
    fraction,
    isPadded: seconds.length === 2 && (hours === undefined || minutes.length === 2),
  };
}

export function secondsOf({ seconds, fraction }: Stamp, fractions: Fractions): number {
  if (fraction === '') return seconds;
  const isWhole = fractions === 'milliseconds' && fraction.length <= 3;
  return (seconds * 1000 + (isWhole ? Number(fraction) : Number(`0.${fraction}`) * 1000)) / 1000;
}

/**
 * What fractions mean in a file: that by which fewer cues end before they begin. Where both do equally well, a file whose times
 * are not padded counts milliseconds without leading zeros (`0:0:6.90`, as Teams writes), and any other has decimals.
 */
export function fractionsOf(times: readonly TimeLine[]): Fractions {
  const difference = endingEarly(times, 'decimal') - endingEarly(times, 'milliseconds');
  if (difference !== 0) return difference > 0 ? 'milliseconds' : 'decimal';
  const stamps = times.flatMap(({ start, end }) => [start, end]);
  // A single one may be what was left of a time where a file was cut.
  const isUnpadded = stamps.filter((stamp) => stamp?.isPadded === false).length > 1;
  const hasLeadingZeros = stamps.some((stamp) => stamp !== null && /^0\d/.test(stamp.fraction));
  return isUnpadded && !hasLeadingZeros ? 'milliseconds' : 'decimal';
}

function endingEarly(times: readonly TimeLine[], fractions: Fractions): number {
  return times.filter(
    ({ start, end }) => start && end && secondsOf(start, fractions) > secondsOf(end, fractions),
  ).length;
}
