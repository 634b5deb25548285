import * as vscode from 'vscode';
import { plainRows, showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import { isIn, link, notCarriedOver, setResolution, unlink } from '../../engine/annotations/acts';
import { andThen } from '../../engine/annotations/change';
import type { Episode } from '../../engine/annotations/types';
import type { Codebook } from '../../engine/codebook/types';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import type { Acting } from './acting';
import {
  argumentsOf,
  codedOf,
  passageItem,
  targetOf,
  type CommandArguments,
  type PassageItem,
} from './targets';

/** Ruptures and the repairs that answer them become one episode. */
export function registerLinking(acting: Acting): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.link', (first: unknown) => linkPassages(acting, argumentsOf(first))),
    registerCommand('alliance.unlink', (first: unknown) => unlinkPassage(acting, argumentsOf(first))),
  );
}

type Side = 'rupture' | 'repair';

/** Which side of an episode a passage stands on; null where its family is neither. */
function sideOf({ code }: Passage): Side | null {
  if (code?.family === 'rupture' || code?.kind === 'withdrawal' || code?.kind === 'confrontation')
    return 'rupture';
  return code?.family === 'repair' || code?.kind === 'attempt' ? 'repair' : null;
}

/** Returns the id of the episode, or undefined where nothing was linked. */
async function linkPassages(acting: Acting, args: CommandArguments): Promise<string | undefined> {
  const coded = codedOf(acting.codings);
  const title = vscode.l10n.t('Link Rupture and Repair');
  if (coded && args.episode !== undefined) return joinEpisode(acting, coded, args.episode, args);
  const passage = coded && (await targetOf(coded, args, title, (each) => sideOf(each) !== null));
  const side = passage && sideOf(passage);
  if (!coded || !passage) return undefined;
  if (!side) {
    void showInformationMessage(vscode.l10n.t('Only ruptures and repairs are linked to an episode.'));
    return undefined;
  }
  const partners = args.with ? named(coded, args.with) : await pickPartners(coded, passage, side, title);
  if (!partners || partners.length === 0) return undefined;
  const resolution = args.with ? args.resolution : await askResolution(coded.codebook);
  const all = [passage, ...partners];
  const idsOf = (wanted: Side): string[] =>
    all.filter((each) => sideOf(each) === wanted).map(({ annotation }) => annotation.id);
  const id = acting.newId();
  await acting.perform(coded, title, (file) => {
    const step = link(file, id, idsOf('rupture'), idsOf('repair'));
    return resolution === undefined
      ? step
      : andThen(step, (now) => setResolution(now, episodeOf(now.coding.episodes, all), resolution));
  });
  return coded.ownCoding?.episodes.find((episode) => isIn(episode, passage.annotation.id))?.id;
}

/** Repairs answer an episode that was carried over, of which nothing need be coded here. */
async function joinEpisode(
  acting: Acting,
  coded: CodedTranscript,
  id: string,
  args: CommandArguments,
): Promise<string | undefined> {
  const episode = coded.ownCoding?.episodes.find((each) => each.id === id);
  if (!episode) return undefined;
  const title = vscode.l10n.t('Link Rupture and Repair');
  const repairs = args.with ? named(coded, args.with) : await pickRepairs(coded, episode, title);
  if (!repairs || repairs.length === 0) return undefined;
  const resolution = args.with ? args.resolution : await askResolution(coded.codebook);
  const ids = repairs.map(({ annotation }) => annotation.id);
  const done = await acting.perform(coded, title, (file) => {
    const step = link(file, id, [], ids);
    return resolution === undefined ? step : andThen(step, (now) => setResolution(now, id, resolution));
  });
  return done ? id : undefined;
}

async function pickRepairs(
  coded: CodedTranscript,
  episode: Episode,
  title: string,
): Promise<readonly Passage[] | undefined> {
  const repairs = coded.passages().filter((each) => each.editable && sideOf(each) === 'repair');
  if (repairs.length === 0) {
    void showInformationMessage(
      vscode.l10n.t('There is no repair to link this rupture to yet. Tag the repair first.'),
    );
    return undefined;
  }
  const items = repairs.map((each): PassageItem => {
    return { ...passageItem(each, coded), picked: isIn(episode, each.annotation.id) };
  });
  const placeHolder = vscode.l10n.t('Which repairs answer the rupture of the earlier session?');
  return (await pickTicked(items, title, placeHolder))?.map(({ passage }) => passage);
}

