import type { PanelFigure, PanelSentence } from '../../panel/messages';
import type { AgreementChoice, AgreementState } from '../../panel/agreement/messages';
import { methodsText, type MethodsFacts } from '../../words/agreementMethods';
import type { AgreementMessage } from '../../words/agreementPage';
import { fraction, intervalWords } from '../../words/coefficients';
import { partsOf } from '../../words/narrative';
import { codebookOf, figureCell, type Wording } from './cells';
import { sessionLabel } from './naming';
import { tablesOf } from './tables';
import type { Asked, BandChoice, Gathered, LeftOutCoding, Reckoned, UnitChoice } from './types';

/** Everything the page draws where there are figures. */
export function agreementPage(reckoned: Reckoned, asked: Asked, wording: Wording): AgreementState {
  const { gathered, whole } = reckoned;
  const { say, translate } = wording;
  return {
    ...frameOf(gathered, asked, wording),
    sentences: sentencesOf(reckoned, wording),
    figures: figuresOf(reckoned, wording),
    tables: tablesOf(reckoned, asked, wording),
    leftOut: leftOutOf(gathered, whole.unknownCodes, wording),
    methods: {
      caption: say('methods'),
      text: methodsText(methodsFacts(reckoned, asked), translate),
      copy: say('copyMethods'),
      export: say('exportTable'),
    },
  };
}

/** The page without figures: what is reckoned, or why there is nothing, and what is in the way. */
export function agreementNotice(
  gathered: Gathered | null,
  asked: Asked,
  notice: NonNullable<AgreementState['notice']>,
  wording: Wording,
): AgreementState {
  const frame = gathered ? frameOf(gathered, asked, wording) : emptyFrame(wording);
  return { ...frame, leftOut: gathered && leftOutOf(gathered, [], wording), notice };
}

/** Why there are no figures of what was gathered; null where there may be. */
export function whyNothing(
  { coders, sessions, pairs, people }: Gathered,
  { say }: Wording,
): { readonly title: string; readonly text: string } | null {
  if (people.length === 0) return { title: say('nobodyTitle'), text: say('nobodyText') };
  if (coders.length < 2) return { title: say('tooFewTitle'), text: say('tooFew') };
  if (sessions.length > 0 || pairs.some((pair) => pair.sessions.length > 0)) return null;
  const names = coders.map(({ name }) => name).join(', ');
  return { title: say('noneTitle'), text: say(coders.length > 2 ? 'noneMany' : 'none', { coders: names }) };
}

export function methodsFacts({ gathered, whole }: Reckoned, asked: Asked): MethodsFacts {
  const { coders, unit, total, blind, looked, backChannels } = gathered;
  return {
    agreement: whole,
    coders: coders.map(({ name }) => name),
    codebook: codebookOf({ gathered }),
    unit,
    total,
    blind,
    looked,
    unreleased: false,
    backChannels,
    spans: asked.unit === 'spans',
  };
}

function emptyFrame({ say }: Wording): AgreementState {
  return {
    choices: [],
    choicesLabel: say('choices'),
    entry: [],
    sentences: [],
    figures: [],
    figuresLabel: say('figures'),
    tables: [],
    leftOut: null,
    methods: null,
    notice: null,
  };
}

function frameOf(gathered: Gathered, asked: Asked, wording: Wording): AgreementState {
  const choices = choicesOf(gathered, asked, wording);
  return { ...emptyFrame(wording), choices, entry: entryOf(gathered, asked, wording) };
}

const units = ['turn', 'segment', 'character', 'spans'] as const satisfies readonly UnitChoice[];
const bandNames = {
  off: 'bandsOff',
  classic: 'bandsClassic',
  strict: 'bandsStrict',
} as const satisfies Record<BandChoice, AgreementMessage>;

