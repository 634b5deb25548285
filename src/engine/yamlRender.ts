import { field, isObject, orderedKeys } from './objects';
import { renderNumber, renderString } from './yamlScalar';

/** The order of the keys within the map that stands at a key; empty where they stay as they are. */
export type KeyOrder = (key: string) => readonly string[];

const asTheyStand: KeyOrder = () => [];

/** `key: value`, the value in flow style. */
export function renderField(key: string, value: unknown, order = asTheyStand): string {
  return `${renderString(key)}: ${renderValue(value, key, order)}`;
}

/** A value in flow style on one line, which stands at `key`. */
export function renderValue(value: unknown, key = '', order = asTheyStand): string {
  if (typeof value === 'string') return renderString(value);
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    return value.length > 0 ? `[ ${value.map((item) => renderValue(item, key, order)).join(', ')} ]` : '[]';
  }
  return isObject(value) ? renderMap(value, order(key), order) : 'null';
}

/** A map in flow style, its keys in the order given, the others behind them. */
export function renderMap(value: object, first: readonly string[], order = asTheyStand): string {
  const keys = orderedKeys(value, first);
  if (keys.length === 0) return '{}';
  return `{ ${keys.map((key) => renderField(key, field(value, key), order)).join(', ')} }`;
}
