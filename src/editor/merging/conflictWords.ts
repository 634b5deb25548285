import * as vscode from 'vscode';
import { entryOf, wordsConcerned } from '../../engine/annotations/conflicts';
import type { AnnotationFile } from '../../engine/annotations/file';
import { field, isObject } from '../../engine/objects';
import type { Conflict } from '../../engine/annotations/types';
import { codeFor } from '../../engine/codebook/keys';
import type { CodedTranscript } from '../../store/codedTranscript';

/** What two versions differ in: "Code of “Dunno.”". */
export function subjectOf(conflict: Conflict, file: AnnotationFile): string {
  const entry = entryOf(conflict);
  const what = fieldWord(conflict);
  return entry ? vscode.l10n.t('{0} of “{1}”', what, wordsConcerned(file, conflict) ?? entry.key) : what;
}

function fieldWord(conflict: Conflict): string {
  const name = entryOf(conflict) ? conflict.field : conflict.about;
  switch (name) {
    case undefined:
      return vscode.l10n.t('Deletion');
    case 'at':
      return vscode.l10n.t('Words');
    case 'code':
      return vscode.l10n.t('Code');
    case 'note':
      return vscode.l10n.t('Note');
    case 'text':
      return vscode.l10n.t('Text');
    case 'value':
    case 'resolution':
      return vscode.l10n.t('Rating');
    default:
      return name.replace(/^ratings\./, '');
  }
}

/** A value of one of the versions, to be read. */
export function valueWords(value: unknown, conflict: Conflict, coded: CodedTranscript): string {
  if (value === undefined) return entryOf(conflict) && conflict.field === undefined ? deleted() : nothing();
  if (conflict.field === undefined && entryOf(conflict))
    return vscode.l10n.t('Kept, with what was changed in it');
  if (conflict.field === 'code' && typeof value === 'string')
    return codeFor(coded.codebook, value)?.label ?? value;
  if (conflict.field === 'at' && isObject(value)) return placeWords(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function deleted(): string {
  return vscode.l10n.t('Deleted');
}

function nothing(): string {
  return vscode.l10n.t('Nothing');
}

function placeWords(place: object): string {
  const quote = field(place, 'quote');
  const at = field(place, 'at');
  const turn = isObject(at) ? field(at, 'turn') : undefined;
  const words = typeof quote === 'string' ? `“${quote}”` : JSON.stringify(place);
  return typeof turn === 'number' ? `${vscode.l10n.t('Turn {0}', turn)}: ${words}` : words;
}
