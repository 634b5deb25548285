import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import defaultCodebook from '../../../src/engine/codebook/default.yaml';

/**
 * A study whose every word is Cyrillic, so that English on screen can only be the extension's or VS Code's own. What has to
 * be ASCII (ids) is listed in `ids`.
 */

const cyrillic = 'абцдефгхийклмнопярстувшчыз';

function word(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => cyrillic.charAt(letter.toLowerCase().charCodeAt(0) - 97));
}

/** The keys of a codebook under which words stand. */
const worded = new Set(['title', 'label', 'definition', 'rule', 'include', 'exclude', 'example', 'text']);

const idsOfCodes = [...defaultCodebook.matchAll(/\bid: ([a-z][\w.]*)/g)].flatMap(([, id]) => id ?? []);

/** Ids of codes, scales, files and an entry with a fault: the only ASCII of the study that is ever shown. The longest first. */
export const ids: readonly string[] = [
  ...idsOfCodes,
  'clarity',
  'impact',
  's1.transcript',
  's2.transcript',
  'x1h8d0pz',
].toSorted((a, b) => b.length - a.length);

function translated(value: unknown, inWords = false): unknown {
  if (typeof value === 'string') return inWords ? word(value) : value;
  if (Array.isArray(value)) return value.map((each: unknown) => translated(each, inWords));
  if (typeof value !== 'object' || value === null) return value;
  const inScale = 'type' in value && value.type === 'ordinal';
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      translated(each, inWords || worded.has(key) || (inScale && key === 'values')),
    ]),
  );
}

const transcript = `---
speakers: { T: { role: therapist }, C: { role: client } }
---
[00:00:12] T: Как вы жили эту неделю?
[00:01:02] C: Мм. (4s) Не знаю.
[00:02:00] T: Как это было для вас?
[00:03:10] C: Ничего.
Мама: и это не говорящий.
[00:04:20] T: Что-то сейчас изменилось.
Мама: и это тоже.
[00:05:00] C: Я злился на вас.
[00:06:30] T: Я поторопилась, простите.
[00:07:40] C: Это была скорее паника.
[00:08:00] T: Я вам верю.
[00:09:00] C: Спасибо.
`;

const own = `alliance: 1
transcript: s1.transcript
coder: c1
name: Алиса
codebook: { id: alliance-default, version: "1.0.0" }
coded: [ { from: 1, to: 8 } ]
annotations:
  - { id: k7f3m2q9, code: rupture.withdrawal.minimal, at: { turn: 4 }, ratings: { clarity: 2, impact: 3 }, note: Смотрит в сторону. }
  - { id: b81kqz0a, code: repair, at: { turn: 7 } }
  - { id: t20fj3aa, code: rupture, at: { turn: 6 } }
  - { id: m4x1h8dz, code: bond, at: { turn: 9 } }
  - { id: x1h8d0pz, code: bond, quote: Этих слов здесь нет. }
episodes:
  - { id: p0w7h2kq, ruptures: [ k7f3m2q9 ], repairs: [ b81kqz0a ], resolution: 4 }
  - { id: p1w7h2kq, ruptures: [ t20fj3aa ], repairs: [] }
`;

const study = `alliance_study: 1
title: Исследование
coders: { c1: { name: Алиса, role: coder }, c2: { name: Борис, role: coder } }
cases:
  К017:
    sessions:
      - { transcript: s1.transcript, session: 4, date: 2026-03-02, stage: developing }
      - { transcript: s2.transcript, session: 5, date: 2026-03-09, stage: developing }
`;

const others = `alliance: 1
transcript: s1.transcript
coder: c2
annotations:
  - { id: h7f3m2q9, code: bond, at: { turn: 1 } }
`;

/** Writes the study: `s1` is coded by `c1` and, hidden from them, by `c2`; `s2` is not coded. */
export function writeCyrillicStudy(folder: string): void {
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('alliance.study.yaml', study);
  write('alliance.codebook.yaml', stringify(translated(parse(defaultCodebook))));
  write('s1.transcript', transcript);
  write('s2.transcript', transcript);
  write('s1.c1.alliance.yaml', own);
  write('s1.c2.alliance.yaml', others);
}
