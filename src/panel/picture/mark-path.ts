import type { PanelMark } from '../messages';
import type { PlacedMark } from './layout';

/** One decimal is finer than any screen and keeps the markup short. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

interface Box {
  readonly x: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const outlines: Record<PanelMark['shape'], (box: Box) => string> = {
  tick: ({ left, right, top, bottom }) => `M${left} ${bottom}V${top}H${right}V${bottom}Z`,
  rupture: ({ x, left, right, top, bottom }) => `M${left} ${top}H${right}L${x} ${bottom}Z`,
  repair: ({ x, left, right, top, bottom }) => `M${left} ${bottom}H${right}L${x} ${top}Z`,
  contribution: ({ x, left, right, top, bottom }) => {
    const middle = round((top + bottom) / 2);
    return `M${x} ${top}L${right} ${middle}L${x} ${bottom}L${left} ${middle}Z`;
  },
};

/** The outline of a mark: a bar, a triangle standing on its tip (rupture) or base (repair), a diamond (contribution). */
export function markPath({ mark, x, y, width, height }: PlacedMark): string {
  const box = {
    x: round(x),
    left: round(x - width / 2),
    right: round(x + width / 2),
    top: round(y),
    bottom: round(y + height),
  };
  return outlines[mark.shape](box);
}
