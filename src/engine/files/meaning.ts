import type { Path } from '../yamlFile';

/** Our files, by what they are. */
export type FileKind = 'annotations' | 'codebook' | 'study';

/** What a name or value names: something that another place, or another file, says more about. */
export type Meaning =
  | 'annotation' // an annotation of this file
  | 'child-id' // the id of a code, which begins with its parent's
  | 'code'
  | 'codebook-id'
  | 'codebook-version'
  | 'coder'
  | 'color'
  | 'informant' // who fills in questionnaires
  | 'measure'
  | 'old-code' // one that is no more
  | 'rating'
  | 'rating-value' // of the rating named beside it
  | 'resolution' // a value of the scale of that name
  | 'scale'
  | 'scale-value' // of the scale named by its key
  | 'session' // a transcript beside this file
  | 'speaker'
  | 'transcript'; // below this file's folder

type Places = Readonly<Record<string, Meaning>>;

const values: Readonly<Record<FileKind, Places>> = {
  annotations: {
    transcript: 'session',
    coder: 'coder',
    'codebook.id': 'codebook-id',
    'codebook.version': 'codebook-version',
    'annotations[].code': 'code',
    'annotations[].speaker': 'speaker',
    'annotations[].ratings.*': 'scale-value',
    'episodes[].ruptures[]': 'annotation',
    'episodes[].repairs[]': 'annotation',
    'episodes[].resolution': 'resolution',
    'episodes[].carried_over.transcript': 'session',
    'ratings[].rating': 'rating',
    'ratings[].value': 'rating-value',
    'log[].by': 'coder',
  },
  codebook: {
    'ratings[].scale': 'scale',
    'ratings[].not_applicable_without': 'code',
    'codes[].id': 'child-id',
    'codes[].color': 'color',
    'codes[].scales[]': 'scale',
    'codes[].replaces[]': 'old-code',
  },
  study: {
    'cases.*.sessions[].transcript': 'transcript',
    'plan[].transcript': 'transcript',
    'plan[].coders[]': 'coder',
  },
};

const keys: Readonly<Record<FileKind, Places>> = {
  annotations: { 'annotations[].ratings': 'scale' },
  codebook: {},
  study: {
    'cases.*.sessions[].scores': 'informant',
    'cases.*.sessions[].scores.*': 'measure',
  },
};

/** What the value at a path names. */
export function meaningOfValue(kind: FileKind, path: Path): Meaning | null {
  return meaningIn(values[kind], path);
}

/** What the keys of the map at a path name, where a person chooses them. */
export function meaningOfKeys(kind: FileKind, path: Path): Meaning | null {
  return meaningIn(keys[kind], path);
}

function meaningIn(places: Places, path: Path): Meaning | null {
  const steps = stepsOf(path);
  const found = Object.entries(places).find(([pattern]) => fits(stepsOfPattern(pattern), steps));
  return found?.[1] ?? null;
}

/** Names, and `[]` for an index. A code's children are codes like any other. */
function stepsOf(path: Path): readonly string[] {
  const steps = path.map((step) => (typeof step === 'number' ? '[]' : String(step)));
  return steps.filter((step, at) => {
    const child = step === 'children' && steps[at + 1] === '[]';
    return !child && !(step === '[]' && at > 1 && steps[at - 1] === 'children');
  });
}

function stepsOfPattern(pattern: string): readonly string[] {
  return pattern.replaceAll('[]', '.[]').split('.');
}

function fits(pattern: readonly string[], steps: readonly string[]): boolean {
  return pattern.length === steps.length && pattern.every((name, at) => name === '*' || name === steps[at]);
}
