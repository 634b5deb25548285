import { compareEntries } from './order';
import { entryKeys, keysWithin, sections, topKeys, type Section } from './layout';
import { field, isObject, orderedKeys } from '../objects';
import * as yaml from '../yamlRender';
import type { Coding } from './types';

/**
 * An annotation file in its one canonical layout: keys and entries in their order, line feeds, a final one.
 * `ratingOrder` are the ids of the codebook's ratings; without them ratings of one scope stand as they are given.
 */
export function render(coding: Coding, ratingOrder: readonly string[] = []): string {
  const head = topKeys.map((key) => (coding[key] === undefined ? '' : renderTop(key, coding[key])));
  const lists = sections.map((section) => {
    const entries = [...coding[section]].sort(compareEntries(section, coding, ratingOrder));
    return entries.length > 0 ? renderSection(section, entries) : '';
  });
  return [...head, ...lists].join('');
}

/** A top-level key with its value on one line. */
export function renderTop(key: string, value: unknown, eol = '\n'): string {
  return `${renderField(key, value)}${eol}`;
}

/** A whole section, its entries in the order given. */
function renderSection(section: Section, entries: readonly unknown[], eol = '\n'): string {
  return `${section}:${eol}${entries.map((entry) => renderEntry(section, entry, 2, eol)).join('')}`;
}

/** One entry of a section with its dash at column `indent`: an annotation key by key, everything else on one line. */
export function renderEntry(section: Section, entry: unknown, indent = 2, eol = '\n'): string {
  const dash = `${' '.repeat(indent)}- `;
  if (!isObject(entry)) return `${dash}${renderValue(entry)}${eol}`;
  if (section !== 'annotations') {
    return `${dash}${yaml.renderMap(entry, entryKeys[section], keysWithin)}${eol}`;
  }
  const keys = orderedKeys(entry, entryKeys.annotations);
  if (keys.length === 0) return `${dash}{}${eol}`;
  const between = `${eol}${' '.repeat(indent + 2)}`;
  const lines = keys.map((key) => renderField(key, field(entry, key)));
  return `${dash}${lines.join(between)}${eol}`;
}

/** `key: value`, the value in flow style, its keys in the order of annotation files. */
export function renderField(key: string, value: unknown): string {
  return yaml.renderField(key, value, keysWithin);
}

/** A value in flow style on one line. `key` is the key it stands at, which knows the order of a map's keys. */
export function renderValue(value: unknown, key?: string): string {
  return yaml.renderValue(value, key, keysWithin);
}
