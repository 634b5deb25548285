import { compareText } from '../../compareText';
import type { Coding } from '../../annotations/types';
import type { Codebook } from '../../codebook/types';
import type { ExportedSession, ExportedStudy } from '../exported';
import { loss, type Loss } from '../losses';
import { codesOf } from './codesOut';
import { CodingWriter, type WrittenCoding, type WrittenNote, type Writing } from './codingsOut';
import { sessionDate } from './dates';
import { factsOfSessions } from './factsOut';
import { guidOf, sourceGuid } from './guids';
import type { QdaProject, QdaSource, QdaUser } from './model';
import { Names } from './names';
import { SourceText } from './sourceText';
import { describedAs, type Fact } from './words';

/** A project with the texts of its files, by GUID. */
export interface QdaPackage {
  readonly project: QdaProject;
  readonly texts: ReadonlyMap<string, string>;
}

/** What a study is for other programs, and what they will not have of it. */
export function packageOf(
  study: ExportedStudy,
  origin: string,
): QdaPackage & { readonly losses: readonly Loss[] } {
  const { sessions } = study;
  const people = usersOf(study);
  const codebooks = [...new Set(sessions.map(({ codebook }) => codebook))];
  const codes = codesOf(codebooks, codesUsed(sessions));
  const names = sourceNames(sessions);
  const writing: Writing = {
    codes,
    sourceName: (path) => names.get(path) ?? path,
    noteNames: new Names(),
    userOf: userGuid,
    nameOf: (coder) => people.get(coder)?.name ?? coder,
  };
  const facts = factsOfSessions(sessions);
  const written = sessions.map((session) => {
    const text = new SourceText(session.transcript);
    const codings = session.codings.map((each) => new CodingWriter(each, session, text, writing).write());
    return {
      session,
      text,
      codings,
      source: sourceOf(session, codings, writing),
    };
  });
  const all = written.flatMap(({ codings }) => codings);
  const notes = all.flatMap((coding) => coding.notes);
  const project: QdaProject = {
    name: study.name,
    origin,
    creatingUser: [...people.values()][0]?.guid ?? null,
    created:
      written
        .map(({ source }) => source.created ?? '')
        .sort()
        .at(-1) ?? null,
    users: [...people.values()],
    codes: codes.tree,
    variables: facts.variables,
    cases: facts.cases,
    sources: written.map(({ source, session }) => ({ ...source, values: facts.valuesOf(session) })),
    notes: notes.map(({ note }) => note),
    links: all.flatMap(({ links }) => links),
    description: '',
    noteRefs: [],
  };
  const texts = new Map([
    ...written.map(({ source, text }) => [source.guid, text.text] as const),
    ...notes.map(({ note, text }: WrittenNote) => [note.guid, text] as const),
  ]);
  return {
    project,
    texts,
    losses: [
      ...written.flatMap(lossesOf),
      ...written.flatMap(({ text, session: { path } }) =>
        text.isChanged ? [loss('qda-characters', { transcript: path })] : [],
      ),
      ...lossesOfAll(sessions, all),
    ],
  };
}

function userGuid(coder: string): string {
  return guidOf('user', coder);
}

/** Everybody who coded, the consensus among them; in the order of their ids. */
function usersOf({ sessions, study }: ExportedStudy): ReadonlyMap<string, QdaUser> {
  const called = new Map<string, string>();
  for (const { coding } of sessions.flatMap(({ codings }) => codings)) {
    if (coding.name !== undefined || !called.has(coding.coder)) {
      called.set(coding.coder, coding.name ?? coding.coder);
    }
  }
  for (const { id, name } of study?.coders ?? []) if (name !== null && called.has(id)) called.set(id, name);
  const names = new Names();
  const byId = [...called].sort(([a], [b]) => compareText(a, b));
  return new Map(
    byId.map(([id, name]) => [
      id,
      { guid: userGuid(id), name: names.give(name.trim(), `${name.trim()} (${id})`.trim()), id },
    ]),
  );
}

function codesUsed(sessions: readonly ExportedSession[]): ReadonlyMap<Codebook, ReadonlySet<string>> {
  const used = new Map<Codebook, Set<string>>();
  for (const { codebook, codings } of sessions) {
    const ids = used.get(codebook) ?? new Set();
    for (const { coding, places } of codings) {
      for (const annotation of coding.annotations) if (places.has(annotation)) ids.add(annotation.code);
    }
    used.set(codebook, ids);
  }
  return used;
}

