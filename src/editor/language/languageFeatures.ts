import * as vscode from 'vscode';
import type { Codings } from '../../store/codings';
import { language, type Transcripts } from '../../store/transcripts';
import { TranscriptDiagnostics } from './diagnostics';
import { Folding } from './folding';
import { LabelHover } from './labelHover';
import { Outline } from './outline';
import { SessionShapes } from './sessionShapes';

/** Outline, folding, hovers on labels and diagnostics of transcripts, wherever they are stored. */
export function registerLanguageFeatures(transcripts: Transcripts, codings: Codings): vscode.Disposable {
  const { languages } = vscode;
  const shapes = new SessionShapes(transcripts, codings);
  const outline = new Outline(shapes);
  const folding = new Folding(shapes);
  const diagnostics = new TranscriptDiagnostics(transcripts);
  let outlining = languages.registerDocumentSymbolProvider(language, outline);
  return vscode.Disposable.from(
    diagnostics,
    folding,
    languages.registerFoldingRangeProvider(language, folding),
    languages.registerHoverProvider(language, new LabelHover(shapes)),
    transcripts.onDidClose(({ uri }) => outline.forget(uri)),
    codings.onDidChange(({ transcript }) => {
      // The study may list other speakers or segments than were known before; the text, and so its version, is the same.
      diagnostics.update(transcript);
      if (!outline.isStale(transcript.uri)) return;
      folding.refresh();
      outlining.dispose();
      outlining = languages.registerDocumentSymbolProvider(language, outline);
    }),
    { dispose: () => void outlining.dispose() },
  );
}
