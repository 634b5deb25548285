import type * as vscode from 'vscode';
import { usualName } from '../engine/annotations/copyName';
import { rangeOfTop } from '../engine/annotations/ranges';
import { reviewOf } from '../engine/annotations/reviews';
import type { AnnotationFile } from '../engine/annotations/file';
import { fault } from '../engine/faults';
import { range } from '../engine/position';
import { blindingOf } from '../engine/study/blinding';
import { gateState, mayShow, type GateReason } from '../engine/study/mayShow';
import type { Study } from '../engine/study/types';
import { isCopy, type Beside } from './beside';
import type { FaultyFile, Found } from './found';
import type { Identity } from './identity';
import { annotationFileOf, baseName } from './nearest';
import type { PersonFile } from './personFile';
import type { PersonFiles } from './personFiles';

/** Somebody's file about a transcript, shown through the gate. */
export interface Person {
  readonly file: PersonFile;
  readonly own: boolean;
  /** It was made in the very text that is on disk: its places are certain where its words stand there. */
  readonly sameText: boolean;
  /** The file's `merges` when it was placed: with more, its marks are out of date. */
  readonly merges: number;
}

/** Somebody whose work the gate keeps hidden: only that it exists is known. */
export interface HiddenPerson {
  readonly coder: string;
  readonly reason: GateReason;
}

/** An annotation file that the gate lets through, as it was found, or as it waits for the disk. */
export interface ShownFile {
  readonly uri: vscode.Uri;
  readonly value: AnnotationFile;
  /** The text on disk; null where there is none yet. */
  readonly text: string | null;
  readonly own: boolean;
}

/** Who may be seen, one's own first, who not, and what is wrong in the files of those who may. */
export interface Seen {
  readonly shown: readonly ShownFile[];
  /** As far as it may be known that they code it: who else does is no secret unless the study says so. */
  readonly hidden: readonly HiddenPerson[];
  /** All who may not be seen: for somebody who asks to look anyway. */
  readonly unseen: readonly HiddenPerson[];
  readonly faulty: readonly FaultyFile[];
}

/** What the gate asks about a transcript, open or not. */
export interface Gated {
  readonly transcript: vscode.Uri;
  readonly beside: Beside;
  readonly study: Study | null;
}

/** Whether anybody's file, or its relation to the text, is another than before. */
export function hasNews(people: readonly Person[], before: readonly Person[]): boolean {
  return people.some(
    ({ file, sameText, merges }) =>
      !before.some(
        (person) => person.file === file && person.sameText === sameText && person.merges === merges,
      ),
  );
}

/** Asks the gate for everybody who has a file on a transcript. The one way from what was read to what may be shown. */
export function throughTheGate(
  { transcript, beside, study }: Gated,
  identity: Identity | undefined,
  files: PersonFiles,
): Seen {
  const { byCoder, twice } = oneEach(beside.files);
  const own = byCoder.get(identity?.id ?? '')?.value ?? null;
  const state = gateState(own?.coding ?? null, study?.blind !== false);
  const shown: ShownFile[] = [];
  const unseen: HiddenPerson[] = [];
  const faulty: FaultyFile[] = [
    ...beside.misnamed,
    ...beside.unreadable,
    ...twice,
    ...beside.copies.map(copyOf),
  ];
  for (const [coder, { uri, value, text, faults }] of byCoder) {
    if (!value) continue;
    const { role, released } = value.coding;
    const sentBack = own !== null && reviewOf(own.coding, [value.coding])?.event === 'sent_back';
    const owner = { id: coder, role, released: released !== undefined, sentBack };
    const { show, reason } = mayShow(identity ?? null, owner, state);
    if (!show) unseen.push({ coder, reason });
    else {
      shown.push({ uri, value, text, own: value === own });
      faulty.push({ uri, faults });
    }
  }
  const usual = annotationFileOf(transcript, identity?.id ?? '');
  const isBroken = beside.unreadable.some(({ uri }) => uri.toString() === usual.toString());
  const waiting = own || !identity ? undefined : files.waiting(usual, isBroken);
  if (waiting) shown.push({ uri: usual, value: waiting.file, text: waiting.onDisk, own: true });
  shown.sort((a, b) => Number(b.own) - Number(a.own));
  const isSecret = blindingOf(study, identity ?? null).plan && !state.released;
  return { shown, hidden: isSecret ? [] : unseen, unseen, faulty };
}

/** One file for each coder: of two, the one under the usual name, which `aboutTranscript` puts first. */
function oneEach(found: readonly Found<AnnotationFile>[]): {
  byCoder: Map<string, Found<AnnotationFile>>;
  twice: FaultyFile[];
} {
  const byCoder = new Map<string, Found<AnnotationFile>>();
  const twice: FaultyFile[] = [];
  for (const each of found) {
    if (!each.value) continue;
    const { coder } = each.value.coding;
    const first = byCoder.get(coder);
    if (!first) byCoder.set(coder, each);
    else twice.push(isCopy(each) ? copyOf(each) : duplicate(each, first));
  }
  return { byCoder, twice };
}

/** A copy that a sync tool made is not counted; its owner may merge it. */
function copyOf({ uri, value }: Found<AnnotationFile>): FaultyFile {
  const { coder = '', transcript = '' } = value?.coding ?? {};
  const place = value ? rangeOfTop(value, 'coder') : range(0, 0, 0, 0);
  return { uri, faults: [fault('conflict-copy', place, { coder, other: usualName(transcript, coder) })] };
}

/** Two files of one coder: the first counts, and the other says which that is. */
function duplicate({ uri, value }: Found<AnnotationFile>, first: Found<AnnotationFile>): FaultyFile {
  const data = { coder: value?.coding.coder ?? '', other: baseName(first.uri) };
  const place = value ? rangeOfTop(value, 'coder') : range(0, 0, 0, 0);
  return { uri, faults: [fault('duplicate-file', place, data)] };
}