/** By path: the file's name without its ending; with its folder where another has the same. */
function sourceNames(sessions: readonly ExportedSession[]): ReadonlyMap<string, string> {
  const stems = sessions.map(({ path }) => path.replace(/\.(?:transcript|txt)$/i, ''));
  const bare = stems.map((stem) => stem.slice(stem.lastIndexOf('/') + 1));
  const names = new Names();
  const given = stems.map((stem, index) => {
    const own = bare[index] ?? stem;
    const isAlone = bare.filter((each) => each.toLowerCase() === own.toLowerCase()).length === 1;
    const whole = stem.replaceAll('/', ' - ');
    return isAlone ? names.give(own, whole) : names.give(whole);
  });
  return new Map(sessions.map(({ path }, index) => [path, given[index] ?? path]));
}

function sourceOf(session: ExportedSession, codings: readonly WrittenCoding[], writing: Writing): QdaSource {
  const guid = sourceGuid(session.path);
  const first = session.codings[0]?.coding.coder;
  return {
    guid,
    name: writing.sourceName(session.path),
    plainTextPath: `internal://${guid}.txt`,
    richTextPath: null,
    content: null,
    user: first === undefined ? null : userGuid(first),
    created: sessionDate(session.facts),
    description: describedAs({ words: '', facts: factsOfSource(session, writing) }),
    selections: codings.flatMap(({ selections }) => selections),
    codings: [],
    noteRefs: codings.flatMap(({ onSession }) => onSession),
    values: [],
  };
}

/** Judgements of the session and its segments, and memos on it, in words. */
function factsOfSource({ path, codings, codebook }: ExportedSession, { nameOf }: Writing): Fact[] {
  const said = codings.flatMap(({ coding }) => [
    ...ratingsOf(coding, codebook, nameOf),
    ...memosOf(coding, nameOf),
  ]);
  return [['Transcript', path], ...said];
}

function ratingsOf(coding: Coding, codebook: Codebook, nameOf: Writing['nameOf']): Fact[] {
  return coding.ratings.map(({ rating, scope, value, note }) => {
    const defined = codebook.ratings.find(({ id }) => id === rating);
    const scale = defined && codebook.scales.get(defined.scale);
    const label = scale?.values.find((each) => each.value === value)?.label;
    const where = scope === 'session' ? 'session' : `turns ${scope.from_turn}–${scope.to_turn}`;
    const words = [String(value), ...(label === undefined ? [] : [`(${label})`]), ...(note ? [note] : [])];
    return [`${defined?.label ?? rating}, ${where} (${nameOf(coding.coder)})`, words.join(' ')];
  });
}

function memosOf(coding: Coding, nameOf: Writing['nameOf']): Fact[] {
  return coding.memos.flatMap(({ text, at }) =>
    at === undefined ? [[`Memo (${nameOf(coding.coder)})`, text] as const] : [],
  );
}

interface WrittenSession {
  readonly session: ExportedSession;
  readonly codings: readonly WrittenCoding[];
}

function lossesOf({ session, codings }: WrittenSession): Loss[] {
  return codings.flatMap(({ missing }, index) => {
    const coder = session.codings[index]?.coding.coder ?? '';
    return missing > 0 ? [loss('uncertain-places', { transcript: session.path, coder, count: missing })] : [];
  });
}

/** What no program for qualitative analysis, or not every one, has a place for. */
function lossesOfAll(sessions: readonly ExportedSession[], written: readonly WrittenCoding[]): Loss[] {
  const codings = sessions.flatMap((session) => session.codings.map(({ coding }) => coding));
  const sum = (of: (coding: Coding) => number): number =>
    codings.reduce((total, coding) => total + of(coding), 0);
  const rated = codings.flatMap(({ annotations }) => annotations.filter(({ ratings }) => ratings)).length;
  const counts = [
    ['qda-ratings', rated + sum(({ ratings }) => ratings.length)],
    ['qda-links', written.flatMap(({ links }) => links).length],
    ['qda-comments', sum(({ comments }) => comments.length)],
    ['qda-doubles', written.reduce((total, { doubles }) => total + doubles, 0)],
    ['qda-releases', codings.filter(({ released }) => released).length],
  ] as const;
  return counts.flatMap(([code, number]) => (number > 0 ? [loss(code, { count: number })] : []));
}
