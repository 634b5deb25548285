import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import * as z from 'zod/mini';
import {
  accept,
  changeEpisode,
  changePassage,
  changeRating,
  merge,
  neither,
  type Choice,
} from '../../engine/adjudication/choice';
import { disagreementKinds, type DisagreementKind } from '../../engine/adjudication/kinds';
import type { Matter } from '../../engine/adjudication/matter';
import type { Progress } from '../../engine/adjudication/verdicts';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Acting } from '../coding/acting';
import type { CoderQuestion } from '../coding/chooseCoder';
import { codedOf } from '../coding/targets';
import type { KeyModes } from '../keyModes';
import { disagreementsView, type Adjudication } from './adjudication';
import { selectedIn } from './choosing';
import { ConsensusDecisions } from './deciding';
import { familiesOf } from './filter';
import { registerDisagreementHover } from './hover';
import { AdjudicatingMode } from './mode';
import { ConsensusRelease } from './releasing';
import { tellNothingToCompare } from './telling';
import { codeLabel, kindWord } from './words';

const decideArguments = z.object({
  /** The disagreement, by its key or by `CODER/ID` of anything in it; else the one looked at. */
  about: z.optional(z.string()),
  decision: z.enum(['accept', 'merge', 'change', 'neither']),
  /** Which alternatives, counted from 1: those accepted, or the one that is the base. */
  of: z.optional(z.array(z.int().check(z.gte(1)))),
  code: z.optional(z.string()),
  /** Of a rating, or the resolution of an episode. */
  value: z.optional(z.union([z.number(), z.literal('na')])),
  reason: z.optional(z.string()),
});

/** A row of the list, as its menu hands it over. */
const rowOfList = z.object({ key: z.string() });

type DecideArguments = z.infer<typeof decideArguments>;

/** Disagreements between coders who have released a session: gone to, listed, and decided in the consensus file. */
export function registerAdjudication(
  adjudication: Adjudication,
  acting: Acting,
  question: CoderQuestion,
  modes: KeyModes,
): vscode.Disposable {
  const decisions = new ConsensusDecisions(adjudication, acting, question);
  const mode = new AdjudicatingMode(adjudication, decisions, modes);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    adjudication,
    acting,
    mode,
    new ConsensusRelease(adjudication, decisions, acting, mode),
    registerDisagreementHover(adjudication),
    registerCommand('alliance.showDisagreements', () => showList(adjudication)),
    registerCommand('alliance.nextDisagreement', () => step(adjudication, 1)),
    registerCommand('alliance.previousDisagreement', () => step(adjudication, -1)),
    registerCommand('alliance.goToDisagreement', (key: unknown) => goTo(adjudication, key)),
    registerCommand('alliance.filterDisagreements', () => askFilter(adjudication)),
    registerCommand('alliance.toggleCoderNames', () =>
      withCoded(adjudication, async (coded) => adjudication.toggleNames(coded)),
    ),
    registerCommand('alliance.decide', (first: unknown) =>
      withCoded(adjudication, (coded) => decideBy(adjudication, decisions, mode, coded, first)),
    ),
    registerCommand('alliance.undoDecision', () =>
      withCoded(adjudication, (coded) => mode.turn(coded, 'undo')),
    ),
    registerCommand('alliance.redoDecision', () =>
      withCoded(adjudication, (coded) => mode.turn(coded, 'redo')),
    ),
  );
}

/** The transcript meant, with what is on disk read. */
async function withCoded<T>(
  { codings }: Adjudication,
  act: (coded: CodedTranscript) => Promise<T>,
): Promise<T | undefined> {
  const coded = codedOf(codings);
  if (!coded) return undefined;
  await codings.loaded(coded);
  return act(coded);
}

/** Returns the keys of those listed. */
function showList(adjudication: Adjudication): Promise<readonly string[] | undefined> {
  return withCoded(adjudication, async (coded) => {
    if (!adjudication.comparison(coded)) return tellNothingToCompare(coded) ?? [];
    await vscode.commands.executeCommand(`${disagreementsView}.focus`);
    return adjudication.listed(coded).map(({ key }) => key);
  });
}

