import type { Context, ReadNote } from './context';
import { isRepair } from './episodesIn';
import type { QdaCode } from './model';
import type { ReadSource } from './sourcesIn';

/**
 * What a project says that no file of a study has a place for, as a text to read: notes on nothing or on codes, descriptions
 * of the project and its cases, variables that mean nothing here, links of other kinds. Null where there is nothing.
 */
export function leftOver(context: Context, sources: readonly ReadSource[]): string | null {
  const { project } = context;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Description', project.description.trim() === '' ? [] : [project.description.trim()]],
    ['Notes', notesOnNothing(context, sources)],
    ['Notes on codes', project.codes.flatMap((code) => notesOnCode(code, context))],
    [
      'Cases',
      project.cases.flatMap(({ name, description }) =>
        description.trim() === '' ? [] : [`${name}: ${description.trim()}`],
      ),
    ],
    ['Variables', variables(context, sources)],
    ['Links', otherLinks(context, sources)],
  ];
  const blocks = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n\n${lines.join('\n\n')}`);
  return blocks.length === 0
    ? null
    : `# ${project.name.trim() || 'Imported project'}\n\n${blocks.join('\n\n')}\n`;
}

function notesOnNothing({ project, notes }: Context, sources: readonly ReadSource[]): string[] {
  const referred = new Set([
    ...sources.flatMap(({ source }) => [
      ...source.noteRefs,
      ...source.selections.flatMap(({ noteRefs, codings }) => [
        ...noteRefs,
        ...codings.flatMap((coding) => coding.noteRefs),
      ]),
    ]),
    ...project.links.filter(isRepair).flatMap(({ noteRefs }) => noteRefs),
    ...allCodes(project.codes).flatMap(({ noteRefs }) => noteRefs),
  ]);
  return [...notes.values()].filter(({ guid }) => !referred.has(guid)).map(noteLine);
}

function notesOnCode(code: QdaCode, context: Context): string[] {
  const own = code.noteRefs.flatMap((guid) => context.notes.get(guid) ?? []);
  return [
    ...own.map((note) => `**${code.name}**: ${note.text.trim()}`),
    ...code.children.flatMap((child) => notesOnCode(child, context)),
  ];
}

function allCodes(codes: readonly QdaCode[]): readonly QdaCode[] {
  return codes.flatMap((code) => [code, ...allCodes(code.children)]);
}

function noteLine({ name, text }: ReadNote): string {
  return name.trim() === '' ? text.trim() : `**${name.trim()}**: ${text.trim()}`;
}

/** What a study file takes over. */
const known =
  /^(?:case|(?:session )?date|stage|phase|session(?: (?:no\.?|number))?|duration(?: \(minutes\))?|score: .+)$/i;

function variables({ project }: Context, sources: readonly ReadSource[]): string[] {
  const nameOf = new Map(project.variables.map(({ guid, name }) => [guid, name]));
  const holders = [...sources.map(({ source }) => source), ...project.cases];
  return holders.flatMap((holder) =>
    holder.values.flatMap(({ variable, value }) => {
      const name = nameOf.get(variable) ?? '';
      return value === '' || known.test(name.trim()) ? [] : [`${holder.name}: ${name} = ${value}`];
    }),
  );
}

function otherLinks({ project }: Context, sources: readonly ReadSource[]): string[] {
  const named = new Map([
    ...sources.flatMap(({ source }) => source.selections.map(({ guid, name }) => [guid, name] as const)),
    ...allCodes(project.codes).map(({ guid, name }) => [guid, name] as const),
    ...sources.map(({ source }) => [source.guid, source.name] as const),
    ...project.notes.map(({ guid, name }) => [guid, name] as const),
  ]);
  return project.links
    .filter((link) => !isRepair(link))
    .flatMap(({ name, origin, target }) => {
      const [from, to] = [named.get(origin), named.get(target)];
      return from === undefined || to === undefined ? [] : [`${from} → ${name} → ${to}`];
    });
}
