import type { PanelAxis } from '../messages';

/** A labelled place on the axis, in pixels. */
export interface Tick {
  readonly x: number;
  readonly label: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

const minuteSteps = [1, 2, 5, 10, 15, 20, 30, 60, 120];

function minuteValues(axis: PanelAxis, most: number): number[] {
  const minutes = (axis.end - axis.start) / 60;
  const step =
    minuteSteps.find((candidate) => minutes / candidate <= most) ?? Math.ceil(minutes / most / 60) * 60;
  const values: number[] = [];
  for (let minute = Math.ceil(axis.start / 60 / step) * step; minute * 60 <= axis.end; minute += step) {
    values.push(minute * 60);
  }
  return values;
}

/** Multiples of one, two or five times a power of ten. */
function roundValues({ start, end }: PanelAxis, most: number): number[] {
  const least = Math.max(1, (end - start) / most);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5].find((each) => each * power >= least) ?? 10) * power;
  const first = Math.ceil(start / step);
  return Array.from({ length: Math.floor(end / step) - first + 1 }, (_, index) => (first + index) * step);
}

/** The axis in pixels, and where a value of it stands. */
export interface Scale {
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
}

/** An axis value in the axis' own unit: whole minutes for time, else the number. */
export function axisNumber(axis: PanelAxis, value: number, format: (value: number) => string): string {
  return format(Math.round(axis.kind === 'time' ? value / 60 : value));
}

/**
 * Round places on the axis with their labels: minutes where the axis is time, else words or turns.
 * @param em the font size in pixels, which decides how many labels have room
 */
export function axisTicks(
  axis: PanelAxis,
  scale: Scale,
  em: number,
  format: (value: number) => string,
): Tick[] {
  const { left, right } = scale;
  const room = Math.max(2, Math.floor((right - left) / (em * 3)));
  const values = axis.kind === 'time' ? minuteValues(axis, room) : roundValues(axis, room);
  return values.map((value) => {
    const label = axisNumber(axis, value, format);
    const x = scale.x(value);
    const half = label.length * em * 0.27;
    return { x, label, anchor: x + half > right + em * 0.6 ? 'end' : 'middle' };
  });
}
