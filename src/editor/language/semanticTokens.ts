import * as vscode from 'vscode';
import { speakerOf } from '../../engine/transcript/labels';
import type { Role } from '../../engine/transcript/types';
import type { Transcripts } from '../../store/transcripts';
import { TypingPause } from './typingPause';

/** In package.json each has the colour that the grammar gives the usual labels of its role. */
const types: Readonly<Record<Role, string>> = {
  therapist: 'therapistLabel',
  client: 'clientLabel',
  other: 'otherLabel',
};

export const tokensLegend = new vscode.SemanticTokensLegend(Object.values(types));

/** Colours each label by the role that header or study file give it; the grammar knows the usual names only. */
export class RoleTokens implements vscode.DocumentRangeSemanticTokensProvider {
  readonly #transcripts: Transcripts;
  readonly #pause = new TypingPause();

  constructor(transcripts: Transcripts) {
    this.#transcripts = transcripts;
  }

  async provideDocumentRangeSemanticTokens(
    { uri }: vscode.TextDocument,
    { start, end }: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | null> {
    const transcript = this.#transcripts.of(uri);
    if (!transcript || !(await this.#pause.of(transcript, token))) return null;
    const { parsed } = transcript;
    const tokens = new vscode.SemanticTokensBuilder(tokensLegend);
    for (let line = start.line; line <= end.line; line++) {
      const reading = parsed.readings[line];
      if (reading?.kind !== 'label') continue;
      const { labelStart, labelEnd } = reading;
      const label = parsed.lines[line]?.text.slice(labelStart, labelEnd) ?? '';
      const range = new vscode.Range(line, labelStart, line, labelEnd);
      tokens.push(range, types[speakerOf(parsed.labels, label).role]);
    }
    return tokens.build();
  }
}
