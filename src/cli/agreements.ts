import { agreementOf, type Agreement } from '../engine/agreement/agreement';
import type { Resampling } from '../engine/agreement/bootstrap';
import {
  statedPlaces,
  type ComparedCoding,
  type ComparedSession,
  type UnitKind,
} from '../engine/agreement/compared';
import { codingIn } from '../engine/anchors/reanchor';
import { sealHolds } from '../engine/annotations/seal';
import type { Coding } from '../engine/annotations/types';
import { isSameCoding } from '../engine/check/folder';
import type { Exclusion, ExclusionReason } from './exclusions';
import { shownPath } from './files';
import { readTarget, type CodedFolder, type Target } from './folder';
import { isNewer, type Library } from './library';
import { exclusionOf, isOf, matchFiles, type MatchedFile } from './matching';
import { factsOf } from './trajectories';

/** What `alliance agreement` is asked. */
export interface AgreementCall {
  readonly coders: readonly string[];
  readonly unit: UnitKind | null;
  readonly includeUnreleased: boolean;
  readonly resampling: Resampling;
}

export interface Agreements {
  readonly agreement: Agreement;
  readonly excluded: readonly Exclusion[];
}

/** Agreement over the sessions of a target that all the coders coded and sealed. */
export function computeAgreement(
  target: Target,
  call: AgreementCall,
  library: Library,
  cwd: string,
): Agreements {
  const sessions: ComparedSession[] = [];
  const excluded: Exclusion[] = [];
  let unit = call.unit;
  let backChannels = false;
  for (const folder of readTarget(target, library)) {
    const found = comparedIn(folder, call, cwd);
    sessions.push(...found.sessions);
    excluded.push(...found.excluded);
    const study = folder.study?.value;
    if (found.sessions.length > 0 && study) {
      unit ??= study.unit;
      backChannels ||= study.backChannels;
    }
  }
  const { coders, resampling } = call;
  const { same, other } = ofOneCodebook(sessions);
  const apart = other.flatMap(({ path, codings }) =>
    codings.map(({ coder }): Exclusion => ({
      file: path,
      transcript: path,
      coder,
      reason: 'other-codebook',
    })),
  );
  return {
    agreement: agreementOf({ sessions: same, coders, unit: unit ?? 'turn', backChannels, resampling }),
    excluded: [...excluded, ...apart],
  };
}

/** Codes of different codebooks are not the same codes, whatever their ids: the first session's codebook counts. */
function ofOneCodebook(sessions: readonly ComparedSession[]): {
  readonly same: readonly ComparedSession[];
  readonly other: readonly ComparedSession[];
} {
  const id = sessions[0]?.codebook.id;
  return {
    same: sessions.filter(({ codebook }) => codebook.id === id),
    other: sessions.filter(({ codebook }) => codebook.id !== id),
  };
}

function comparedIn(
  folder: CodedFolder,
  call: AgreementCall,
  cwd: string,
): { readonly sessions: readonly ComparedSession[]; readonly excluded: readonly Exclusion[] } {
  const { matched, excluded } = matchFiles(
    folder,
    (one) => call.coders.some((coder) => isOf(one, coder)),
    cwd,
  );
  const sessions: ComparedSession[] = [];
  const without: Exclusion[] = [];
  for (const transcript of folder.transcripts) {
    const own = matched.filter((one) => one.transcript === transcript);
    if (own.length === 0 || !transcript.parsed) continue;
    const path = shownPath(cwd, transcript.path);
    const codings: ComparedCoding[] = [];
    for (const coder of call.coders) {
      const file = own.find((one) => one.file.coding.coder === coder);
      const found = file ? codingOf(file, folder, call) : 'not-coded';
      if (typeof found !== 'string') {
        codings.push({ coder, coding: found, places: statedPlaces(found, transcript.parsed) });
      } else if (file) without.push(exclusionOf(file, found, cwd));
      else without.push({ file: path, transcript: path, coder, reason: found });
    }
    const { codebook } = folder;
    if (codebook && codings.length === call.coders.length) {
      const facts = factsOf(transcript.parsed, transcript, folder);
      sessions.push({ path, transcript: transcript.parsed, facts, codebook, codings });
    }
  }
  return { sessions, excluded: [...excluded, ...without] };
}

function codingOf(
  { file, now }: MatchedFile,
  { study, codebook, annotationFiles }: CodedFolder,
  { includeUnreleased }: AgreementCall,
): Coding | ExclusionReason {
  if (annotationFiles.filter((one) => isSameCoding(one.file, file)).length > 1) return 'duplicate-file';
  if (study && (study.value === null || isNewer(study))) return 'unreadable-study';
  if (!codebook) return 'unreadable-codebook';
  if (!file.coding.released && !includeUnreleased) return 'not-released';
  if (!sealHolds(file.coding)) return 'seal-broken';
  return codingIn(file, now) ?? 'text-changed';
}
