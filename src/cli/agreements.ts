import { agreementOf, type Agreement } from '../engine/agreement/agreement';
import type { Resampling } from '../engine/agreement/bootstrap';
import {
  comparedCoding,
  lookedIn,
  ofOneCodebook,
  type ComparedCoding,
  type ComparedSession,
  type UnitKind,
} from '../engine/agreement/compared';
import { isOfText } from '../engine/anchors/reanchor';
import type { Exclusion, ExclusionReason } from './exclusions';
import type { MethodsFacts } from '../words/agreementMethods';
import { shownPath } from './files';
import { readTarget, type CodedFolder, type Target } from './folder';
import { groundOf, isDuplicate } from './ground';
import type { Library } from './library';
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
  /** What a methods section says of them. */
  readonly facts: MethodsFacts;
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
  let [backChannels, blind, total] = [false, true, 0];
  for (const folder of readTarget(target, library)) {
    const found = comparedIn(folder, call, cwd);
    sessions.push(...found.sessions);
    excluded.push(...found.excluded);
    const study = folder.study?.value;
    total += folder.transcripts.length;
    blind &&= study?.blind !== false;
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
  const agreement = agreementOf({ sessions: same, coders, unit: unit ?? 'turn', backChannels, resampling });
  const codebook = same[0]?.codebook ?? null;
  return {
    agreement,
    excluded: [...excluded, ...apart],
    facts: {
      agreement,
      coders,
      codebook,
      unit: unit ?? 'turn',
      total,
      blind,
      looked: lookedIn(same, coders),
      unreleased: call.includeUnreleased,
      backChannels,
      spans: false,
    },
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
      if (typeof found !== 'string') codings.push(found);
      else if (file) without.push(exclusionOf(file, found, cwd));
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
  folder: CodedFolder,
  { includeUnreleased }: AgreementCall,
): ComparedCoding | ExclusionReason {
  if (isDuplicate(file, folder)) return 'duplicate-file';
  const ground = groundOf(folder);
  if (typeof ground === 'string') return ground;
  const { codebook } = ground;
  const sameText = isOfText(file.coding, now);
  return comparedCoding(file.coding, { transcript: now.parsed, codebook, sameText, includeUnreleased });
}
