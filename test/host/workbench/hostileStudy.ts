import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { attacks } from '../../attacks/strings';

/** Every kind of harm in one line. */
const harm = [
  attacks.icon,
  attacks.command,
  attacks.image,
  attacks.script,
  attacks.attribute,
  attacks.picture,
  attacks.address,
  attacks.colour,
  attacks.bidi,
].join(' ');

/** What a label and a file can be called: no colon, no slash. */
const inNames = '$(alert) <img src=x onerror="window.harmed=true">';

export const transcript = `s1 ${inNames}.transcript`;

/** No file of this name is there; what names it in a file may hold a link. */
const gone = `gone ${inNames} ${attacks.command}.transcript`;

const codebook = {
  alliance_codebook: 1,
  id: 'hostile',
  version: '1.0.0',
  title: `Codes ${harm}`,
  scales: { much: { type: 'ordinal', values: { 1: `One ${harm}`, 2: 'more' } } },
  codes: [
    { id: 'bond', label: `Bond ${harm}`, definition: `Means ${harm}`, scales: ['much'], include: [harm] },
    { id: 'rupture', label: `Rupture ${harm}`, definition: `Means ${harm}`, example: harm },
  ],
};

const study = {
  alliance_study: 1,
  title: `Title ${harm}`,
  coders: {
    ann: { name: `Ann ${harm}`, role: 'coder' },
    ben: { name: `Ben ${harm}`, role: 'coder' },
  },
  cases: { [`Case ${harm}`]: { sessions: [{ transcript, session: 1 }] } },
};

const text = `---
speakers: ${JSON.stringify({ T: { role: 'therapist', name: harm }, [inNames]: { role: 'client' } })}
---
T: Turn ${harm}
${inNames}: Dunno. ${harm} ${'long '.repeat(1000)}
`;

/** Released, so that the two are shown each other's; they agree on nothing. */
function coding(coder: string, code: string, of = transcript): object {
  return {
    alliance: 1,
    transcript: of,
    coder,
    name: `${coder} ${harm}`,
    codebook: { id: 'hostile', version: '1.0.0' },
    released: { at: '2026-03-04T09:00:00Z', sha256: 'abc' },
    annotations: [
      { id: `${coder}ones`, code, at: { turn: 2 }, ratings: { much: 1 }, note: `Note ${harm}` },
      { id: `${coder}twos`, code, at: { turn: 1 }, note: `Note ${harm}` },
    ],
    memos: [{ id: `${coder}memo`, text: `Memo ${harm}`, at: { turn: 1 } }],
    comments: [
      { id: `${coder}said`, text: `Comment ${harm}`, at: { turn: 2, start: 0, end: 6 }, quote: 'Dunno.' },
    ],
  };
}

/** A study of which every word that a person could have written means harm. */
export function writeHostileStudy(folder: string): void {
  const write = (name: string, content: object): void =>
    writeFileSync(join(folder, name), stringify(content));
  writeFileSync(join(folder, transcript), text);
  write('alliance.codebook.yaml', codebook);
  write('alliance.study.yaml', study);
  write('s1.ann.alliance.yaml', coding('ann', 'bond'));
  write('s1.ben.alliance.yaml', coding('ben', 'rupture'));
  write('gone.ann.alliance.yaml', coding('ann', 'bond', gone));
}
