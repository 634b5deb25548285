import * as vscode from 'vscode';
import type { Codings } from '../../store/codings';
import type { Identities } from '../../store/identity';
import type { StudyIndex } from '../../store/studyIndex';
import type { Transcripts } from '../../store/transcripts';
import { Around } from './around';
import { FileCompletion } from './fileCompletion';
import { FileDefinition } from './fileDefinition';
import { FileDiagnostics } from './fileDiagnostics';
import { FileFixes } from './fileFixes';
import { FileHover } from './fileHover';
import { FileNames } from './fileNames';
import { FileOutline } from './fileOutline';
import { OtherPeoplesFiles } from './otherPeoplesFiles';
import { OurFiles, ourFiles } from './ourFiles';
import { Schemas } from './schemas';

/** What the editor knows of codebook, annotation and study files: completion, hovers, definitions, outline, problems with their fixes. */
export function registerFiles(
  extension: vscode.Uri,
  transcripts: Transcripts,
  codings: Codings,
  identities: Identities,
  index: StudyIndex,
): vscode.Disposable {
  const { languages } = vscode;
  const files = new OurFiles();
  const around = new Around(files);
  const schemas = new Schemas(extension);
  return vscode.Disposable.from(
    new FileDiagnostics(transcripts, codings, files, around, index),
    new OtherPeoplesFiles(files, around, identities),
    languages.registerCompletionItemProvider(
      ourFiles,
      new FileCompletion(files, schemas, new FileNames(files, around)),
      ...FileCompletion.triggers,
    ),
    languages.registerHoverProvider(ourFiles, new FileHover(files, schemas, around)),
    languages.registerDefinitionProvider(ourFiles, new FileDefinition(files, around)),
    languages.registerDocumentSymbolProvider(ourFiles, new FileOutline(files), { label: 'Alliance' }),
    languages.registerCodeActionsProvider(ourFiles, new FileFixes(files, schemas, around, identities), {
      providedCodeActionKinds: [FileFixes.kind],
    }),
  );
}