/** Returns the key of the one gone to. */
function step(adjudication: Adjudication, direction: 1 | -1): Promise<string | undefined> {
  return withCoded(adjudication, async (coded) => {
    if (!adjudication.comparison(coded)) return tellNothingToCompare(coded) ?? undefined;
    return (await adjudication.step(coded, direction))?.key;
  });
}

function goTo(adjudication: Adjudication, key: unknown): Promise<boolean | undefined> {
  return withCoded(adjudication, async (coded) => {
    const matter = typeof key === 'string' ? adjudication.find(coded, key) : undefined;
    if (matter) await adjudication.goTo(coded, matter);
    return matter !== undefined;
  });
}

/** Decides what a script says, or asks. How far it is then; undefined where nothing was decided. */
async function decideBy(
  adjudication: Adjudication,
  decisions: ConsensusDecisions,
  mode: AdjudicatingMode,
  coded: CodedTranscript,
  first: unknown,
): Promise<Progress | undefined> {
  const given = decideArguments.safeParse(first);
  if (given.success) {
    const { about, reason } = given.data;
    const matter = about === undefined ? adjudication.current(coded) : adjudication.find(coded, about);
    const choice = matter && choiceBy(given.data, matter, coded);
    if (!choice || !(await decisions.decide(coded, choice, reason))) return undefined;
  } else {
    const row = rowOfList.safeParse(first);
    const matter = row.success ? adjudication.find(coded, row.data.key) : undefined;
    if (matter) await adjudication.goTo(coded, matter);
    if (await decisions.open(coded)) await mode.act(coded, '?');
  }
  return decisions.progress(coded) ?? undefined;
}

function choiceBy(
  { decision, of = [1], code, value }: DecideArguments,
  matter: Matter,
  coded: CodedTranscript,
): Choice | null {
  const indexes = of.map((number) => number - 1);
  const [base = 0] = indexes;
  if (decision === 'accept') return accept(matter, indexes);
  if (decision === 'merge') return merge(matter, base);
  if (decision === 'neither') return neither(matter);
  if (matter.subject === 'rating') return value === undefined ? null : changeRating(matter, value);
  if (matter.subject === 'episode') return value === 'na' ? null : changeEpisode(matter, base, value);
  const at = selectedIn(coded);
  return changePassage(matter, base, { ...(code === undefined ? {} : { code }), ...(at ? { at } : {}) });
}

interface FilterItem extends vscode.QuickPickItem {
  readonly is?: DisagreementKind;
  readonly family?: string;
}

/** Which kinds and which families are listed; nothing ticked is all. */
function askFilter(adjudication: Adjudication): Promise<void> {
  return withCoded(adjudication, async (coded) => {
    const { matters = [] } = adjudication.comparison(coded) ?? {};
    const open = matters.filter(({ kinds }) => kinds.length > 0);
    const { filter } = adjudication;
    const count = (of: (matter: Matter) => boolean): string => String(open.filter(of).length);
    const families = [...new Set(open.flatMap((matter) => familiesOf(matter, coded.codebook)))];
    const items: FilterItem[] = [
      { label: vscode.l10n.t('How they differ'), kind: vscode.QuickPickItemKind.Separator },
      ...disagreementKinds.map((is) => ({
        label: kindWord(is),
        description: count(({ kinds }) => kinds.includes(is)),
        picked: filter.kinds.includes(is),
        is,
      })),
      { label: vscode.l10n.t('What it is about'), kind: vscode.QuickPickItemKind.Separator },
      ...families.map((family) => ({
        label: codeLabel(family, coded.codebook),
        description: count((matter) => familiesOf(matter, coded.codebook).includes(family)),
        picked: filter.families.includes(family),
        family,
      })),
    ];
    const chosen = await showQuickPick(items, {
      title: vscode.l10n.t('Which disagreements?'),
      placeHolder: vscode.l10n.t('Nothing ticked lists all'),
      canPickMany: true,
    });
    if (!chosen) return;
    adjudication.filter = {
      kinds: chosen.flatMap(({ is }) => is ?? []),
      families: chosen.flatMap(({ family }) => family ?? []),
    };
  });
}
