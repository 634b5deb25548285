import * as vscode from 'vscode';
import { showQuickPick } from '../../editor/picks';
import { showInformationMessage } from '../../editor/messages';
import type { CoderRole } from '../../engine/annotations/types';
import type { StudyShape } from '../../store/studyShape';
import type { AgreementSources } from './agreementPage';

/** Who is compared with the gold coding. */
export interface GoldPair {
  readonly trainee: string;
  readonly gold: string;
}

/** Who is the trainee, and whose coding is the gold: as given, as the study says, else asked. Undefined where nobody was chosen. */
export async function askGold(
  { codings, study, identities }: AgreementSources,
  given: { readonly trainee?: string | undefined; readonly gold?: string | undefined },
): Promise<GoldPair | undefined> {
  const shape = study.current ?? (await study.read());
  const { active } = codings;
  if (active) await codings.loaded(active);
  const said = (shape?.study ?? active?.study)?.training.gold ?? null;
  const gold = given.gold ?? said ?? (await askPerson(shape, ['consensus', 'supervisor']));
  if (gold === undefined) return undefined;
  const { current } = identities;
  const self = current?.role === 'coder' && current.id !== gold ? current.id : undefined;
  const trainee = given.trainee ?? self ?? (await askPerson(shape, ['coder']));
  if (trainee === gold) throw new Error(vscode.l10n.t('Nobody is compared with their own coding.'));
  return trainee === undefined ? undefined : { trainee, gold };
}

/** One of those whose coding of some session may be seen. */
async function askPerson(
  shape: StudyShape | undefined,
  roles: readonly CoderRole[],
): Promise<string | undefined> {
  const isGold = !roles.includes('coder');
  const seen = (shape?.sessions ?? []).flatMap(({ codings }) => codings.map(({ coding }) => coding));
  const fitting = new Map(seen.filter(({ role }) => roles.includes(role)).map((one) => [one.coder, one]));
  const items = [...fitting.values()].map(({ coder, name = coder }) => ({
    label: name,
    description: coder,
    coder,
  }));
  if (items.length === 0) {
    void showInformationMessage(
      isGold
        ? vscode.l10n.t(
            'No gold coding may be seen yet. A supervisor’s coding and the consensus are shown once you have released your own.',
          )
        : vscode.l10n.t('No released coding of a coder may be seen yet.'),
    );
    return undefined;
  }
  const title = isGold ? vscode.l10n.t('Whose Coding Is the Gold?') : vscode.l10n.t('Who Is in Training?');
  return (await showQuickPick(items, { title }))?.coder;
}
