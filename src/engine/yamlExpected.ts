import type * as z from 'zod/mini';

const typeNames: Readonly<Record<string, string>> = {
  array: 'list',
  tuple: 'list',
  object: 'map',
  record: 'map',
  int: 'integer',
  nonoptional: 'value',
};

/** Without a locale, as here, this is all that a schema says by itself. */
const wordless = 'Invalid input';

/** What a schema wanted in place of a value, in a few words of its own: a type, a bound, the values allowed. */
export function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.message !== wordless) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((branch) => branch.map(expectedOf)))].join(' or ');
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues[0] === undefined ? 'value' : expectedOf(issue.issues[0]);
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      break;
  }
  return 'value';
}