function episodeOf(
  episodes: NonNullable<CodedTranscript['ownCoding']>['episodes'],
  passages: readonly Passage[],
): string {
  const [first] = passages;
  return episodes.find((episode) => first && isIn(episode, first.annotation.id))?.id ?? '';
}

function named(coded: CodedTranscript, ids: readonly string[]): Passage[] {
  return coded.passages().filter((each) => each.own && ids.includes(each.annotation.id));
}

/** The other side's passages, nearest first; those picked already are those linked already. */
async function pickPartners(
  coded: CodedTranscript,
  passage: Passage,
  side: Side,
  title: string,
): Promise<Passage[] | undefined> {
  const line = passage.range?.start.line ?? 0;
  const away = (each: Passage): number =>
    Math.abs((each.range?.start.line ?? Number.POSITIVE_INFINITY) - line);
  const others = coded
    .passages()
    .filter((each) => each.editable && sideOf(each) !== null && sideOf(each) !== side)
    .sort((a, b) => away(a) - away(b));
  if (others.length === 0) {
    void showInformationMessage(
      side === 'rupture'
        ? vscode.l10n.t('There is no repair to link this rupture to yet. Tag the repair first.')
        : vscode.l10n.t('There is no rupture to link this repair to yet. Tag the rupture first.'),
    );
    return undefined;
  }
  const episode = coded.ownCoding?.episodes.find((each) => isIn(each, passage.annotation.id));
  const items = others.map((each): PassageItem => {
    const item = passageItem(each, coded);
    return { ...item, picked: episode ? isIn(episode, each.annotation.id) : false };
  });
  const turn = turnAtLine(coded.parsed.turns, line)?.number ?? 0;
  const placeHolder =
    side === 'rupture'
      ? vscode.l10n.t('Which repairs answer the rupture in turn {0}?', turn)
      : vscode.l10n.t('Which ruptures does the repair in turn {0} answer?', turn);
  return (await pickTicked(items, title, placeHolder))?.map((item) => item.passage);
}

/** Enter takes what is ticked; where nothing was and nothing is, the line it is on, since mostly one repair answers one rupture. */
function pickTicked(
  items: readonly PassageItem[],
  title: string,
  placeholder: string,
): Promise<readonly PassageItem[] | undefined> {
  const pick = vscode.window.createQuickPick<PassageItem>();
  const ticked = items.filter(({ picked }) => picked);
  Object.assign(pick, {
    title,
    placeholder,
    items: plainRows(items),
    canSelectMany: true,
    matchOnDetail: true,
  });
  pick.selectedItems = ticked;
  pick.activeItems = items.slice(0, 1);
  return new Promise((done) => {
    pick.onDidAccept(() => {
      const { selectedItems, activeItems } = pick;
      done(selectedItems.length > 0 || ticked.length > 0 ? selectedItems : activeItems);
      pick.hide();
    });
    pick.onDidHide(() => {
      done(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

interface ResolutionItem extends vscode.QuickPickItem {
  readonly value: number | undefined;
}

/** How the episode ended, where the codebook has a scale for it; Esc leaves it open. */
async function askResolution(codebook: Codebook): Promise<number | undefined> {
  const scale = codebook.scales.get('resolution');
  if (!scale) return undefined;
  const items: ResolutionItem[] = [
    ...scale.values.map(({ value, label }) => ({ label: `${value}  ${label}`, value })),
    { label: vscode.l10n.t('Say later'), value: undefined },
  ];
  const placeHolder = vscode.l10n.t('How far was the rupture resolved?');
  return (await showQuickPick(items, { placeHolder }))?.value;
}

async function unlinkPassage(acting: Acting, args: CommandArguments): Promise<boolean> {
  const coded = codedOf(acting.codings);
  const title = vscode.l10n.t('Unlink from Episode');
  const { episode: id } = args;
  if (coded && id !== undefined) return acting.perform(coded, title, (file) => notCarriedOver(file, id));
  const linked = (each: Passage): boolean =>
    coded?.ownCoding?.episodes.some((episode) => isIn(episode, each.annotation.id)) ?? false;
  const passage = coded && (await targetOf(coded, args, title, linked));
  if (!coded || !passage) return false;
  return acting.perform(coded, title, (file) => unlink(file, passage.annotation.id));
}
