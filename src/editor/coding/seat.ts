import { newAnnotationFile } from '../../engine/annotations/create';
import type { AnnotationFile } from '../../engine/annotations/file';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Identity } from '../../store/identity';
import { baseName } from '../../store/nearest';
import type { Person } from '../../store/person';
import { followMarks, textOnDisk } from '../../store/places';

/** In whose file is acted: one's own, or the consensus, for which several people act in turn. */
export type Seat = 'own' | 'consensus';

/** Who the file is of when this person acts. */
export function seatedAt(seat: Seat, identity: Identity): Identity {
  return seat === 'own' ? identity : { id: 'consensus', role: 'consensus' };
}

export function personAt(seat: Seat, coded: CodedTranscript): Person | undefined {
  return seat === 'own' ? coded.own : coded.consensus;
}

/** The consensus does not follow the text at every save, as one's own file does. */
export function followText(coded: CodedTranscript, { file, sameText }: Person): void {
  if (!sameText || file.file.coding.text?.sha256 === coded.savedHash) return;
  file.act((now) => followMarks(coded, now));
}

export function newFile(coded: CodedTranscript, { id, role }: Identity): AnnotationFile {
  const { codebook, study } = coded;
  return newAnnotationFile({
    transcript: baseName(coded.document.uri),
    coder: id,
    name: study?.coders.find((coder) => coder.id === id)?.name ?? undefined,
    role,
    codebook: { id: codebook.id, version: codebook.version },
    text: textOnDisk(coded),
    ratingOrder: codebook.ratings.map((rating) => rating.id),
  });
}
