import { emptyHeader } from '../transcript/header';
import type { ParsedTranscript } from '../transcript/parse';
import type { ProposedCase, SessionEntry } from './editStudy';
import { sessionFacts } from './sessionFacts';

/** A transcript of a folder that is to become a study. */
export interface FoundTranscript {
  /** From the study's folder, with `/`. */
  readonly path: string;
  /** Null where it could not be read. */
  readonly parsed: ParsedTranscript | null;
}

const aDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * The cases of a folder, as headers, folders and file names tell them: by case, within a case by session number, as a person
 * counts (2 before 10). `rootName` is the name of the study's own folder, the case of what lies in it.
 */
export function proposeCases(
  transcripts: readonly FoundTranscript[],
  rootName: string,
): readonly ProposedCase[] {
  const byCase = new Map<string, SessionEntry[]>();
  for (const each of [...transcripts].sort((a, b) => naturally(a.path, b.path))) {
    const { caseId, entry } = sessionOf(each, rootName);
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), entry]);
  }
  return [...byCase]
    .sort(([a], [b]) => naturally(a, b))
    .map(([id, sessions]) => ({ id, sessions: sessions.sort(bySession) }));
}

function sessionOf(
  { path, parsed }: FoundTranscript,
  rootName: string,
): { caseId: string; entry: SessionEntry } {
  const steps = path.split('/');
  const header = parsed?.header ?? emptyHeader;
  const facts = sessionFacts(null, path, header, steps.at(-2) ?? rootName, steps.at(-1) ?? '');
  return {
    caseId: facts.case || 'case',
    entry: {
      transcript: path,
      session: facts.session,
      date: facts.date !== null && aDate.test(facts.date) ? facts.date : null,
      stage: facts.stage,
      scores: facts.scores,
    },
  };
}

function bySession(a: SessionEntry, b: SessionEntry): number {
  const [first, second] = [a.session ?? Number.MAX_SAFE_INTEGER, b.session ?? Number.MAX_SAFE_INTEGER];
  return first - second || naturally(a.transcript, b.transcript);
}

const collator = new Intl.Collator('en', { numeric: true });

function naturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
