import type * as vscode from 'vscode';
import type { AnnotationFile } from '../engine/annotations/file';
import { rangeOfTop } from '../engine/annotations/ranges';
import { isCopyName, usualName } from '../engine/annotations/copyName';
import { fault } from '../engine/faults';
import { range } from '../engine/position';
import type { FaultyFile, Found } from './found';
import { annotationFileOf, baseName, stem } from './nearest';
import { annotationFileEnding } from './watching';

/** The annotation files beside a transcript, as far as they are about it or called as if they were. */
export interface Beside {
  /** Those about it, those under a coder's usual name first. */
  readonly files: readonly Found<AnnotationFile>[];
  /** Copies that sync tools made, under names that do not end as ours do: never a coding of their own. */
  readonly copies: readonly Found<AnnotationFile>[];
  /** Those that look like this transcript's and cannot be read. */
  readonly unreadable: readonly Found<AnnotationFile>[];
  /** Those that look like this transcript's and name another. */
  readonly misnamed: readonly FaultyFile[];
}

/**
 * Sorts out the annotation files of a folder for one transcript after another: of a folder with thousands of files only
 * those are looked at that name the transcript or are called as if they did.
 */
export function besideEach(found: readonly Found<AnnotationFile>[]): (transcript: vscode.Uri) => Beside {
  const likely = new Map<string, Set<number>>();
  const note = (name: string, place: number): void => {
    likely.set(name, (likely.get(name) ?? new Set()).add(place));
  };
  for (const [place, { uri, value }] of found.entries()) {
    if (value) note(stem(value.coding.transcript), place);
    const name = baseName(uri);
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      note(name.slice(0, dot), place);
    }
  }
  return (transcript) => {
    const places = [...(likely.get(stem(baseName(transcript))) ?? [])].sort((a, b) => a - b);
    return aboutTranscript(
      transcript,
      places.flatMap((place) => found[place] ?? []),
    );
  };
}

/** Sorts out the annotation files of a folder: the key `transcript` decides, a name only where it cannot be read. */
export function aboutTranscript(transcript: vscode.Uri, found: readonly Found<AnnotationFile>[]): Beside {
  const inFolder = found.filter(({ uri }) => uri.path.endsWith(annotationFileEnding));
  const name = baseName(transcript);
  const isAbout = ({ value }: Found<AnnotationFile>): boolean => value?.coding.transcript === name;
  const named = inFolder.filter(({ uri }) => isNamedAfter(transcript, baseName(uri)));
  return {
    files: inFolder
      .filter(isAbout)
      .sort((a, b) => Number(isUnusual(transcript, a)) - Number(isUnusual(transcript, b))),
    copies: found.filter((each) => !inFolder.includes(each) && isAbout(each) && isCopy(each)),
    unreadable: named.filter(({ value }) => value === null),
    misnamed: named.filter((each) => each.value && !isAbout(each)).map(misnamed),
  };
}

/** Coders with more than one file about it, copies that sync tools made included: which of them counts is for a person to say. */
export function codersTwice({ files, copies }: Beside): string[] {
  const coders = [...files, ...copies].flatMap(({ value }) => value?.coding.coder ?? []);
  return [...new Set(coders.filter((coder, index) => coders.indexOf(coder) !== index))];
}

/** Whether a file is called as a sync tool calls a copy of its coder's. */
export function isCopy({ uri, value }: Found<AnnotationFile>): boolean {
  return value !== null && isCopyName(baseName(uri), usualName(value.coding.transcript, value.coding.coder));
}

/** Whether an annotation file is called as those of this transcript are. */
export function isNamedAfter(transcript: vscode.Uri, name: string): boolean {
  return name.startsWith(`${stem(baseName(transcript))}.`);
}

/** A file that is not called as its coder's would be: a backup, or one of another program. */
function isUnusual(transcript: vscode.Uri, { uri, value }: Found<AnnotationFile>): boolean {
  return annotationFileOf(transcript, value?.coding.coder ?? '').toString() !== uri.toString();
}

/** A file whose transcript is not where it should be, and the name of that. */
export function misnamed({ uri, value }: Found<AnnotationFile>): FaultyFile {
  const place = value ? rangeOfTop(value, 'transcript') : range(0, 0, 0, 0);
  return { uri, faults: [fault('other-transcript', place, { transcript: value?.coding.transcript ?? '' })] };
}
