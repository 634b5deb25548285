import * as vscode from 'vscode';
import type { Codings } from '../../store/codings';
import { language, type Transcripts } from '../../store/transcripts';
import { TranscriptCompletion } from './completion';
import { TranscriptDiagnostics } from './diagnostics';
import { Folding } from './folding';
import { registerGoToTurn } from './goToTurn';
import { TurnNumbers } from './inlayTurns';
import { LabelHover } from './labelHover';
import { Outline } from './outline';
import { SpeakerRename } from './renameSpeaker';
import { QuickFixes } from './quickFixes';
import { GrowingSelection } from './selectionRanges';
import { RoleTokens, tokensLegend } from './semanticTokens';
import { SessionShapes } from './sessionShapes';

/** What the editor knows of a transcript: colours, outline, folding, hovers, selection, numbers, names, completion, problems. */
export function registerLanguageFeatures(transcripts: Transcripts, codings: Codings): vscode.Disposable {
  const { languages } = vscode;
  const shapes = new SessionShapes(transcripts, codings);
  const outline = new Outline(shapes);
  const folding = new Folding(shapes);
  const turnNumbers = new TurnNumbers(transcripts);
  const diagnostics = new TranscriptDiagnostics(transcripts);
  /** These cannot tell the editor that they have news; registered anew, they are asked anew. */
  const registerSilent = (): vscode.Disposable =>
    vscode.Disposable.from(
      languages.registerDocumentSymbolProvider(language, outline),
      languages.registerDocumentRangeSemanticTokensProvider(
        language,
        new RoleTokens(transcripts),
        tokensLegend,
      ),
    );
  let silent = registerSilent();
  return vscode.Disposable.from(
    diagnostics,
    folding,
    turnNumbers,
    languages.registerFoldingRangeProvider(language, folding),
    languages.registerHoverProvider(language, new LabelHover(shapes)),
    languages.registerSelectionRangeProvider(language, new GrowingSelection(shapes)),
    languages.registerInlayHintsProvider(language, turnNumbers),
    languages.registerRenameProvider(language, new SpeakerRename(transcripts, codings)),
    languages.registerCodeActionsProvider(language, new QuickFixes(codings), {
      providedCodeActionKinds: [QuickFixes.kind],
    }),
    languages.registerCompletionItemProvider(
      language,
      new TranscriptCompletion(transcripts),
      ...TranscriptCompletion.triggers,
    ),
    registerGoToTurn(codings, shapes),
    transcripts.onDidClose(({ uri }) => outline.forget(uri)),
    codings.onDidChange(({ transcript }) => {
      // The study may list other speakers or segments than were known before; the text, and so its version, is the same.
      diagnostics.update(transcript);
      if (!outline.isStale(transcript.uri)) return;
      folding.refresh();
      turnNumbers.refresh();
      silent.dispose();
      silent = registerSilent();
    }),
    { dispose: () => void silent.dispose() },
  );
}
