import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { setField } from '../../src/engine/annotations/edit';
import { source } from '../../src/engine/annotations/file';
import { render } from '../../src/engine/annotations/render';
import { renderValue } from '../../src/engine/yamlRender';
import { parseYamlFile } from '../../src/engine/yamlFile';
import { coding, dangerous } from '../properties/annotationArbitraries';
import { fixture, opened } from '../unit/annotationFixtures';

/** Reads a list of YAML texts; gives back each one's value and the seal over it, as the format describes it. */
const script = `
import hashlib, json, sys, yaml
loader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
def seal(value):
    if not isinstance(value, dict): return None
    lists = {key: value.get(key) or [] for key in ('annotations', 'episodes', 'ratings')}
    text = json.dumps(lists, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
    return hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()
values = [yaml.load(text, Loader=loader) for text in json.load(sys.stdin.buffer)]
json.dump([{'value': value, 'seal': seal(value)} for value in values], sys.stdout, default=repr)
`;

const answers = z.array(z.object({ value: z.unknown(), seal: z.nullable(z.string()) }));

function python(texts: readonly string[]): z.infer<typeof answers> {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  assert.equal(status, 0, stderr);
  return answers.parse(JSON.parse(stdout));
}

const isHere = spawnSync('python3', ['-c', 'import yaml']).status === 0;

/** One process reads everything: starting Python takes longer than all the reading. */
function pyYaml(name: string, run: () => void): void {
  if (isHere) test(name, run);
  else
    test(`${name} (not checked: no python3 with PyYAML here)`, function () {
      this.skip();
    });
}

suite('YAML 1.1 readers (PyYAML)', () => {
  pyYaml('read the same values from what we write, and compute the same seal', () => {
    const folder = 'test/samples/c017';
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const samples = names
      .filter((name) => name.endsWith('.alliance.yaml'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    const whole = dangerous.filter((text) => !/\p{Surrogate}/u.test(text));
    const strings = renderValue(
      Object.fromEntries(whole.map((text, at) => [`k${at}`, [text, { [text.slice(0, 100)]: text }]])),
    );
    const changed = dangerous
      .slice(0, 4)
      .map((text) => source(setField(opened(fixture('crlf')), 'annotations', 'k7f3m2q9', 'note', text).file));
    const written = fc
      .sample(coding(4), { numRuns: 8, seed: 11 })
      .map((values) => render(values))
      .filter((text) => !/\\ud[89a-f]/.test(text));
    const texts = [...samples, fixture('canonical'), `${strings}\n`, ...changed, ...written];

    const read = python(texts);
    for (const [at, text] of texts.entries())
      assert.deepEqual(read[at]?.value, parseYamlFile(text).value, text);
    for (const [at, text] of samples.entries()) {
      const { released } = opened(text).coding;
      if (released) assert.equal(read[at]?.seal, released.sha256);
    }
  });
});
