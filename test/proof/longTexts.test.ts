import assert from 'node:assert/strict';
import { pumped } from '../attacks/pumped';
import { readers } from '../attacks/readers';

/** Characters. What takes time with the square of them is well above `noticeable` at this length. */
const long = 12_000;
const times = 4;

/** Milliseconds: below, nothing is measured, and there is nothing to fear. */
const noticeable = 60;

/**
 * Four times the text takes four times as long where each character is looked at a bounded number of times, sixteen times
 * where it is looked at again for every other one. Between them is room for what is not the text's doing.
 */
const most = 9;

/** Milliseconds of this process's own work: what else the machine does is not counted. */
function spent(read: () => void): number {
  const before = process.cpuUsage();
  read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const least = (read: () => void): number => Math.min(spent(read), spent(read), spent(read));

suite('long texts made to be slow: time grows with the length, not with its square', function () {
  this.timeout('120s');
  const small = pumped(long / times);
  const large = pumped(long);

  for (const [name, read] of Object.entries(readers)) {
    test(name, () => {
      const slow = [...large].flatMap(([what, text]) => {
        if (spent(() => read(text)) < noticeable) return [];
        const ratio = least(() => read(text)) / least(() => read(small.get(what) ?? ''));
        return ratio > most ? [`${what}: ${ratio.toFixed(1)} times`] : [];
      });
      assert.deepEqual(slow, []);
    });
  }
});
