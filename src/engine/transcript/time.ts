/** `12:03`, `00:12:03`, with an optional fraction; no blanks. Minutes and seconds stay below 60 where a unit stands above them. */
const clock = /^(?:(\d{1,2}):(?=\d{2}:))?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/;

/** Seconds, or null where the text is no time (`00:61:00`, `12:75`). */
export function parseTime(text: string): number | null {
  const parts = clock.exec(text);
  if (!parts) return null;
  const [, hours, minutes = '', seconds = '', fraction] = parts;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return fraction === undefined ? whole : whole + Number(`0.${fraction}`);
}

/** `mm:ss`, or `h:mm:ss` from an hour on: how a time is said on screen. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  const rest = `${two(minutes % 60)}:${two(whole % 60)}`;
  return minutes < 60 ? rest : `${Math.floor(minutes / 60)}:${rest}`;
}

/** `hh:mm:ss`, as transcripts are stamped. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(whole / 3600)}:${two((whole / 60) % 60)}:${two(whole % 60)}`;
}
