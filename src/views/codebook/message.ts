import * as vscode from 'vscode';
import { isSameCodebook } from '../../engine/codebook/keys';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName } from '../../store/nearest';

/** What one should know of the codebook before using it: that it cannot be read, or that codings were made with another. Empty where there is nothing to say. */
export function messageOf(coded: CodedTranscript): string {
  return [stateLine(coded), mixLine(coded)].filter((line) => line !== null).join('\n');
}

function stateLine({ codebookUri, lacksCodebook, keepsCodebook }: CodedTranscript): string | null {
  const name = codebookUri ? baseName(codebookUri) : '';
  if (lacksCodebook) {
    return vscode.l10n.t('{0} cannot be read. The Problems view says where it is at fault.', name);
  }
  if (!keepsCodebook) return null;
  return vscode.l10n.t(
    '{0} cannot be read as it stands now, so its last state is in use. The Problems view says where it is at fault.',
    name,
  );
}

/** Figures count all codings by the codebook in use: whoever reads them should know which versions they mix. */
function mixLine({ people, codebook }: CodedTranscript): string | null {
  const others = people.flatMap(({ file }) => {
    const { coder, codebook: made } = file.file.coding;
    if (!made || isSameCodebook(made, codebook)) return [];
    return [`${coder}: ${made.id} ${made.version}`];
  });
  if (others.length === 0) return null;
  return vscode.l10n.t(
    'Not everything was coded with this codebook, {0} ({1}). “Recode All” brings a coding up to date.',
    `${codebook.id} ${codebook.version}`,
    others.join(', '),
  );
}
