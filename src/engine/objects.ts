/** The keys that are there, the known ones in their order, then the others as they stand. */
export function orderedKeys(value: object, order: readonly string[]): readonly string[] {
  const present = Object.keys(value).filter((key) => field(value, key) !== undefined);
  const known = order.filter((key) => present.includes(key));
  return [...known, ...present.filter((key) => !order.includes(key))];
}

/** A value's own property: a key `__proto__` is a key like any other. */
export function field(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
