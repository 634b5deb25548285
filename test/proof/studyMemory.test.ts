import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import * as vscode from 'vscode';
import type { Identity } from '../../src/store/identity';
import { personDisk } from '../../src/store/personDisk';
import { PersonFiles } from '../../src/store/personFiles';
import { StudyMemory } from '../../src/store/studyMemory';
import { StudyReader } from '../../src/store/studyReader';
import { shapeOf } from '../../src/store/studyShaping';
import { casesOf } from '../../src/views/study/nodes';
import { runs } from '../properties/runs';

/** What no memory may hold: a word of each place in which people write. */
const secrets = {
  speech: 'xylophone',
  label: 'ZELDA',
  quote: 'quibbling',
  note: 'notorious',
  memo: 'memorable',
  reason: 'reasonable',
  person: 'Persephone',
  case: 'Cassandra',
};

const bodies = [
  '',
  'coded: [ { from: 1, to: 1 } ]\n',
  'coded: [ { from: 1, to: 2 } ]\nreleased: { at: "2026-03-04T09:00:00Z", sha256: abc }\n',
  `name: ${secrets.person}\n`,
  `log:\n  - { at: "2026-03-05T09:00:00Z", event: sent_back, about: alice, reason: ${secrets.reason} }\n`,
  'log:\n  - { at: "2026-03-05T09:00:00Z", event: approved, about: bob }\n',
  `log:\n  - { at: "2026-03-05T09:00:00Z", event: looked, about: bob, reason: ${secrets.reason} }\n`,
  `memos:\n  - { id: m7f3m2q9, text: ${secrets.memo} }\n`,
  `annotations:\n  - { id: k7f3m2q9, code: bond, at: { turn: 1 }, quote: ${secrets.quote}, note: ${secrets.note} }\n`,
  'annotations: [',
];

const texts = [
  `T: One ${secrets.speech}.\nC: Two.\n`,
  `T: One.\n${secrets.label}: Two.\nC: Three.\n`,
  `---\ncase: ${secrets.case}\nsession: 3\n---\nT: One.\n`,
  `---\nspeakers: { ${secrets.label}: { role: client } }\n---\n${secrets.label}: One.\n`,
];

const studies = [
  'alliance_study: 1\n',
  `alliance_study: 1\nspeakers: { T: { role: therapist }, ${secrets.label}: { role: client } }\n`,
  'alliance_study: 1\nblind: false\ncoders: { alice: { name: Alice }, dana: { role: supervisor } }\n' +
    'plan: [ { transcript: one/s1.transcript, coders: [ alice, bob ] } ]\n',
];

/** Files with what they may hold; null: there is no such file. */
const choices = new Map<string, readonly (string | null)[]>([
  ['alliance.study.yaml', [...studies, null]],
  ...['one/s1', 'one/s2', 'two/s1'].map((name): [string, (string | null)[]] => [
    `${name}.transcript`,
    [...texts, null],
  ]),
  ...['one/s1.alice', 'one/s1.bob', 'one/s1.dana', 'one/s2.alice', 'two/s1.bob'].map(
    (name): [string, (string | null)[]] => [
      `${name}.alliance.yaml`,
      [...bodies.map((b) => fileOf(name, b)), null],
    ],
  ),
]);

function fileOf(name: string, body: string): string {
  const [session = '', coder = ''] = name.slice(name.indexOf('/') + 1).split('.');
  const role = coder === 'dana' ? 'supervisor' : 'coder';
  return `alliance: 1\ntranscript: ${session}.transcript\ncoder: ${coder}\nrole: ${role}\n${body}`;
}

interface Edit {
  readonly file: string;
  readonly text: string | null;
  /** Written so shortly before the window opens that it could change again without a sign. */
  readonly isRecent: boolean;
}

const edit: fc.Arbitrary<Edit> = fc
  .constantFrom(...choices)
  .chain(([file, held]) =>
    fc.record({ file: fc.constant(file), text: fc.constantFrom(...held), isRecent: fc.boolean() }),
  );

const viewers: readonly (Identity | undefined)[] = [
  { id: 'alice', role: 'coder' },
  { id: 'dana', role: 'supervisor' },
  undefined,
];

