import { rangeOfTop } from '../engine/annotations/ranges';
import type { AnnotationFile } from '../engine/annotations/file';
import { fault } from '../engine/faults';
import { range } from '../engine/position';
import { gateState, mayShow, type GateReason } from '../engine/study/mayShow';
import type { Identity } from './identity';
import type { FaultyFile, Found } from './found';
import type { Surroundings } from './loading';
import { baseName } from './nearest';
import type { PersonFile } from './personFile';
import type { PersonFiles } from './personFiles';

/** Somebody's file about a transcript, shown through the gate. */
export interface Person {
  readonly file: PersonFile;
  readonly own: boolean;
  /** It was made in the very text that is on disk: its places are certain where its words stand there. */
  readonly sameText: boolean;
}

/** Somebody whose work the gate keeps hidden: only that it exists is known. */
export interface HiddenPerson {
  readonly coder: string;
  readonly reason: GateReason;
}

/** Who may be seen, who not, and what is wrong in the files of those who may. */
export interface Seen {
  readonly people: readonly Person[];
  readonly hidden: readonly HiddenPerson[];
  readonly faulty: readonly FaultyFile[];
}

/** Asks the gate for everybody who has a file here. `isSameText` tells whether a coding was made in the text on disk. */
export function throughTheGate(
  surroundings: Surroundings,
  identity: Identity | undefined,
  files: PersonFiles,
  isSameText: (file: AnnotationFile) => boolean,
): Seen {
  const { byCoder, twice } = oneEach(surroundings.files);
  const own = byCoder.get(identity?.id ?? '')?.value ?? null;
  const state = gateState(own?.coding ?? null, surroundings.study?.blind !== false);
  const people: Person[] = [];
  const hidden: HiddenPerson[] = [];
  const faulty: FaultyFile[] = [...surroundings.faulty, ...surroundings.unreadable, ...twice];
  for (const [coder, { uri, value, text, faults }] of byCoder) {
    if (!value) continue;
    const owner = { id: coder, role: value.coding.role, released: value.coding.released !== undefined };
    const { show, reason } = mayShow(identity ?? null, owner, state);
    if (show) {
      const file = files.open(uri, value, text);
      // What is known may be ahead of the disk: places of a text just saved, whose write is under way.
      people.push({ file, own: value === own, sameText: isSameText(file.file) });
      faulty.push({ uri, faults });
    } else hidden.push({ coder, reason });
  }
  people.sort((a, b) => Number(b.own) - Number(a.own));
  return { people, hidden, faulty };
}

/** One file for each coder: of two, the one under the usual name, which `loading` puts first. */
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
    else twice.push(duplicate(each, first));
  }
  return { byCoder, twice };
}

/** Two files of one coder: the first counts, and the other says which that is. */
function duplicate({ uri, value }: Found<AnnotationFile>, first: Found<AnnotationFile>): FaultyFile {
  const data = { coder: value?.coding.coder ?? '', other: baseName(first.uri) };
  const place = value ? rangeOfTop(value, 'coder') : range(0, 0, 0, 0);
  return { uri, faults: [fault('duplicate-file', place, data)] };
}
