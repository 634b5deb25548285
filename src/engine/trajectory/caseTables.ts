import type { CaseSession, CaseTrajectory } from './caseTypes';
import { csvText, tableOf, type Table } from './csvText';

/** The tables of a case, as scripts and spreadsheets read them. None holds a word of a session. */
export type CaseTableName = 'sessions' | 'series' | 'tenths' | 'detectors';

/** One table as comma-separated values; each row says which case it is of. */
export function caseTableCsv(trajectory: CaseTrajectory, name: CaseTableName): string {
  return csvText({ case: trajectory.case }, tables[name](trajectory));
}

const tables: Record<CaseTableName, (trajectory: CaseTrajectory) => Table> = {
  sessions: sessionTable,
  series: seriesTable,
  tenths: tenthTable,
  detectors: detectorTable,
};

/** A row for each coding; with the coder's ratings, and the scores by rater. */
function sessionTable({ sessions }: CaseTrajectory): Table {
  const ratings = new Set(sessions.flatMap((session) => Object.keys(session.ratings)));
  const scores = new Set(sessions.flatMap((session) => [...scoresOf(session).keys()]));
  const ratingOf = (id: string) => (one: CaseSession) => one.ratings[id] ?? null;
  const scoreOf = (id: string) => (one: CaseSession) => scoresOf(one).get(id) ?? null;
  return tableOf<CaseSession>(
    {
      session: (one) => one.session,
      transcript: (one) => one.transcript,
      coder: (one) => one.coder,
      date: (one) => one.date,
      stage: (one) => one.stage,
      x: (one) => one.x,
      ruptures: (one) => one.ruptures,
      resolved: (one) => one.resolved,
      open_at_end: (one) => one.open_at_end,
      attempts: (one) => one.attempts,
      judged: (one) => one.judged,
      ...Object.fromEntries([...ratings].map((id) => [`r_${id}`, ratingOf(id)])),
      ...Object.fromEntries([...scores].map((id) => [id, scoreOf(id)])),
    },
    sessions,
  );
}

/** Scores by `RATER_SCALE`. */
function scoresOf({ scores }: CaseSession): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(scores).flatMap(([rater, of]) =>
      Object.entries(of).map(([scale, value]): [string, number] => [`${rater}_${scale}`, value]),
    ),
  );
}

function seriesTable({ series }: CaseTrajectory): Table {
  const points = series.flatMap((of) => of.points.map((point) => ({ of, point })));
  return tableOf<(typeof points)[number]>(
    {
      series: ({ of }) => of.name,
      source: ({ of }) => of.source,
      kind: ({ of }) => of.kind,
      better: ({ of }) => of.better,
      session: ({ point }) => point.session,
      transcript: ({ point }) => point.transcript,
      x: ({ point }) => point.x,
      value: ({ point }) => point.value,
      within: ({ point }) => point.within,
      lagged: ({ point }) => point.lagged,
    },
    points,
  );
}

/** A row for each tenth of each coding: the heat map. */
function tenthTable({ sessions }: CaseTrajectory): Table {
  const families = new Set(sessions.flatMap(({ tenths }) => Object.keys(tenths.families)));
  const parts = sessions.flatMap((of) =>
    of.tenths.rupture_impact.map((impact, index) => ({ of, impact, index })),
  );
  type Part = (typeof parts)[number];
  const countOf = (family: string) => (part: Part) => part.of.tenths.families[family]?.[part.index] ?? 0;
  return tableOf<Part>(
    {
      session: ({ of }) => of.session,
      transcript: ({ of }) => of.transcript,
      coder: ({ of }) => of.coder,
      tenth: ({ index }) => index + 1,
      rupture_impact: ({ impact }) => impact,
      ...Object.fromEntries([...families].map((id) => [`${id}_n`, countOf(id)])),
    },
    parts,
  );
}

/** A row for each finding, and for each series of which a method found or says nothing; parameters as JSON. */
function detectorTable({ detectors }: CaseTrajectory): Table {
  const all = detectors.flatMap((result) => {
    const findings = result.method === 'shape' ? [result.estimates] : result.findings;
    return (findings.length === 0 ? [null] : findings).map((finding) => ({ result, finding }));
  });
  return tableOf<(typeof all)[number]>(
    {
      detector: ({ result }) => result.detector,
      series: ({ result }) => result.series.name,
      source: ({ result }) => result.series.source,
      n: ({ result }) => result.n,
      undefined: ({ result }) => result.undefined,
      parameters: ({ result }) => JSON.stringify(result.parameters),
      finding: ({ finding }) => finding && JSON.stringify(finding),
    },
    all,
  );
}
