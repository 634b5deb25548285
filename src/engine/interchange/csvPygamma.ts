import { turnStarts } from '../agreement/pairing';
import { codeFor } from '../codebook/keys';
import { codedSessions, type CodedSession } from './tables/codedSessions';
import { csvWithoutHead } from '../csv';
import type { Export, ExportedFile, ExportedSession, ExportedStudy } from './exported';
import { loss } from './losses';
import { manifestOf } from './tables/manifest';
import { companion, type TableOptions } from './tables/table';
import { counted, sharedLosses } from './tables/tableLosses';

/**
 * Passages for γ (Mathet, Widlöcher & Métivier 2015) by the program pygamma-agreement: annotator, code, where it begins and
 * ends in code points from the start of the session, the line between two turns counted as one. That program takes a file for
 * one continuum and has no line of names, so each session has a file of its own.
 */
export function csvPygamma(study: ExportedStudy, options: TableOptions): Export {
  const { name } = options;
  const coded = codedSessions(study);
  const sessions = study.sessions.filter((session) => coded.some((each) => each.session === session));
  const names = namesOf(sessions, name);
  const files = sessions.map((session, index): ExportedFile => {
    const own = coded.filter((each) => each.session === session);
    return { name: names[index] ?? name, content: csvWithoutHead(own.flatMap(rowsOf)) };
  });
  const losses = [
    ...sharedLosses(study, coded, options),
    ...(coded.length > 0 ? [loss('judged-turns')] : []),
    ...counted('no-passages', coded.filter(({ annotations }) => annotations.length === 0).length),
    ...counted('uncoded-sessions', study.sessions.length - sessions.length),
  ];
  const manifest = manifestOf('csv-pygamma', study, options, losses);
  return { files: [...files, { name: companion(name, 'manifest.json'), content: manifest }], losses };
}

/** The name asked for, where one session is exported; else with the session's path before the ending. */
function namesOf(sessions: readonly ExportedSession[], name: string): string[] {
  if (sessions.length === 1) return [name];
  const taken = new Set<string>();
  return sessions.map(({ path }) => {
    const stem = path.replace(/\.(?:transcript|txt)$/, '').replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-');
    let free = companion(name, `${stem}.csv`);
    for (let number = 2; taken.has(free.toLowerCase()); number++)
      free = companion(name, `${stem}-${number}.csv`);
    taken.add(free.toLowerCase());
    return free;
  });
}

function rowsOf({ session, coding, annotations }: CodedSession): (string | number)[][] {
  const { turns } = session.transcript;
  const starts = turnStarts(turns);
  return annotations.flatMap(({ code, at }) => {
    const [first, last] = [at.turn, at.end_turn ?? at.turn];
    const start = (starts[first - 1] ?? 0) + (at.start ?? 0);
    const end = (starts[last - 1] ?? 0) + (at.end ?? Array.from(turns[last - 1]?.text ?? '').length);
    const known = codeFor(session.codebook, code)?.id ?? code;
    // The program takes no unit without a length.
    return end > start ? [[coding.coder, known, start, end]] : [];
  });
}
