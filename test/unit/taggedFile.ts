import { addTags } from '../../src/engine/annotations/acts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import type { AnnotationFile } from '../../src/engine/annotations/file';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { parseTranscript } from '../../src/engine/transcript/parse';

/** A short session, and files of one who codes it. */
export const text =
  'T: How are you?\nC: Dunno.\nT: What changed?\nC: I was angry.\nT: I pushed you.\nC: Okay.';
export const { turns } = parseTranscript(text);
export const created = '2026-03-02T10:15:00Z';

export function fresh(): AnnotationFile {
  return newAnnotationFile({
    transcript: 'a.transcript',
    coder: 'tess',
    codebook: { id: 'alliance-default', version: '1.0.0' },
    text: { sha256: textHash(text), turns: fingerprints(turns) },
  });
}

export const whole = (turn: number): { turn: number; start: number; end: number } => ({
  turn,
  start: 0,
  end: Array.from(turns[turn - 1]?.text ?? '').length,
});

export function tagged(): AnnotationFile {
  return addTags(fresh(), turns, [
    { id: 'ruptureo', code: 'rupture', at: whole(2), created },
    { id: 'rupturet', code: 'rupture', at: whole(4), created },
    { id: 'repairon', code: 'repair', at: whole(5), created },
  ]).file;
}
