// `node:assert/strict` for the tests that run in the web worker host, as far as the tests use it.

class AssertionError extends Error {
  constructor(message, actual, expected) {
    super(message instanceof Error ? message.message : message);
    Object.assign(this, { name: 'AssertionError', actual, expected });
  }
}

const shown = (value) => (typeof value === 'string' ? JSON.stringify(value) : (json(value) ?? String(value)));

function json(value) {
  try {
    return JSON.stringify(value, undefined, 2);
  } catch {
    return undefined;
  }
}

function check(holds, message, actual, expected, relation) {
  if (holds) return;
  const words = `${shown(actual)}\n${relation}\n${shown(expected)}`;
  throw message instanceof Error
    ? message
    : new AssertionError(message ? `${message}\n${words}` : words, actual, expected);
}

const keysOf = (value) =>
  Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));

/** Whether two values have the same prototype and the same content, all the way down. */
function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date || a instanceof RegExp) return String(a) === String(b);
  if (a instanceof Set || a instanceof Map) return same([...a], [...b]);
  const keys = keysOf(a);
  return (
    keys.length === keysOf(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}

/** Whether an error is the expected one: by class, by pattern, by the given properties, or by a function's word. */
function matches(error, expected) {
  if (expected === undefined || typeof expected === 'string') return true;
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === 'function') {
    return error instanceof expected || (!(expected.prototype instanceof Error) && expected(error) === true);
  }
  return keysOf(expected).every((key) =>
    expected[key] instanceof RegExp ? expected[key].test(error[key]) : same(error[key], expected[key]),
  );
}

const assert = (value, message) => check(value, message, value, true, 'is not');

Object.assign(assert, {
  AssertionError,
  ok: assert,
  fail: (message = 'failed') => {
    throw message instanceof Error ? message : new AssertionError(message);
  },
  equal: (actual, expected, message) =>
    check(Object.is(actual, expected), message, actual, expected, 'is not'),
  notEqual: (actual, other, message) =>
    check(!Object.is(actual, other), message, actual, other, 'should not be'),
  deepEqual: (actual, expected, message) =>
    check(same(actual, expected), message, actual, expected, 'is not'),
  notDeepEqual: (actual, other, message) =>
    check(!same(actual, other), message, actual, other, 'should not be'),
  match: (text, pattern, message) =>
    check(pattern.test(text), message, text, String(pattern), 'does not match'),
  doesNotMatch: (text, pattern, message) =>
    check(!pattern.test(text), message, text, String(pattern), 'matches'),
  throws: (act, expected, message) => {
    let caught;
    try {
      act();
    } catch (error) {
      caught = { error };
    }
    check(
      caught && matches(caught.error, expected),
      message,
      caught?.error,
      String(expected),
      'was thrown, not',
    );
  },
  rejects: async (promise, expected, message) => {
    const caught = await Promise.resolve(typeof promise === 'function' ? promise() : promise).then(
      () => undefined,
      (error) => ({ error }),
    );
    check(
      caught && matches(caught.error, expected),
      message,
      caught?.error,
      String(expected),
      'was thrown, not',
    );
  },
});

assert.strictEqual = assert.equal;
assert.notStrictEqual = assert.notEqual;
assert.deepStrictEqual = assert.deepEqual;
assert.strict = assert;

export default assert;
