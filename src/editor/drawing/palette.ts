export const paletteColours = [
  'blue',
  'sky',
  'green',
  'forest',
  'orange',
  'vermilion',
  'purple',
  'ochre',
  'slate',
  'grey',
  'teal',
  'olive',
] as const;

export type PaletteColour = (typeof paletteColours)[number];

/** The contributed theme colours `alliance.NAME`, by the codebook colour they stand for. */
export const palette: Readonly<Record<PaletteColour, string>> = {
  blue: '#0072B2',
  sky: '#56B4E9',
  green: '#009E73',
  forest: '#117733',
  orange: '#E69F00',
  vermilion: '#D55E00',
  purple: '#CC79A7',
  ochre: '#AA7733',
  slate: '#6B7FA3',
  grey: '#999999',
  teal: '#44AA99',
  olive: '#999933',
};

/** The contributed colour nearest to a codebook's `#rrggbb` (by redmean distance, which is close to what eyes tell apart). */
export function nearestColour(hex: string): PaletteColour {
  const wanted = channels(hex);
  let best: PaletteColour = 'grey';
  let least = Number.POSITIVE_INFINITY;
  for (const name of paletteColours) {
    const distance = redmean(wanted, channels(palette[name]));
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

type Channels = readonly [number, number, number];

function channels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function redmean([r1, g1, b1]: Channels, [r2, g2, b2]: Channels): number {
  const mean = (r1 + r2) / 2;
  return (2 + mean / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - mean) / 256) * (b1 - b2) ** 2;
}
