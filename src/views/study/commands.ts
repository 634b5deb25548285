import * as vscode from 'vscode';
import type { Identities } from '../../store/identity';
import type { StudyIndex } from '../../store/studyIndex';
import { summaryOf } from './summary';

export function registerStudyCommands(index: StudyIndex, identities: Identities): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.refreshStudy', async () => {
    await index.read();
    return summaryOf(index, identities.current?.id ?? null);
  });
}
