import type { PlacedMark } from './layout';

/** One decimal is finer than any screen and keeps the markup short. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The outline of a mark: a bar, a triangle standing on its tip (rupture) or base (repair), a diamond (contribution). */
export function markPath({ mark, x, y, width, height }: PlacedMark): string {
  const left = n(x - width / 2);
  const right = n(x + width / 2);
  const top = n(y);
  const bottom = n(y + height);
  switch (mark.shape) {
    case 'tick':
      return `M${left} ${bottom}V${top}H${right}V${bottom}Z`;
    case 'rupture':
      return `M${left} ${top}H${right}L${n(x)} ${bottom}Z`;
    case 'repair':
      return `M${left} ${bottom}H${right}L${n(x)} ${top}Z`;
    case 'contribution':
      return `M${n(x)} ${top}L${right} ${n(y + height / 2)}L${n(x)} ${bottom}L${left} ${n(y + height / 2)}Z`;
  }
}
