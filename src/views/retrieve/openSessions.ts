import * as vscode from 'vscode';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { folderOf } from '../../store/nearest';
import type { StudyShape, StudyTranscript } from '../../store/studyShape';
import type { Studies } from './search';

/** The open transcripts as a study. */
export function openSessions(codings: Codings): Studies {
  return {
    onDidChange: codings.onDidChange,
    shape: async () => {
      const [first] = codings.all;
      if (!first) return undefined;
      await Promise.all(codings.all.map((coded) => codings.loaded(coded)));
      return shapeOf(first, codings.all);
    },
  };
}

function shapeOf(first: CodedTranscript, all: readonly CodedTranscript[]): StudyShape {
  const { uri } = first.document;
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? folderOf(uri);
  return {
    root,
    studyUri: null,
    study: first.study,
    sessions: all.map((coded) => transcriptOf(coded)),
    missing: [],
  };
}

function transcriptOf(coded: CodedTranscript): StudyTranscript {
  const { document, facts, codebook, hidden, parsed } = coded;
  return {
    uri: document.uri,
    path: vscode.workspace.asRelativePath(document.uri, false),
    facts,
    codebook,
    hidden,
    turns: parsed.turns.length,
    parsed: () => Promise.resolve(parsed),
    codings: [],
    planned: [],
    unreadable: [],
  };
}