function choicesOf({ people, coders, unit }: Gathered, asked: Asked, { say }: Wording): AgreementChoice[] {
  const unitShown = asked.unit ?? unit;
  return [
    {
      kind: 'coder',
      label: say('coders'),
      options: people.map(({ id, name }) => {
        return { id, text: name, chosen: coders.some((one) => one.id === id) };
      }),
    },
    {
      kind: 'scope',
      label: say('scope'),
      options: (['session', 'case', 'study'] as const).map((id) => {
        return { id, text: say(id), chosen: asked.scope === id };
      }),
    },
    {
      kind: 'unit',
      label: say('unit'),
      options: units.map((id) => ({ id, text: say(id), chosen: unitShown === id })),
    },
    {
      kind: 'bands',
      label: say('bands'),
      options: (['off', 'classic', 'strict'] as const).map((id) => {
        return { id, text: say(bandNames[id]), chosen: asked.bands === id };
      }),
    },
  ];
}

function entryOf(gathered: Gathered, { gold }: Asked, { say }: Wording): PanelSentence[] {
  const [trainee, other] = gathered.coders;
  if (gold === null || other?.id !== gold || !trainee) return [];
  const { kappa, icc } = gathered.training?.criterion ?? { kappa: 0.6, icc: 0.7 };
  const reached = { kappa: fraction(kappa), icc: fraction(icc) };
  const args = { gold: other.name, trainee: trainee.name, ...reached };
  return [partsOf(say('goldEntry', args)), partsOf(say('goldDefault'))];
}

function sentencesOf({ gathered, whole }: Reckoned, { say }: Wording): PanelSentence[] {
  const { codebooks, interval } = whole;
  const names = codebooks.join(', ');
  const warning = interval?.warning ?? null;
  const about =
    warning === 'one-session' ? 'oneSession' : warning === 'few-sessions' ? 'fewSessions' : 'overSessions';
  const coders = gathered.coders.map(({ name }) => name).join(', ');
  return [
    say('sentence', { coders, sessions: whole.sessions, total: gathered.total }),
    ...(codebooks.length === 0
      ? []
      : [say(codebooks.length === 1 ? 'sentenceCodebooks' : 'sentenceVersions', { codebooks: names })]),
    ...(interval && whole.sessions > 0 ? [say(about, { clusters: interval.clusters })] : []),
  ].map(partsOf);
}

function figuresOf({ gathered, whole }: Reckoned, { say, translate }: Wording): PanelFigure[] {
  const { sets, leftOut } = whole;
  const cell = sets && figureCell(sets, translate);
  const plain = (value: number, label: AgreementMessage, detail: string): PanelFigure => {
    return { value: String(value), label: say(label), detail, title: say(label) };
  };
  return [
    plain(whole.sessions, 'sessionsFigure', say('ofSessions', { total: gathered.total })),
    plain(whole.units, `unitsFigure_${gathered.unit}`, ''),
    ...(cell && sets
      ? [
          {
            value: cell.text,
            label: say('setsFigure'),
            detail: sets.value === null ? cell.detail : say('setsDetail', { ci: intervalWords(sets) }).trim(),
            title: say('setsFigure'),
          },
        ]
      : []),
    plain(leftOut.unjudged, 'unjudgedFigure', say('leftOutDetail')),
    ...(gathered.unit === 'segment'
      ? []
      : [
          plain(leftOut.unclear, 'unclearFigure', say('leftOutDetail')),
          ...(gathered.backChannels
            ? []
            : [plain(leftOut.backChannels, 'backChannelsFigure', say('leftOutDetail'))]),
        ]),
  ];
}

function leftOutOf(
  gathered: Gathered,
  unknown: Reckoned['whole']['unknownCodes'],
  { say }: Wording,
): AgreementState['leftOut'] {
  const nameOf = (coder: string | null): string =>
    gathered.coders.find(({ id }) => id === coder)?.name ?? coder ?? say('nobody');
  const byReason = new Map<LeftOutCoding['reason'], string[]>();
  for (const { session, coder, reason } of gathered.leftOut) {
    const item = say('leftItem', { session: sessionLabel(gathered, session), coder: nameOf(coder) });
    byReason.set(reason, [...(byReason.get(reason) ?? []), item]);
  }
  const groups = [...byReason].map(([reason, items]) => ({ reason: say(`out_${reason}`), items }));
  if (unknown.length > 0) {
    const items = unknown.map(({ code, annotations }) => `${say('unknownCode', { code })} ${annotations}`);
    groups.push({ reason: say('unknownCodes'), items });
  }
  return groups.length === 0 ? null : { caption: say('leftOut'), note: say('leftOutNote'), groups };
}
