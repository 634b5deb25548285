import * as vscode from 'vscode';
import { showInformationMessage } from '../../editor/messages';
import { putDetectors } from '../../engine/study/editStudy';
import { replaceText } from '../../store/personDisk';
import type { StudyIndex } from '../../store/studyIndex';
import type { Node } from '../study/nodes';
import { trajectoryView } from '../trajectory/view';
import type { CasePage } from './casePage';

/** Turning to the page of a case, from wherever a case or a session stands; and the parameters of its methods. */
export function registerCaseCommands(page: CasePage, study: StudyIndex): vscode.Disposable {
  const { registerCommand, executeCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.showCase', async (from: Node | vscode.Uri | undefined) => {
      const name = await caseOf(from, study);
      if (name === undefined) page.turnTo('case');
      else page.show(name);
      await executeCommand(`${trajectoryView}.focus`);
      return page.figures();
    }),
    registerCommand('alliance.editDetectors', () => editDetectors(study)),
  );
}

/** Undefined where no case is named: then it is that of the transcript looked at. */
async function caseOf(
  from: Node | vscode.Uri | undefined,
  study: StudyIndex,
): Promise<string | null | undefined> {
  if (from instanceof vscode.Uri) {
    const shape = study.current ?? (await study.read());
    return shape?.sessions.find(({ uri }) => uri.toString() === from.toString())?.facts.case;
  }
  if (from?.kind === 'case') return from.case;
  return from?.kind === 'session' || from?.kind === 'person' ? from.session.facts.case : undefined;
}

/** Opens the study file where it says how methods are used; where it does not, all of it is put in, to be changed and saved. */
async function editDetectors(study: StudyIndex): Promise<boolean> {
  const uri = (study.current ?? (await study.read()))?.studyUri;
  if (!uri) {
    void showInformationMessage(
      vscode.l10n.t('There is no study file here to set parameters in. “Set Up Study” makes one.'),
    );
    return false;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const added = lineOfKey(document) === null ? putDetectors(document.getText()) : null;
  if (added !== null) await replaceText(document, added);
  const line = lineOfKey(document);
  const start = line === null ? undefined : new vscode.Position(line, 0);
  const editor = await vscode.window.showTextDocument(
    document,
    start ? { selection: new vscode.Range(start, start) } : {},
  );
  if (start) editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
  return start !== undefined;
}

/** The line of the key at the top of the file; null where it is not there. */
function lineOfKey(document: vscode.TextDocument): number | null {
  const at = /^["']?detectors["']?[ \t]*:/mu.exec(document.getText())?.index;
  return at === undefined ? null : document.positionAt(at).line;
}
