import { fault, type Fault } from '../faults';
import { sectionOf, valuesOf, type AnnotationFile, type Piece } from './file';
import { isCoderId, isId } from './ids';
import { rangeOf, rangeOfPiece, rangeOfTop } from './ranges';

/** The id only a consensus may have, and only it has. */
const consensus = 'consensus';

/** What can be wrong in an annotation file by itself, without its transcript and codebook. */
export function checkInside(file: AnnotationFile): Fault[] {
  return [
    ...checkCoder(file),
    ...checkKeys(file),
    ...checkLinks(file),
    ...checkPlaces(file),
    ...checkConflicts(file),
  ];
}

function checkCoder(file: AnnotationFile): Fault[] {
  const { coder, role } = file.coding;
  const place = rangeOfTop(file, 'coder');
  if (!isCoderId(coder)) {
    return [
      fault('wrong-value', place, { path: 'coder', expected: 'small letters, digits, - and _, at most 32' }),
    ];
  }
  return (coder === consensus) === (role === consensus) ? [] : [fault('reserved-coder', place, { coder })];
}

/** Ids are unique in the whole file, since `PERSON/ID` names one thing; a rating is given once per scope. */
function checkKeys(file: AnnotationFile): Fault[] {
  const seen = new Set<string>();
  return file.parts.flatMap((part) => {
    if (part.kind !== 'section' || part.key === 'log') return [];
    const pieces = part.pieces.filter((piece) => piece.raw !== undefined);
    return pieces.flatMap((piece, index) => checkKey(file, piece, `${part.key}[${index + 1}]`, seen));
  });
}

function checkKey(file: AnnotationFile, piece: Piece, path: string, seen: Set<string>): readonly Fault[] {
  const { key, value } = piece;
  if (key === null || value === null) return [];
  const faults: Fault[] = [];
  const place = rangeOfPiece(file, piece);
  if (seen.has(key)) faults.push(fault('duplicate-id', place, { id: key }));
  if ('id' in value && !isId(key)) {
    faults.push(fault('wrong-value', place, { path: `${path}.id`, expected: 'an id such as k7f3m2q9' }));
  }
  seen.add(key);
  return faults;
}

function checkLinks(file: AnnotationFile): Fault[] {
  const ids = new Set(file.coding.annotations.map((annotation) => annotation.id));
  return file.coding.episodes.flatMap((episode) => {
    const dangling = [...episode.ruptures, ...episode.repairs].filter((id) => !ids.has(id));
    const place = rangeOf(file, 'episodes', episode.id) ?? rangeOfTop(file, 'alliance');
    return dangling.map((id) => fault('dangling-link', place, { episode: episode.id, id }));
  });
}

function checkPlaces(file: AnnotationFile): Fault[] {
  const pieces = file.parts.flatMap((part) =>
    part.kind === 'section' && part.key === 'annotations' ? part.pieces : [],
  );
  return pieces.flatMap((piece) =>
    valuesOf([piece], 'annotations')
      .filter((annotation) => annotation.at === undefined && annotation.quote === undefined)
      .map((annotation) => fault('no-place', rangeOfPiece(file, piece), { annotation: annotation.id })),
  );
}

/** What is not decided yet, each at its own line. */
function checkConflicts(file: AnnotationFile): Fault[] {
  const pieces: readonly Piece[] = sectionOf(file, 'conflicts')?.pieces ?? [];
  return pieces.flatMap((piece) =>
    valuesOf([piece], 'conflicts').map(({ about, field }) =>
      fault('conflict', rangeOfPiece(file, piece), { what: [about, field ?? ''].join(' ').trim() }),
    ),
  );
}
