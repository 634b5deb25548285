import {
  below,
  isBlank,
  lettersOf,
  pick,
  plain,
  said,
  sentence,
  sentenceAt,
  vocabulary,
  type Dialogue,
  type Letter,
  type Random,
  type Session,
  type Style,
  type Utterance,
} from './editedDialogue';

/** What people and programs do to a transcript, done to one whose letters know who they are. */

type Edit = (next: Random, dialogue: Dialogue) => Dialogue;

const edits: Readonly<Record<string, Edit>> = {
  insert: (next, dialogue) =>
    inTurn(next, dialogue, (letters) => {
      const at = below(next, letters.length + 1);
      const words = next() < 0.3 ? sentence(next) : pick(next, vocabulary, 'so');
      return [...letters.slice(0, at), ...lettersOf(` ${words} `), ...letters.slice(at)];
    }),
  erase: (next, dialogue) =>
    inTurn(next, dialogue, (letters) => {
      const at = below(next, letters.length);
      const count = 1 + below(next, 12);
      return [...letters.slice(0, at), ...letters.slice(at + count)];
    }),
  dropSentence: (next, dialogue) =>
    inTurn(next, dialogue, (letters) => {
      const { start, end } = sentenceAt(0, letters, below(next, letters.length));
      return [...letters.slice(0, start), ...letters.slice(end)];
    }),
  retype: (next, dialogue) =>
    inTurn(next, dialogue, (letters) => {
      const at = below(next, letters.length);
      const word = pick(next, vocabulary, 'so').toUpperCase();
      return [...letters.slice(0, at), ...lettersOf(word), ...letters.slice(at + 1 + below(next, 8))];
    }),
  retypeSentence: (next, dialogue) =>
    inTurn(next, dialogue, (letters) => {
      const { start, end } = sentenceAt(0, letters, below(next, letters.length));
      return [...letters.slice(0, start), ...lettersOf(sentence(next)), ...letters.slice(end)];
    }),
  mask: (_, dialogue) => dialogue.map(masked),
  come: (next, dialogue) => {
    const at = below(next, dialogue.length + 1);
    const speaker = at % 2 === 0 ? ('T' as const) : ('C' as const);
    return put(dialogue, at, { speaker, letters: lettersOf(sentence(next)) });
  },
  go: (next, dialogue) => {
    const at = below(next, dialogue.length);
    return dialogue.filter((_, turn) => turn !== at);
  },
  duplicate: (next, dialogue) => {
    const from = dialogue[below(next, dialogue.length)];
    if (!from) return dialogue;
    return put(dialogue, below(next, dialogue.length + 1), {
      ...from,
      letters: lettersOf(said(from.letters)),
    });
  },
  move: (next, dialogue) => {
    const from = below(next, dialogue.length);
    const without = dialogue.filter((_, turn) => turn !== from);
    const [utterance] = dialogue.slice(from);
    return utterance ? put(without, below(next, without.length + 1), utterance) : dialogue;
  },
  split: (next, dialogue) => {
    const turn = below(next, dialogue.length);
    const whole = dialogue[turn];
    const blanks = (whole?.letters ?? []).flatMap((letter, index) => (isBlank(letter) ? [index] : []));
    const at = blanks[below(next, blanks.length)];
    if (!whole || at === undefined) return dialogue;
    const parts = [whole.letters.slice(0, at), whole.letters.slice(at + 1)];
    const halves = parts.map((letters, index): Utterance => ({
      speaker: index === 0 ? whole.speaker : 'T',
      letters,
    }));
    return [...dialogue.slice(0, turn), ...halves, ...dialogue.slice(turn + 1)];
  },
  join: (next, dialogue) => {
    const turn = below(next, dialogue.length - 1);
    const [first, second] = dialogue.slice(turn, turn + 2);
    if (!first || !second) return dialogue;
    const letters = [...first.letters, ...lettersOf(' '), ...second.letters];
    return [...dialogue.slice(0, turn), { ...first, letters }, ...dialogue.slice(turn + 2)];
  },
};

const forms = ['NFC', 'NFD'] as const;

