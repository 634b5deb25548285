import { compareText } from '../../compareText';
import { textHash } from '../../annotations/hashes';
import { judgedCount } from '../../trajectory/judged';
import { stateOf } from './codingState';
import type { ExportedCoding, ExportedSession, ExportedStudy } from '../exported';
import type { Loss } from '../losses';
import type { TableOptions } from './table';

/** The version of the manifest, and of what the tables' columns mean. */
const formatVersion = 1;

/**
 * What an export was made of, so that its figures can be traced: versions, hashes of texts, who coded with which codebook and
 * how far, what is hidden from whom. The same study gives the same manifest: it says nothing of when or where.
 */
export function manifestOf(
  format: string,
  study: ExportedStudy,
  { text, origin, name, leftOut = [] }: TableOptions,
  losses: readonly Loss[],
  more: Readonly<Record<string, string>> = {},
): string {
  const manifest = {
    alliance_export: formatVersion,
    format,
    file: name,
    origin,
    study: study.name,
    blind: study.study?.blind ?? {},
    options: { text, ...more },
    codebooks: codebooksOf(study),
    coders: codersOf(study),
    sessions: study.sessions.map(sessionEntry),
    losses: [...leftOut, ...losses],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function codebooksOf({ sessions }: ExportedStudy): unknown[] {
  const known = new Map(
    sessions.map(({ codebook: { id, version } }) => [`${id}\n${version}`, { id, version }]),
  );
  return [...known].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

function codersOf({ sessions }: ExportedStudy): unknown[] {
  const codings = sessions.flatMap(({ codings: all }) => all.map(({ coding }) => coding));
  const ids = [...new Set(codings.map(({ coder }) => coder))].sort();
  return ids.map((id) => {
    const own = codings.filter(({ coder }) => coder === id);
    const released = own.filter((coding) => stateOf(coding) === 'released').length;
    return { id, role: own[0]?.role, sessions: own.length, released };
  });
}

function sessionEntry({ path, facts, transcript, codebook, codings }: ExportedSession): unknown {
  return {
    transcript: path,
    case: facts.case,
    session: facts.session,
    sha256: textHash(transcript.lines.map(({ text }) => text).join('\n')),
    turns: transcript.turns.length,
    codebook: { id: codebook.id, version: codebook.version },
    codings: [...codings]
      .sort(({ coding: a }, { coding: b }) => compareText(a.coder, b.coder))
      .map((each) => codingEntry(each, transcript.turns.length)),
  };
}

function codingEntry({ coding, places }: ExportedCoding, turns: number): unknown {
  const { coder, role, codebook, annotations } = coding;
  return {
    coder,
    role,
    state: stateOf(coding),
    codebook: codebook ?? null,
    judged_turns: judgedCount(coding, turns),
    annotations: places.size,
    left_out: annotations.length - places.size,
  };
}
