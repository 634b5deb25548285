import * as vscode from 'vscode';
import { showInformationMessage } from '../../editor/messages';
import * as z from 'zod/mini';
import { casesCsv, type CaseOfTable } from '../../engine/trajectory/casesCsv';
import type { StudyIndex } from '../../store/studyIndex';
import { askForFile, writtenFile } from '../writtenFile';
import { summaryOf } from './state';
import type { TabledCase } from './types';
import type { CaseTableView } from './view';

const exportArguments = z.object({ to: z.string() });

/** The table of cases as a tab, and as a file. */
export function registerCaseTable(view: CaseTableView, study: StudyIndex): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    view,
    registerCommand('alliance.caseTable', async () => {
      view.open();
      return figuresOf(await view.shown());
    }),
    registerCommand('alliance.exportCases', (first: unknown) => exportCases(view, study, first)),
  );
}

/** The figures of every case; null where there is no table. */
function figuresOf(tabled: readonly TabledCase[] | null): readonly CaseOfTable[] | null {
  return tabled && tabled.map((one) => ({ case: one.case, sessions: one.sessions, summary: summaryOf(one) }));
}

/** Writes the table; asks for the file unless it is given. The file written. */
async function exportCases(
  view: CaseTableView,
  study: StudyIndex,
  first: unknown,
): Promise<string | undefined> {
  const cases = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Reading the study…'),
      cancellable: true,
    },
    async (_, token) => figuresOf(await view.cases(token)),
  );
  if (!cases) return undefined;
  if (cases.length === 0) {
    void showInformationMessage(vscode.l10n.t('There is no case yet to save.'));
    return undefined;
  }
  const given = exportArguments.safeParse(first);
  const uri = given.success
    ? vscode.Uri.parse(given.data.to, true)
    : await askForFile(study.current?.root, 'cases.csv');
  if (!uri) return undefined;
  return (await writtenFile(uri, new TextEncoder().encode(casesCsv(cases)))) ? uri.toString() : undefined;
}
