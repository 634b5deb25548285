import assert from 'node:assert/strict';
import { below, random, spanOf } from './editedDialogue';
import { anchorsIn, annotatedIn, editedText, type EditedText } from './editedTexts';
import { fateOf, idsIn, Letters, standIn } from './fates';
import { runs, tell } from './runs';
import { couldHaveSurvived, stoodTwice } from './survival';
import { copyOf, isKept, isUnique, type Case, type Script } from './tellable';
import { byRoleAndWords, byWords, byWordsOnOneLine, MinimalAlignment } from './minimalAlignment';

const proofSeed = Number(process.env['PROOF_SEED'] ?? 1);
/** Texts, each edited by a script of its own, and passages in each: in the proof more than 100,000 annotations. */
const scripts = runs(60).numRuns;
const passages = 60;

suite('Anchors after edits whose every letter is known', () => {
  const counts = new Map<string, number>();
  const examples = new Map<string, string[]>();
  const count = (key: string): number => counts.get(key) ?? 0;

  function note(key: string, one?: Case): void {
    counts.set(key, count(key) + 1);
    if (!one) return;
    const known = examples.get(key) ?? [];
    examples.set(key, known);
    if (known.length < 3) known.push(shown(one));
  }

  suiteSetup(function () {
    this.timeout(60_000);
    // Seeds drawn from the one that is printed: runs with seeds next to one another have no script in common.
    const seeds = random(proofSeed);
    for (let script = 0; script < scripts; script++) {
      for (const one of casesOf(below(seeds, 2 ** 31))) judge(one);
    }
    for (const key of [...counts.keys()].sort()) tell(`${key}: ${count(key)}`);
  });

  function judge(one: Case): void {
    const { fate, anchor } = one;
    note('all');
    note(fate);
    note(`${fate}: ${anchor.state}`);
    if (anchor.state === 'ambiguous') note('ambiguous');
    if (fate === 'untouched' && isUnique(one)) {
      const kept = isKept(one) ? 'unique' : 'unique, but little of its context is left';
      note(kept);
      note(`${kept}: ${anchor.state}`, one);
    }
    if (fate === 'edited' && covers(one)) note('edited: found');
    if (fate === 'deleted' && anchor.at) note(`deleted, ${isTold(one)}`, one);
    const elsewhere = anchor.at !== null && !one.there.some((id) => one.own.includes(id));
    if (anchor.state === 'exact' && one.there.join() !== one.own.join()) {
      note(`exact on ${copyOf(one)}`, one);
    } else if (elsewhere && !replaces(one)) {
      note(`${fate}, ${anchor.state} on ${copyOf(one)}`, one);
    }
  }

  test('nearly all passages were tried, ambiguous ones among them', () => {
    assert.ok(count('all') > 0.9 * scripts * passages);
    assert.ok(count('ambiguous') > scripts / 20);
  });

  test('none is certain of other words', () => {
    assert.equal(count('exact on other words'), 0, examples.get('exact on other words')?.join('\n'));
  });

  test('where a look-alike is taken for certain, file and text say the same of both: one in ten thousand at most', () => {
    const twins = count('exact on a look-alike, and all that the file keeps is like it');
    assert.ok(twins <= Math.ceil(count('all') / 10_000));
  });

  test('every untouched passage that can be aligned in one way is exact', () => {
    const others = [...examples].filter(([key]) => key.startsWith('unique: ') && key !== 'unique: exact');
    assert.equal(count('unique: exact'), count('unique'), others.flat(2).join('\n'));
    assert.ok(count('unique') > 0.8 * count('untouched'));
  });

  test('of edited passages 95 of 100 are found', () => {
    assert.ok(count('edited: found') >= 0.95 * count('edited'));
  });

  test('of deleted passages none is placed, but where a history as short leaves it there, or all that the file keeps stood twice', () => {
    assert.equal(count('deleted, and placed'), 0, examples.get('deleted, and placed')?.join('\n'));
    const untold =
      count('deleted, but the texts do not tell') + count('deleted, but what the file keeps does not tell');
    assert.ok(untold < 0.02 * count('deleted'));
  });
});

/** Whether anything tells that a deleted passage is not where it was placed. */
function isTold(one: Case): string {
  if (couldHaveSurvived(one)) return 'but the texts do not tell';
  return stoodTwice(one) ? 'but what the file keeps does not tell' : 'and placed';
}

/** Half of what is left of it, or more. */
function covers({ own, there, script }: Case): boolean {
  const left = own.filter((id) => script.now.places.has(id));
  return 2 * there.filter((id) => own.includes(id)).length >= left.length;
}

function replaces({ own, there, script }: Case): boolean {
  const between = standIn(own, script.old, script.now);
  return there.every((id) => between.includes(id) && !script.old.places.has(id));
}

function casesOf(seed: number): Case[] {
  const next = random(seed);
  const text = editedText(next);
  const script = scriptOf(text, seed);
  const { annotations, spans } = annotatedIn(next, text, passages);
  return anchorsIn(text, annotations).flatMap((anchor, index): Case[] => {
    const [span, annotation] = [spans[index], annotations[index]];
    if (!span || !annotation) return [];
    const own = idsIn(script.before.dialogue, span);
    const place = anchor.at ? spanOf(script.after.dialogue, anchor.at) : null;
    const there = place ? idsIn(script.after.dialogue, place) : [];
    return [{ annotation, anchor, fate: fateOf(own, script.old, script.now), own, there, script, span }];
  });
}

function scriptOf({ names, before, after }: EditedText, seed: number): Script {
  return {
    name: `${seed} ${names.join(' ')}`,
    before,
    after,
    old: new Letters(before.dialogue),
    now: new Letters(after.dialogue),
    alignments: [byWords, byRoleAndWords, byWordsOnOneLine].map(
      (by) => new MinimalAlignment(before.dialogue, after.dialogue, by),
    ),
  };
}

function shown({ script, annotation, anchor, fate }: Case): string {
  return `${script.name}: ${fate}\n${JSON.stringify(annotation)}\n${JSON.stringify(anchor)}`;
}
