import type * as vscode from 'vscode';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { StudyIndex } from '../../store/studyIndex';

/** Where a name is masked: at the cursor, in the transcript, in all transcripts of its case. */
export type MaskScope = 'here' | 'transcript' | 'case';

/** A name to be masked. */
export interface MaskRequest {
  readonly words: string;
  readonly anyCase: boolean;
  readonly token: string;
  readonly scope: MaskScope;
}

/** A transcript with its text as it is in the editor, else on disk. */
export interface CaseText {
  readonly uri: vscode.Uri;
  readonly parsed: ParsedTranscript;
}

/** The transcripts of one case. */
export interface CaseTexts {
  /** What the case is called; null where the transcript belongs to none. */
  readonly name: string | null;
  /** The one that was asked about comes first. */
  readonly texts: readonly CaseText[];
}

/** All transcripts of the case that an open one belongs to; it alone where no study is known of it. */
export async function readCase({ document, parsed }: CodedTranscript, index: StudyIndex): Promise<CaseTexts> {
  const here = { uri: document.uri, parsed };
  const sessions = (await index.read())?.sessions ?? [];
  const own = sessions.find(({ uri }) => uri.toString() === document.uri.toString());
  const name = own?.facts.case ?? null;
  const others = sessions.filter((each) => each !== own && own && name !== null && each.facts.case === name);
  const texts = await Promise.all(
    others.map(async ({ uri, parsed: read }) => ({ uri, parsed: await read() })),
  );
  return { name, texts: [here, ...texts] };
}
