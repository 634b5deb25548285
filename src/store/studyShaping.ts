import type * as vscode from 'vscode';
import { isMadeIn } from '../engine/annotations/prints';
import { blindingOf, factsShown, sightOf, studyShown } from '../engine/study/blinding';
import { sessionFacts } from '../engine/study/sessionFacts';
import { inPlanOrder, inStudyOrder } from '../engine/study/studyOrder';
import type { SessionFacts } from '../engine/study/types';
import { judgedCount } from '../engine/trajectory/judged';
import type { Header } from '../engine/transcript/types';
import { codersTwice, misnamed } from './beside';
import type { CodedTranscript } from './codedTranscript';
import type { Identity } from './identity';
import { baseName, folderIn } from './nearest';
import { throughTheGate } from './person';
import type { PersonFiles } from './personFiles';
import type { StudyReading, TranscriptOnDisk } from './studyReader';
import type { LooseFile, SeenCoding, StudyShape, StudyTranscript } from './studyShape';

/** What a reading is shown by. */
export interface Shaping {
  readonly files: PersonFiles;
  /** Whoever codes in this window now. */
  readonly identity: Identity | undefined;
  /** The transcript as it is open in an editor, with everything around it read. */
  readonly open: (uri: vscode.Uri) => CodedTranscript | undefined;
}

/** The study as whoever codes in this window may see it now. */
export function shapeOf(reading: StudyReading, by: Shaping): StudyShape {
  const viewer = by.identity ?? null;
  const sight = sightOf(reading.study, viewer);
  const sessions = reading.transcripts.map((one) => sessionOf(one, reading, by));
  const study = reading.study && studyShown(reading.study, sight.hidden, viewer?.id ?? null);
  return {
    root: reading.root,
    studyUri: reading.file,
    study,
    sight,
    sessions: ordered(sessions, { study, sight }),
    loose: looseIn(reading, by),
    missing: reading.missing,
  };
}

function looseIn({ loose }: StudyReading, { identity }: Shaping): readonly LooseFile[] {
  const shown = loose.map((found): LooseFile => {
    const { transcript = '', coder = '' } = found.value?.coding ?? {};
    return { ...misnamed(found), transcript, coder, own: coder === identity?.id };
  });
  return shown.sort((a, b) => Number(b.own) - Number(a.own));
}

/** The same study with one session as it is now. */
export function withSession(shape: StudyShape, session: StudyTranscript): StudyShape {
  const sessions = shape.sessions.map((one) => (one.path === session.path ? session : one));
  return { ...shape, sessions: ordered(sessions, shape) };
}

/** A coder who is not to know the order of sessions has that of the plan. */
function ordered(
  sessions: readonly StudyTranscript[],
  { study, sight }: Pick<StudyShape, 'study' | 'sight'>,
): readonly StudyTranscript[] {
  const known = inStudyOrder(sessions, study);
  return sight.hidden.order ? inPlanOrder(known, study?.plan ?? []) : known;
}

export function sessionOf(one: TranscriptOnDisk, reading: StudyReading, by: Shaping): StudyTranscript {
  const coded = by.open(one.uri);
  const header = coded?.parsed.header ?? one.text.header;
  const hidden = blindingOf(reading.study, by.identity ?? null);
  const planned = reading.study?.plan.find(({ transcript }) => transcript === one.path)?.coders ?? [];
  return {
    uri: one.uri,
    path: one.path,
    facts: factsShown(factsOf(one, header, reading), hidden),
    planned: hidden.plan ? planned.filter((coder) => coder === by.identity?.id) : planned,
    twice: codersTwice(one.beside),
    unreadable: [...(one.text.isReadable ? [] : [one.uri]), ...one.beside.unreadable.map(({ uri }) => uri)],
    ...(coded ? openParts(coded) : partsOnDisk(one, reading, by)),
  };
}

type Parts = Pick<StudyTranscript, 'codebook' | 'turns' | 'parsed' | 'codings' | 'hidden' | 'unseen'>;

/** What is in the editor and in memory counts, not what is on disk. */
function openParts(coded: CodedTranscript): Parts {
  const turns = coded.parsed.turns.length;
  return {
    codebook: coded.codebook,
    turns,
    parsed: () => Promise.resolve(coded.parsed),
    codings: coded.people.map(({ file, own, sameText }): SeenCoding => {
      const { coding } = file.file;
      return {
        uri: file.uri,
        coding,
        own,
        // Codings speak of the text on disk; what is typed since is in the editor's marks.
        get sameText() {
          return sameText && !coded.document.isDirty;
        },
        judged: judgedCount(coding, turns),
      };
    }),
    hidden: coded.hidden,
    unseen: coded.unseen,
  };
}

function partsOnDisk(one: TranscriptOnDisk, { study }: StudyReading, by: Shaping): Parts {
  const { codebook, text, uri: transcript, beside } = one;
  const { shown, hidden, unseen } = throughTheGate({ transcript, beside, study }, by.identity, by.files);
  return {
    codebook,
    turns: text.turns,
    parsed: one.parsed,
    codings: shown.map(({ uri, value, text: onDisk, own }): SeenCoding => {
      const { coding } = by.files.known(uri, value, onDisk);
      const sameText = isMadeIn(coding, text.hash, () => text.prints);
      return { uri, coding, own, sameText, judged: judgedCount(coding, text.turns) };
    }),
    hidden,
    unseen,
  };
}

function factsOf({ uri, path }: TranscriptOnDisk, header: Header, reading: StudyReading): SessionFacts {
  const name = reading.cases.get(folderIn(path)) ?? '';
  return sessionFacts(reading.study, path, header, name, baseName(uri));
}
