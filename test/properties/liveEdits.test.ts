import assert from 'node:assert/strict';
import { LiveText } from '../../src/engine/transcript/liveText';
import type { Position } from '../../src/engine/position';
import { below, pick, random, type Random } from './editedDialogue';
import { runs, tell } from './runs';
import { WatchedPassage, type Replacement } from './watchedPassage';

const proofSeed = Number(process.env['PROOF_SEED'] ?? 1);
const texts = runs(50).numRuns;
const eventsEach = 8;

/** A text open in an editor, and beside it the passages as the rules would have them. */
class Editor {
  text: string;
  readonly live: LiveText;
  readonly passages = new Map<string, WatchedPassage>();
  /** What would take each event back, the latest last. */
  readonly #undo: Replacement[][] = [];

  constructor(text: string) {
    this.text = text;
    this.live = new LiveText(text.split('\n'));
    this.live.transcript();
  }

  mark(id: string, from: number, to: number): void {
    const [start, end] = [this.#place(from), this.#place(to)];
    const [first, last] = [this.live.lines[start.line], this.live.lines[end.line]];
    assert.ok(first && last);
    this.live.marks.put(
      id,
      { line: first, character: start.character },
      { line: last, character: end.character },
    );
    this.passages.set(id, new WatchedPassage(this.text.length, from, to));
  }

  /** One change event: replacements of the text as it was, the last of it first, as an editor reports them. */
  change(replacements: readonly Replacement[]): void {
    const back: Replacement[] = [];
    for (const each of replacements.toSorted((a, b) => b.from - a.from)) {
      back.push({
        from: each.from,
        to: each.from + each.text.length,
        text: this.text.slice(each.from, each.to),
      });
      this.live.apply({ start: this.#place(each.from), end: this.#place(each.to), text: each.text });
      this.#tell(each);
    }
    this.#undo.push(back.reverse());
  }

  /** Undo is reported as replacements, too: those that went, from the first to the last, each where it stands then. */
  undo(): boolean {
    const back = this.#undo.pop();
    for (const each of back ?? []) {
      this.live.apply({ start: this.#place(each.from), end: this.#place(each.to), text: each.text });
      this.#tell(each);
    }
    return back !== undefined;
  }

  /** The whole text is put anew, as a revert or a formatter does; what differs are single lines. */
  rewrite(replacements: readonly Replacement[]): void {
    const end = this.#place(this.text.length);
    for (const each of replacements.toSorted((a, b) => b.from - a.from)) this.#tell(each);
    this.live.apply({ start: { line: 0, character: 0 }, end, text: this.text });
    this.#undo.length = 0;
  }

  #tell(replacement: Replacement): void {
    for (const passage of this.passages.values()) passage.edit(this.text, replacement);
    this.text = this.text.slice(0, replacement.from) + replacement.text + this.text.slice(replacement.to);
  }

  #place(offset: number): Position {
    const before = this.text.slice(0, offset);
    return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
  }

  check(what: string): void {
    assert.equal(this.live.lines.map(({ text }) => text).join('\n'), this.text, what);
    for (const [id, passage] of this.passages) {
      const mark = this.live.marks.get(id);
      assert.ok(mark);
      assert.equal(mark.state, passage.state, `${what}, ${id}`);
      if (!passage.range) continue;
      const [first, last] = [this.live.lineNumber(mark.start.line), this.live.lineNumber(mark.end.line)];
      const found = [
        { line: first, character: mark.start.character },
        { line: last, character: mark.end.character },
      ];
      assert.deepEqual(
        found,
        passage.range.map((offset) => this.#place(offset)),
        `${what}, ${id}`,
      );
    }
  }
}

const words = 'so that was when you said it and I did not know what to say about her'.split(' ');

/** Lines of which none is like another, so that a text put anew can be compared in one way only. */
function textOf(next: Random): string {
  const lines = Array.from({ length: 6 + below(next, 8) }, (_, line) => {
    const said = Array.from({ length: 1 + below(next, 8) }, () => pick(next, words, 'so')).join(' ');
    const label = next() < 0.75 ? (line % 2 === 0 ? 'T: ' : 'C: ') : '   ';
    return `${label}${said} no${'abcdefghijklmnop'.charAt(line)}e.`;
  });
  return lines.join('\n');
}

/** Some words, or some letters of one; here and there over several turns. */
function passageIn(next: Random, text: string): readonly [number, number] {
  const letters = [...text.matchAll(/\p{L}(?!: )/gu)].map(({ index }) => index);
  const first = below(next, letters.length);
  const last = Math.min(letters.length - 1, first + below(next, next() < 0.2 ? 60 : 16));
  return [letters[first] ?? 0, (letters[last] ?? 0) + 1];
}

function put(next: Random): string {
  const kind = next();
  if (kind < 0.3) return '';
  if (kind < 0.5) return pick(next, ['x', ' ', 'é', '.', '\n'], 'x');
  if (kind < 0.9) return `${pick(next, words, 'so')} ${pick(next, words, 'so')}`;
  return `${pick(next, words, 'so')}.\n${pick(next, ['C: ', 'T: ', ''], '')}${pick(next, words, 'so')}`;
}

/** At the edges of passages more often than elsewhere. */
function somewhere(next: Random, { text, passages }: Editor): number {
  const edges = [...passages.values()].flatMap(({ range }) => range ?? []);
  return next() < 0.5 && edges.length > 0 ? pick(next, edges, 0) : below(next, text.length + 1);
}

function replacementAt(next: Random, from: number, most: number, text: string): Replacement {
  const length = next() < 0.4 ? 0 : below(next, next() < 0.1 ? 60 : 12);
  const to = Math.min(from + length, most);
  const replacement = { from, to, text: put(next) };
  // Typing over with what partly stands there.
  return next() < 0.2
    ? { ...replacement, text: text.slice(from, to).slice(0, 3) + replacement.text }
    : replacement;
}

type Event = (next: Random, editor: Editor) => void;

const events: Readonly<Record<string, Event>> = {
  'one change': (next, editor) => {
    const { text } = editor;
    editor.change([replacementAt(next, somewhere(next, editor), text.length, text)]);
  },
  'several cursors': (next, editor) => {
    const { text } = editor;
    const places = Array.from({ length: 2 + below(next, 4) }, () => somewhere(next, editor));
    const apart = [...new Set(places)].toSorted((a, b) => a - b);
    editor.change(
      apart
        .map((from, index) =>
          replacementAt(
            next,
            from,
            apart[index + 1] === undefined ? text.length : (apart[index + 1] ?? from) - 1,
            text,
          ),
        )
        .filter(({ from, to }) => to >= from),
    );
  },
  'replace all': (next, editor) => {
    const wanted = pick(next, words, 'so');
    const text = pick(next, [...words, ''], 'so');
    const found = [...editor.text.matchAll(new RegExp(`\\b${wanted}\\b`, 'g'))].map(({ index }) => ({
      from: index,
      to: index + wanted.length,
      text,
    }));
    editor.change(found);
  },
  undo: (next, editor) => {
    for (let times = 1 + below(next, 3); times > 0 && editor.undo(); times--);
  },
  'the whole text anew': (next, editor) => {
    const starts = [...editor.text.matchAll(/^.+$/gm)].filter(() => next() < 0.3);
    editor.rewrite(
      starts.map(({ index, 0: line }) => {
        const from = index + below(next, line.length);
        const to = Math.min(from + below(next, 6), index + line.length);
        const text = line.slice(0, from - index) + pick(next, words, 'so') + line.slice(to - index);
        return { from: index, to: index + line.length, text };
      }),
    );
  },
};

suite('Live edits against the rules told of single characters', () => {
  test(`${texts * eventsEach} change events: every range and its state are what the rules say`, () => {
    const counts = new Map<string, number>();
    const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
    for (let index = 0; index < texts; index++) {
      const next = random(proofSeed + index);
      const editor = new Editor(textOf(next));
      for (let id = 0; id < 6; id++) {
        const [from, to] = passageIn(next, editor.text);
        editor.mark(String(id), from, to);
      }
      const done: string[] = [];
      for (let event = 0; event < eventsEach; event++) {
        const name = pick(next, Object.keys(events), 'undo');
        done.push(name);
        events[name]?.(next, editor);
        count(name);
        editor.check(`${proofSeed + index}: ${done.join(', ')}`);
      }
      for (const { state } of editor.passages.values()) count(`in the end ${state}`);
    }
    for (const [key, times] of counts) tell(`${key}: ${times}`);
  });
});
