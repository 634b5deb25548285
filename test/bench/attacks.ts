import { pumped } from '../attacks/pumped';
import { readers } from '../attacks/readers';
import { compare, type Figure } from './ratio';

const long = 12_000;
const times = 4;

/**
 * Texts made to be slow: four times the text should take four times as long. Sixteen times is what a reader takes that looks
 * at each character again for every other one.
 */
export function attackFigures(): Figure[] {
  const small = [...pumped(long / times).values()];
  const large = [...pumped(long).values()];
  return Object.entries(readers).map(([name, read]) =>
    compare({
      what: `${name}, made to be slow, four times as long`,
      against: 'a quarter of the text',
      subject: { run: () => large.forEach(read) },
      rival: { run: () => small.forEach(read) },
      repetitions: 3,
    }),
  );
}
