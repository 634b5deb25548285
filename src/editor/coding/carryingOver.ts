import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { carryOver } from '../../engine/annotations/acts';
import type { Coding } from '../../engine/annotations/types';
import { sessionTrajectory } from '../../engine/trajectory/session';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName } from '../../store/nearest';
import type { StudyIndex } from '../../store/studyIndex';
import type { SeenCoding, StudyTranscript } from '../../store/studyShape';
import type { Acting } from './acting';
import { codedOf } from './targets';

const carryArguments = z.object({ transcript: z.string(), episode: z.string() });

/** An episode that one left open in an earlier session of the case. */
interface OpenEpisode {
  readonly transcript: string;
  readonly episode: string;
  readonly session: number | null;
  readonly turn: number;
  readonly quote: string;
}

/** An episode that an earlier session left open goes on in this one: the case counts both as one. */
export function registerCarryingOver(acting: Acting, study: Pick<StudyIndex, 'read'>): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.carryOver', (first: unknown) =>
    carryOn(acting, study, first),
  );
}

/** The id of the episode here, or undefined where nothing goes on. */
async function carryOn(
  acting: Acting,
  study: Pick<StudyIndex, 'read'>,
  first: unknown,
): Promise<string | undefined> {
  const coded = codedOf(acting.codings);
  if (!coded) return undefined;
  await acting.codings.loaded(coded);
  const open = await openBefore(coded, (await study.read())?.sessions ?? []);
  const given = carryArguments.safeParse(first);
  const chosen = given.success
    ? open.find(
        ({ transcript, episode }) => transcript === given.data.transcript && episode === given.data.episode,
      )
    : await pickOpen(open);
  if (!chosen) return undefined;
  const id = acting.newId();
  const { transcript, episode } = chosen;
  const title = vscode.l10n.t('Carry Over Episode');
  const done = await acting.perform(coded, title, (file) => carryOver(file, id, { transcript, episode }));
  return done ? id : undefined;
}

async function pickOpen(open: readonly OpenEpisode[]): Promise<OpenEpisode | undefined> {
  if (open.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No earlier session of this case has an episode of yours that is open.'),
    );
    return undefined;
  }
  const items = open.map((each) => ({
    label: each.quote,
    description:
      each.session === null
        ? vscode.l10n.t('{0}, turn {1}', each.transcript, each.turn)
        : vscode.l10n.t('open since session {0}, turn {1}', each.session, each.turn),
    each,
  }));
  const title = vscode.l10n.t('Carry Over Episode');
  const placeHolder = vscode.l10n.t('Which episode goes on in this session?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.each;
}

/** One's own episodes that are open at the end of earlier sessions of the case and go on nowhere, the latest session first. */
async function openBefore(
  coded: CodedTranscript,
  sessions: readonly StudyTranscript[],
): Promise<readonly OpenEpisode[]> {
  const { facts } = coded;
  const ofCase = sessions.filter((each) => facts.case !== null && each.facts.case === facts.case);
  const here = ofCase.findIndex(({ uri }) => uri.toString() === coded.document.uri.toString());
  const goesOn = new Set(
    [
      ...ofCase.flatMap(({ codings }) => ownOf(codings)?.episodes ?? []),
      ...(coded.ownCoding?.episodes ?? []),
    ].map(({ carried_over: before }) => before && `${baseOf(before.transcript)} ${before.episode}`),
  );
  const earlier = here < 0 ? [] : ofCase.slice(0, here).reverse();
  const open = await Promise.all(earlier.map(openIn));
  return open.flat().filter(({ transcript, episode }) => !goesOn.has(`${transcript} ${episode}`));
}

function ownOf(codings: readonly SeenCoding[]): Coding | undefined {
  return codings.find(({ own }) => own)?.coding;
}

function baseOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}

async function openIn({ uri, codings, codebook, facts, parsed }: StudyTranscript): Promise<OpenEpisode[]> {
  const coding = ownOf(codings);
  if (!coding) return [];
  const name = baseName(uri);
  const { episodes } = sessionTrajectory({ transcript: await parsed(), name, coding, codebook, facts });
  return episodes
    .filter(({ open_at_end: isOpen }) => isOpen)
    .map(({ id, ruptures, onset }) => ({
      transcript: name,
      episode: id,
      session: facts.session,
      turn: onset.turn,
      quote: coding.annotations.find((annotation) => annotation.id === ruptures[0])?.quote ?? '',
    }));
}
