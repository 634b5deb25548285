import type { ImportFormat } from './format';
import {
  noFacts,
  type Entry,
  type ImportedSession,
  type Remark,
  type SourceFacts,
  type Speech,
} from './imported';
import { readingOf } from './readingOf';
import { SourceTimes } from './sourceTimes';

/** A tier or header with the lines that continue it. */
interface ChatLine {
  readonly kind: '*' | '%' | '@' | '?';
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

/** CHAT, the notation of TalkBank; its words stay as they are noted (`xxx`, `&-um`, `[/]`). */
export const chat: ImportFormat = {
  id: 'chat',
  title: 'CHAT (TalkBank)',
  looksLike: ({ text }) =>
    /^\s*@(?:UTF8|Begin)\b/.test(text) || /^\s*@[A-Z][\s\S]*\n\*\w+:\t/.test(text.slice(0, 16_384)),
  read: (source) => {
    const lines = linesOf(source.text);
    const times = new SourceTimes(1000);
    return readingOf(source, 'chat', {
      entries: lines.flatMap((each) => entriesOf(each, times)),
      unit: 'turns',
      facts: factsOf(lines),
      ignored: [
        { what: 'tiers', count: lines.filter(({ kind, name }) => kind === '%' && name !== 'com').length },
        { what: 'settings', count: lines.filter(isSetting).length },
      ],
      roles: rolesOf(lines),
      warnings: times.warnings(),
    });
  },
};

/** A line that begins with a tab belongs to the one before. */
function linesOf(text: string): ChatLine[] {
  const folded: { raw: string; line: number }[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const open = folded.at(-1);
    if (raw.startsWith('\t') && open) open.raw += ` ${raw.trim()}`;
    else if (raw.trim() !== '') folded.push({ raw, line: index + 1 });
  }
  return folded.map(({ raw, line }) => {
    const [, kind, name = '', rest = ''] = /^([*%@])([^:\t]*)(?::[\t ]*|$)(.*)$/s.exec(raw) ?? [];
    return isKind(kind)
      ? { kind, name, text: rest.trim(), line }
      : { kind: '?', name: '', text: raw.trim(), line };
  });
}

function isKind(kind: string | undefined): kind is '*' | '%' | '@' {
  return kind !== undefined;
}

function entriesOf({ kind, name, text, line }: ChatLine, times: SourceTimes): Entry[] {
  if (kind === '*') return [speechOf(name, text, line, times)];
  const isComment = (kind === '%' && name === 'com') || (kind === '@' && name === 'Comment');
  const about = kind === '?' ? 'unparsed' : 'note';
  const remark: Remark = { kind: 'remark', about, text, line };
  return (isComment || kind === '?') && text !== '' ? [remark] : [];
}

/** Milliseconds between two marks of U+0015, for which some programs show a dot; older files name the recording before them. */
const bullet = /[\p{Cc}•·](?:%[a-z]+:"[^"]*"_)?(\d+)_(\d+)[\p{Cc}•·]/gu;

/** Times of several stretches are one: from the first to the last. */
function speechOf(name: string, text: string, line: number, times: SourceTimes): Speech {
  const bullets = [...text.matchAll(bullet)];
  const words = text.replaceAll(bullet, ' ').replaceAll(/\s+/g, ' ').trim();
  const span = times.span(bullets[0]?.[1], bullets.at(-1)?.[2], line);
  return { kind: 'speech', speaker: name.trim() || null, text: words, ...span, line };
}

const read = new Set(['Media', 'Date', 'Languages', 'Participants', 'Comment', 'UTF8', 'Begin', 'End']);

function isSetting({ kind, name }: ChatLine): boolean {
  return kind === '@' && !read.has(name);
}

function factsOf(lines: readonly ChatLine[]): SourceFacts {
  const header = (wanted: string): string | null =>
    lines.find(({ kind, name }) => kind === '@' && name === wanted)?.text ?? null;
  const [media = ''] = header('Media')?.split(',') ?? [];
  const [language = ''] = header('Languages')?.split(/[\s,]+/) ?? [];
  return {
    ...noFacts,
    media: media.trim().replaceAll('"', '') || null,
    date: dateOf(header('Date') ?? ''),
    language: language || null,
  };
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** `02-MAR-2026` as `2026-03-02`. */
function dateOf(text: string): string | null {
  const [, day, name = '', year] = /^(\d{2})-([A-Z]{3})-(\d{4})$/i.exec(text) ?? [];
  const month = months.indexOf(name.toUpperCase()) + 1;
  return month > 0 ? `${year}-${String(month).padStart(2, '0')}-${day}` : null;
}

const roleNames = new Map<string, 'therapist' | 'client'>([
  ['Investigator', 'therapist'],
  ['Therapist', 'therapist'],
  ['Interviewer', 'therapist'],
  ['Participant', 'client'],
  ['Patient', 'client'],
  ['Client', 'client'],
]);

/** `@Participants: PAR Dana Participant, INV Investigator`: code, name if there is one, role. */
function rolesOf(lines: readonly ChatLine[]): ImportedSession['roles'] {
  const listed = lines.filter(({ kind, name }) => kind === '@' && name === 'Participants');
  const people = listed.flatMap(({ text }) => text.split(',')).map((person) => person.trim().split(/\s+/));
  return new Map(
    people.flatMap(([code = '', ...rest]) => {
      const role = rest.at(-1);
      return role === undefined ? [] : [[code, roleNames.get(role) ?? 'other']];
    }),
  );
}
