import type { CaseTableState, ShownCaseTable } from '../../src/panel/case-table/messages';
import { CaseReckoner } from '../../src/views/case/reckoner';
import type { GatheredStudy, ListedCase } from '../../src/views/case/types';
import { reckonStudy } from '../../src/views/caseTable/reckon';
import { caseTable } from '../../src/views/caseTable/state';
import type { TabledCase } from '../../src/views/caseTable/types';
import { plain } from '../../src/words/faults';
import { episode } from '../unit/builders';
import { fourSessions, gathered, marks, type Given } from './caseMembers';

/** Studies of several cases as the editor would gather them, for tests of their table. */

/** The four sessions again, of another case, with other scores of the client. */
export function caseLike(name: string, said: (index: number) => Partial<Given>): Given[] {
  return fourSessions.map((one, index) => {
    const { facts, ...rest } = said(index);
    const path = `${name}/s${index + 1}.transcript`;
    return { ...one, ...rest, path, facts: { ...one.facts, case: name, ...facts } };
  });
}

/** As a client's scores go in some case: enough sessions for a trend and its name. */
export function longCase(name: string, from: number, step: number): Given[] {
  return Array.from({ length: 12 }, (_, index) => ({
    path: `${name}/s${index + 1}.transcript`,
    facts: {
      case: name,
      session: index + 1,
      scores: { client: { wai: from + step * index + (index % 3) / 10, phq9: 20 - index } },
    },
    coding: {
      annotations: marks(index % 4 === 1 ? 1 : 0),
      episodes: index % 4 === 1 ? [episode('epis1aaa', ['rupt0aaa'], ['repair1a'], 5)] : [],
    },
  }));
}

/** All that alice coded, and cases of which nothing may be seen. */
export function studyOf(given: readonly Given[], more: readonly ListedCase[] = []): GatheredStudy {
  const codings = gathered(given);
  const { coder, members } = codings;
  const names = [...new Set(members.map(({ facts }) => facts.case))];
  const cases = names.map((name): ListedCase => {
    const sessions = members.filter(({ facts }) => facts.case === name).length;
    return { case: name, coder, sessions, hidden: 0 };
  });
  return { cases: [...cases, ...more], codings: new Map([[coder.id, codings]]) };
}

export async function tabledOf(study: GatheredStudy): Promise<readonly TabledCase[]> {
  const waiting = { isStale: () => false, progress: () => undefined };
  return (await reckonStudy(study, new CaseReckoner(), waiting)) ?? [];
}

export async function tableOf(
  given: readonly Given[],
  more: readonly ListedCase[] = [],
): Promise<ShownCaseTable> {
  return caseTable(await tabledOf(studyOf(given, more)), plain);
}

const hiddenCase: ListedCase = { case: 'C4', coder: null, sessions: 3, hidden: 5 };

/** Four cases: a short one, one that grows, one that declines and was measured otherwise, and one that is hidden. */
export function someCases(): Promise<ShownCaseTable> {
  return (some ??= madeCases());
}

let some: Promise<ShownCaseTable> | null = null;

function madeCases(): Promise<ShownCaseTable> {
  const declining = longCase('C3', 6, -0.2).map((one, index) => ({
    ...one,
    coding: {
      ...one.coding,
      ratings: [{ rating: 'bond', scope: 'session' as const, value: 7 - Math.floor(index / 3) }],
    },
  }));
  const given = [...fourSessions, ...longCase('C2', 3, 0.2), ...declining, ...longCase('C10', 4, 0.01)];
  return tableOf(given, [hiddenCase]);
}

/** Sixty cases. */
export async function manyCases(): Promise<ShownCaseTable> {
  const { rows, ...table } = await someCases();
  const many = Array.from({ length: 12 }, (_, round) =>
    rows.map((row, index) => {
      const name = `P${String(round * rows.length + index + 1).padStart(2, '0')}`;
      return {
        ...row,
        case: name,
        cells: row.cells.map((cell) =>
          cell.column === 'case' ? { ...cell, text: name, value: name } : cell,
        ),
      };
    }),
  );
  return { ...table, rows: many.flat() };
}

export const tableNotices: Readonly<Record<'reading' | 'empty', CaseTableState>> = {
  reading: {
    kind: 'notice',
    title: 'Reading the study…',
    text: 'Sessions read: 30 of 120.',
    progress: 0.25,
    action: { label: 'Stop', action: 'stop' },
  },
  empty: {
    kind: 'notice',
    title: 'There is no session in this folder yet',
    text: 'Import transcripts or put them here.',
    progress: null,
    action: { label: 'Set Up Study', action: 'setUp' },
  },
};
