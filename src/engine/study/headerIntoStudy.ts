import type { Header } from '../transcript/types';
import { putSession } from './editStudy';
import { isNewerStudy, readStudy } from './studyFile';

/**
 * A study file that says of a session what `key` of its header says, so that the header need not. Null where the file says
 * it already, or something else: the study file wins; where it is of a newer version; and where it could not be read
 * afterwards.
 *
 * @param transcript its path from the study file, with `/`.
 * @param caseId where the study does not list the session yet.
 */
export function headerIntoStudy(
  text: string,
  transcript: string,
  caseId: string,
  header: Header,
  key: string,
): string | null {
  const { study, faults } = readStudy(text);
  if (!study || isNewerStudy(text)) return null;
  const listed = study.sessions.find((each) => each.transcript === transcript);
  const { session, date, stage, scores } = header;
  const said = { session, date, stage, scores };
  const given = Object.entries(said).find(([name]) => name === key);
  // A session stands under its case: that says the case.
  if (!given && (key !== 'case' || listed)) return null;
  if (listed && Object.entries(listed).some(([name, value]) => name === key && isSaid(value))) return null;
  const entry = given ? { transcript, [given[0]]: given[1] } : { transcript };
  const next = putSession(listed?.case ?? caseId, entry)(text);
  const after = next === null ? null : readStudy(next);
  const now = after?.study?.sessions.find((each) => each.transcript === transcript);
  return now && after && after.faults.length <= faults.length ? next : null;
}

function isSaid(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== null;
}
