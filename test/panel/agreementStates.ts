import type { AgreementState } from '../../src/panel/agreement/messages';
import { agreementNotice, whyNothing } from '../../src/views/agreement/state';
import { asked, gathered, page, person, sampleSessions, wording } from '../figures/agreementReckoned';
import { mark, minimal, session, turns } from '../figures/comparedSessions';

/** Pages of agreement for an eye and for axe, as the host would send them. */

const leftOut = [
  { session: 'c017/session-03.transcript', coder: 'bob', reason: 'not-released' },
  { session: 'c017/session-04.transcript', coder: 'alice', reason: 'you-have-not-released' },
  { session: 'c017/session-04.transcript', coder: 'bob', reason: 'seal-broken' },
] as const;

/** Ten coders, half of them of one mind. */
function tenCoders(): Promise<AgreementState> {
  const coders = Array.from({ length: 10 }, (_, index) => person(`coder${index}`));
  const all = session(
    turns(30),
    coders.map((_, index) =>
      index % 2 === 0 ? [mark(minimal, 2), mark('gone.code', 4)] : [mark(minimal, 6)],
    ),
  );
  const pairs = coders.flatMap((first, index) =>
    coders.slice(index + 1).map((second, after) => {
      const at = [index, index + 1 + after];
      const codings = at.flatMap((coder) => all.codings[coder] ?? []);
      return { coders: [first, second], sessions: [{ ...all, codings }] };
    }),
  );
  return page(gathered([all], { coders, people: coders, pairs }));
}

function gold(): Promise<AgreementState> {
  const coders = ['alice', 'bob'].map(person);
  const training = { gold: 'bob', criterion: { kappa: 0.6, icc: 0.7 } };
  return page(gathered(sampleSessions(), { coders, training }), { gold: 'bob', bands: 'strict' });
}

function hidden(): Promise<AgreementState> {
  const coders = ['alice', 'bob'].map(person);
  const given = gathered([], { coders, people: coders, leftOut });
  const { title = '', text = '' } = whyNothing(given, wording) ?? {};
  return Promise.resolve(agreementNotice(given, asked, { title, text, stop: '' }, wording));
}

function reckoning(): Promise<AgreementState> {
  const notice = { title: 'Reckoning…', text: 'Sessions are read and compared: 40 %.', stop: 'Stop' };
  return Promise.resolve(agreementNotice(null, asked, notice, wording));
}

const makers = {
  sample: () => page(gathered(sampleSessions(), { leftOut }), { bands: 'classic' }),
  spans: () => page(gathered(sampleSessions(), { unit: 'character' }), { unit: 'spans' }),
  gold,
  tenCoders,
  hidden,
  reckoning,
} as const;

export type AgreementName = keyof typeof makers;
export const agreementNames = Object.keys(makers).filter((name): name is AgreementName => name in makers);

const made = new Map<AgreementName, Promise<AgreementState>>();

export function agreementNamed(name: AgreementName): Promise<AgreementState> {
  const state = made.get(name) ?? makers[name]();
  made.set(name, state);
  return state;
}
