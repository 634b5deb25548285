import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { carryOver } from '../../engine/annotations/acts';
import { isSameName } from '../../engine/trajectory/episodes';
import { ruptureOf, type LeftOpen } from '../../engine/trajectory/carrying';
import { wordsOf, type Before, type EarlierSessions } from '../../store/earlierSessions';
import type { Acting } from './acting';
import { codedOf } from './targets';

const carryArguments = z.object({ transcript: z.string(), episode: z.string() });

/** An episode that an earlier session left open goes on in this one: the case counts both as one. */
export function registerCarryingOver(acting: Acting, earlier: EarlierSessions): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.carryOver', (first: unknown) =>
    carryOn(acting, earlier, first),
  );
}

/** The id of the episode here, or undefined where nothing goes on. */
async function carryOn(
  acting: Acting,
  earlier: EarlierSessions,
  first: unknown,
): Promise<string | undefined> {
  const coded = codedOf(acting.codings);
  const coder = coded && (await acting.coder(coded));
  if (!coded || coder === undefined) return undefined;
  const before = await earlier.read(coded, coder);
  const given = carryArguments.safeParse(first);
  const chosen = given.success
    ? before.open.find(
        ({ session, episode }) =>
          isSameName(session.transcript, given.data.transcript) && episode.id === given.data.episode,
      )
    : await pickOpen(before);
  if (!chosen) return undefined;
  const id = acting.newId();
  const from = { transcript: baseOf(chosen.session.transcript), episode: chosen.episode.id };
  const title = vscode.l10n.t('Carry Over Episode');
  return (await acting.perform(coded, title, (file) => carryOver(file, id, from))) ? id : undefined;
}

async function pickOpen(before: Before): Promise<LeftOpen | undefined> {
  if (before.open.length === 0) {
    void showInformationMessage(
      vscode.l10n.t('No earlier session of this case has an episode of yours that is open.'),
    );
    return undefined;
  }
  const items = before.open.map((each) => {
    const { session, episode } = each;
    const turn = episode.onset.turn;
    return {
      label: wordsOf(ruptureOf(each, before.sessions), before),
      description:
        session.session === null
          ? vscode.l10n.t('{0}, turn {1}', session.transcript, turn)
          : vscode.l10n.t('open since session {0}, turn {1}', session.session, turn),
      each,
    };
  });
  const title = vscode.l10n.t('Carry Over Episode');
  const placeHolder = vscode.l10n.t('Which episode goes on in this session?');
  return (await showQuickPick(items, { title, placeHolder }))?.each;
}

function baseOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}