/** What changes no words: forms of Unicode, broken lines, line ends, labels throughout, times. */
const normalisations: Readonly<Record<string, (next: Random, session: Session) => Session>> = {
  form: (next, { dialogue, style }) => {
    const form = pick(next, forms, 'NFD');
    const only = next() < 0.5 ? below(next, dialogue.length) : null;
    return {
      dialogue: dialogue.map((each, turn) => (only === null || only === turn ? inForm(each, form) : each)),
      style,
    };
  },
  wrap: (next, { dialogue, style }) => {
    const width = 20 + below(next, 60);
    const only = next() < 0.5 ? below(next, dialogue.length) : null;
    return {
      dialogue: dialogue.map((each, turn) => (only === null || only === turn ? wrapped(each, width) : each)),
      style,
    };
  },
  lineEnds: (next, { dialogue, style }) => ({
    dialogue,
    style: { ...style, eol: pick(next, ['\n', '\r\n', '\r'], '\n') },
  }),
  labels: (next, { dialogue, style }) => ({
    dialogue,
    style: { ...style, labels: pick(next, labels, plain.labels) },
  }),
  times: (_, { dialogue, style }) => ({ dialogue, style: { ...style, stamped: !style.stamped } }),
};

const labels: readonly Style['labels'][] = [
  plain.labels,
  { T: 'Therapist', C: 'Client' },
  { T: 'Dr', C: 'Pt' },
];

export const normalisationNames = Object.keys(normalisations);
export const editNames: readonly string[] = [...Object.keys(edits), ...normalisationNames];

export function edited(next: Random, session: Session, name: string): Session {
  const normalise = normalisations[name];
  if (normalise) return normalise(next, session);
  const dialogue = edits[name]?.(next, session.dialogue) ?? session.dialogue;
  return { ...session, dialogue: dialogue.filter(({ letters }) => !letters.every(isBlank)) };
}

function put(dialogue: Dialogue, at: number, utterance: Utterance): Dialogue {
  return [...dialogue.slice(0, at), utterance, ...dialogue.slice(at)];
}

function inTurn(
  next: Random,
  dialogue: Dialogue,
  change: (letters: readonly Letter[]) => readonly Letter[],
): Dialogue {
  const chosen = below(next, dialogue.length);
  return dialogue.map((utterance, turn) =>
    turn === chosen ? { ...utterance, letters: tidy(change(utterance.letters)) } : utterance,
  );
}

/** A turn's text has no blanks at its ends, nor beside the end of a line. */
function tidy(letters: readonly Letter[]): readonly Letter[] {
  const first = letters.findIndex((letter) => !isBlank(letter));
  const last = letters.findLastIndex((letter) => !isBlank(letter));
  const within = first < 0 ? [] : letters.slice(first, last + 1);
  return within.filter(({ text }, index) => {
    const [before, after] = [within[index - 1]?.text, within[index + 1]?.text];
    if (text === '\n') return before !== '\n';
    return !(text === ' ' && (before === '\n' || blankBeforeLineEnd(within, index) || after === '\n'));
  });
}

function blankBeforeLineEnd(letters: readonly Letter[], from: number): boolean {
  const end = letters.findIndex(({ text }, index) => index > from && text !== ' ');
  return letters[end]?.text === '\n';
}

function inForm({ speaker, letters }: Utterance, form: 'NFC' | 'NFD'): Utterance {
  return { speaker, letters: letters.map(({ id, text }) => ({ id, text: text.normalize(form) })) };
}

/** A formatter breaks lines anew; two blanks that stand together are left alone. */
function wrapped({ speaker, letters }: Utterance, width: number): Utterance {
  let column = 0;
  return {
    speaker,
    letters: letters.map((letter, index) => {
      column++;
      if (!isBlank(letter) || isBlank(letters[index - 1]) || isBlank(letters[index + 1])) return letter;
      const breaks = column > width;
      if (breaks) column = 0;
      return { ...letter, text: breaks ? '\n' : ' ' };
    }),
  };
}

function masked(utterance: Utterance): Utterance {
  const words = utterance.letters.map(({ text }) => text.charAt(0)).join('');
  const at = words.indexOf('Anna');
  if (at < 0) return utterance;
  const { letters } = utterance;
  return masked({
    ...utterance,
    letters: [...letters.slice(0, at), ...lettersOf('[NAME]'), ...letters.slice(at + 4)],
  });
}
