import type { ScaleLinear } from 'd3-scale';
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

/**
 * An axis value in the axis' own unit: whole minutes for time, else the number. Without a sign between thousands: it would be
 * the sign that figures have before decimals.
 */
export function axisNumber(axis: PanelAxis, value: number): string {
  return String(Math.round(axis.kind === 'time' ? value / 60 : value));
}

/**
 * Round places on the axis with their labels: minutes where the axis is time, else words or turns.
 * @param em the font size in pixels, which decides how many labels have room
 */
export function axisTicks(axis: PanelAxis, scale: ScaleLinear<number, number>, em: number): Tick[] {
  const [left = 0, right = 0] = scale.range();
  const room = Math.max(2, Math.floor((right - left) / (em * 3)));
  const values =
    axis.kind === 'time'
      ? minuteValues(axis, room)
      : scale.ticks(room).filter((value) => Number.isInteger(value));
  return values.map((value) => {
    const label = axisNumber(axis, value);
    const x = scale(value);
    const half = label.length * em * 0.27;
    return { x, label, anchor: x + half > right + em * 0.6 ? 'end' : 'middle' };
  });
}