/** A study on disk, and the storage of the windows that open it one after another. */
class StudyOnDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'alliance-memory-'));
  readonly storage = vscode.Uri.file(join(this.folder, 'storage'));
  #seconds = 1_700_000_000;

  write({ file, text, isRecent }: Edit): void {
    const path = join(this.folder, 'study', file);
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) return rmSync(path, { force: true });
    writeFileSync(path, text);
    this.#seconds += 10;
    if (!isRecent) utimesSync(path, this.#seconds, this.#seconds);
  }

  get remembered(): string {
    return readFileSync(join(this.folder, 'storage', 'study.json'), 'utf8');
  }

  remember(text: string): void {
    writeFileSync(join(this.folder, 'storage', 'study.json'), text);
  }

  /** What the rows show each viewer in a new window, and how many files it had to read. */
  async open(recalls: boolean): Promise<{ readonly rows: string; readonly read: number }> {
    const files = new PersonFiles(personDisk(() => Promise.resolve(false)));
    const memory = new StudyMemory(recalls ? this.storage : undefined, 'test');
    const reader = new StudyReader(files, memory, () => false);
    const root = vscode.Uri.file(join(this.folder, 'study'));
    const there = readdirSync(root.fsPath).includes('alliance.study.yaml');
    const file = there ? vscode.Uri.joinPath(root, 'alliance.study.yaml') : null;
    const watcher = { check: () => undefined, progress: () => undefined };
    const reading = await reader.read({ root, file }, watcher, recalls);
    const rows = viewers.map((identity) => {
      const shape = shapeOf(reading, { files, identity, open: () => undefined });
      return {
        rows: casesOf(shape, identity ?? null).map(shown),
        loose: shape.loose,
        missing: shape.missing,
      };
    });
    memory.dispose();
    if (recalls) await memory.save();
    return { rows: JSON.stringify(rows), read: reader.made };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function shown({ sessions, ...one }: ReturnType<typeof casesOf>[number]): unknown {
  return {
    ...one,
    sessions: sessions.map(
      ({ session: { path, facts, turns, unreadable, twice, codings }, people, plan }) => {
        return {
          path,
          facts,
          turns,
          unreadable,
          twice,
          people,
          plan,
          judged: codings.map((each) => each.judged),
        };
      },
    ),
  };
}

const inStudy = async (act: (study: StudyOnDisk) => Promise<void>): Promise<void> => {
  const study = new StudyOnDisk();
  try {
    await act(study);
  } finally {
    study.dispose();
  }
};

const whole = [...choices].map(([file, [text = null]]): Edit => ({ file, text, isRecent: false }));

suite('what is remembered of a study', () => {
  test('shows what the files would, after whatever was changed while no window was open', async () => {
    const windows = fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(windows, (edits) =>
        inStudy(async (study) => {
          for (const each of whole) study.write(each);
          await study.open(true);
          for (const between of edits) {
            for (const each of between) study.write(each);
            const [fresh, recalled] = [await study.open(false), await study.open(true)];
            assert.equal(recalled.rows, fresh.rows);
          }
        }),
      ),
      runs(5),
    );
  });

  test('holds no word of texts, notes, memos, reasons, people and cases', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), (edits) =>
        inStudy(async (study) => {
          for (const each of [...whole, ...edits]) study.write({ ...each, isRecent: false });
          await study.open(true);
          for (const [kind, word] of Object.entries(secrets))
            assert.ok(!study.remembered.toLowerCase().includes(word.toLowerCase()), kind);
        }),
      ),
      runs(5),
    );
  });

  test('spares the reading of every file but the study’s own, and of one that changed', () =>
    inStudy(async (study) => {
      for (const each of whole) study.write(each);
      assert.equal((await study.open(true)).read, whole.length);
      assert.equal((await study.open(true)).read, 1);
      study.write({
        file: 'one/s1.bob.alliance.yaml',
        text: fileOf('one/s1.bob', bodies[2] ?? ''),
        isRecent: false,
      });
      assert.equal((await study.open(true)).read, 2);
    }));

  test('is thrown away where it is broken, and where another version wrote it', () =>
    inStudy(async (study) => {
      for (const each of whole) study.write(each);
      const fresh = await study.open(true);
      const good = study.remembered;
      for (const broken of [
        '',
        '{',
        'null',
        '[]',
        good.slice(0, -9),
        good.replace('1 test', '0 test'),
        good.replaceAll('"mark"', '"x"'),
      ]) {
        study.remember(broken);
        assert.deepEqual(await study.open(true), fresh, broken.slice(0, 20));
      }
    }));
});
