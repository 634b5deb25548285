/** Which keys an annotation file has, and in which order they are written (product: section 3). */

import type { Annotation, Comment, Conflict, Dropped, Episode, LogEntry, Memo, Rating } from './types';

/** What stands in each of the lists. */
export interface Entries {
  readonly annotations: Annotation;
  readonly episodes: Episode;
  readonly ratings: Rating;
  readonly decisions: Dropped;
  readonly memos: Memo;
  readonly comments: Comment;
  readonly log: LogEntry;
  readonly conflicts: Conflict;
}

export type Section = keyof Entries;
export type Entry = Entries[Section];

export const sections = [
  'annotations',
  'episodes',
  'ratings',
  'decisions',
  'memos',
  'comments',
  'log',
  'conflicts',
] as const;

/** The keys that hold no list of entries. */
export const topKeys = [
  'alliance',
  'transcript',
  'coder',
  'name',
  'role',
  'codebook',
  'text',
  'coded',
  'released',
] as const;

export type TopKey = (typeof topKeys)[number];

/** All top-level keys in their order. */
export const fileKeys: readonly string[] = [...topKeys, ...sections];

/** What the consensus file records of an entry beside its own keys. */
const decided = ['from', 'decision', 'reason', 'by'];

/** The keys of an entry in their order. */
export const entryKeys: Readonly<Record<Section, readonly string[]>> = {
  annotations: [
    'id',
    'code',
    'at',
    'was',
    'unconfirmed',
    'speaker',
    'quote',
    'quote_sha256',
    'context',
    'ratings',
    'note',
    'created',
    ...decided,
  ],
  episodes: ['id', 'ruptures', 'repairs', 'resolution', 'carried_over', 'note', ...decided],
  ratings: ['rating', 'scope', 'value', 'note', ...decided],
  decisions: [...decided, 'at'],
  memos: ['id', 'text', 'at', 'was'],
  comments: [
    'id',
    'about',
    'at',
    'was',
    'unconfirmed',
    'quote',
    'quote_sha256',
    'context',
    'reply_to',
    'text',
    'created',
  ],
  log: ['at', 'event', 'about', 'reason', 'by'],
  conflicts: ['id', 'about', 'field', 'value', 'from'],
};

/** The keys of the maps inside entries and top-level keys, by the key that holds them. */
const innerKeys: Readonly<Record<string, readonly string[]>> = {
  at: ['turn', 'start', 'end_turn', 'end'],
  was: ['turn', 'start', 'end_turn', 'end'],
  unconfirmed: ['state', 'method', 'confidence', 'places'],
  places: ['turn', 'start', 'end_turn', 'end'],
  context: ['before', 'after'],
  scope: ['segment', 'from_turn', 'to_turn'],
  carried_over: ['transcript', 'episode'],
  codebook: ['id', 'version'],
  text: ['sha256', 'turns'],
  coded: ['from', 'to'],
  released: ['at', 'sha256'],
};

/** The order of keys within the map that stands at `key`; empty where any order is as good as another. */
export function keysWithin(key: string): readonly string[] {
  return Object.hasOwn(innerKeys, key) ? (innerKeys[key] ?? []) : [];
}

export function isSection(key: string): key is Section {
  return (sections as readonly string[]).includes(key);
}

export function isTopKey(key: string): key is TopKey {
  return (topKeys as readonly string[]).includes(key);
}
