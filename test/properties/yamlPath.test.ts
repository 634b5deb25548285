import * as fc from 'fast-check';
import { pathAt, wordAt } from '../../src/engine/yamlPath';
import { fileText } from '../unit/projectFiles';
import { runs } from './runs';

suite('where somebody writes in a YAML file', () => {
  test('says something or nothing anywhere in a sample, and never throws', () => {
    const text = fileText('test', 'samples', 'c017', 'session-02.bob.alliance.yaml').slice(0, 2_000);
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.constantFrom('', '\t', '{', '"', '- ', ': ', '*', '&', '\r\n', '|'),
        (cut, at, mess) => {
          const broken = text.slice(0, cut) + mess + text.slice(cut + 7);
          pathAt(broken, Math.min(at, broken.length));
          wordAt(broken, Math.min(at, broken.length));
        },
      ),
      runs(10),
    );
  });
});
