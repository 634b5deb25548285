import * as vscode from 'vscode';
import { exists, hoverAt, read, run, type Opened } from './workspaceFiles';

/** What a person planted: it stands in a note and a memo of theirs, and nowhere else. */
export function planted(owner: string): string {
  return `plantedBy${owner}`;
}

/** A place where something of an annotation file could be seen. */
interface Surface {
  /** All that it says of the transcript in the active editor; of `owner`, where one has to be chosen. */
  readonly says: (session: Opened, owner: string) => Promise<string>;
  /** What of it is the owner's; without this, what they planted. */
  readonly theirs?: (owner: string) => RegExp;
  /** It says something only where two coders' work may be seen. */
  readonly ofTwo?: true;
}

const asJson = async (value: PromiseLike<unknown>): Promise<string> => JSON.stringify((await value) ?? null);
const ofCoder = (owner: string): RegExp => new RegExp(`"coder":"${owner}"`);
const inTable = (owner: string): RegExp => new RegExp(`(^|,)"?${owner}"?(,|$)`, 'm');

function provided(command: string): Surface['says'] {
  return ({ uri, editor }) => {
    const whole = editor.document.validateRange(new vscode.Range(0, 0, 1e6, 0));
    return asJson(vscode.commands.executeCommand(`vscode.execute${command}`, uri, whole));
  };
}

function exported(format: string, theirs?: Surface['theirs']): Surface {
  const says: Surface['says'] = async (session) => {
    const ending = format.startsWith('csv') ? 'csv' : format;
    const to = await fresh(session, `out-${format}.${ending}`);
    await run('export', { scope: 'study', format, text: format !== 'csv-wide', to: to.toString() });
    return written(to);
  };
  return theirs ? { says, theirs } : { says };
}

/** A file beside the transcript, where nothing of an earlier look is left. */
async function fresh({ uri }: Opened, name: string): Promise<vscode.Uri> {
  const to = vscode.Uri.joinPath(uri, '..', name);
  if (await exists(to)) await vscode.workspace.fs.delete(to);
  return to;
}

async function written(to: vscode.Uri): Promise<string> {
  return (await exists(to)) ? read(to) : '';
}

/** A table of the trajectory that is shown. */
async function trajectoryTable(session: Opened, owner: string): Promise<string> {
  const to = await fresh(session, 'trajectory.csv');
  await run('showCoding', { coder: owner });
  await run('exportPicture', { format: 'annotations', to: to.toString() });
  return written(to);
}

async function readFound(): Promise<string> {
  await run('retrieve', { query: 'in:study', text: true });
  await run('readFound');
  const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'alliance-retrieve');
  return page?.getText() ?? '';
}

async function foundTable(session: Opened): Promise<string> {
  const to = await fresh(session, 'found.csv');
  await run('retrieve', { query: 'in:study' });
  await run('exportFound', { uri: to.toString(), text: true });
  return written(to);
}

/**
 * Every surface that could show another's work. What is drawn and not asked for (trees, decorations, status bar, panel) is
 * read off the screen in `workbench/gate.test.ts`. A new surface is a row more.
 */
export const surfaces: Readonly<Record<string, Surface>> = {
  'hover on the passage': { says: ({ uri }) => hoverAt(uri, 'Dunno.') },
  'hover on the label': { says: ({ uri }) => hoverAt(uri, 'C: Dunno.') },
  outline: { says: provided('DocumentSymbolProvider'), theirs: () => /never: it shows turns/ },
  lightbulb: { says: provided('CodeActionProvider'), theirs: () => /never: it shows codes/ },
  'inlay hints': { says: provided('InlayHintProvider'), theirs: () => /never: it shows turns/ },
  problems: {
    says: async () => JSON.stringify(vscode.languages.getDiagnostics()),
    theirs: (owner) => new RegExp(`unheard-code-of-${owner}`),
  },
  retrieve: {
    says: () => asJson(run('retrieve', { query: 'in:study', text: true })),
    theirs: ofCoder,
  },
  'passages, copied': {
    says: async () => {
      await run('retrieve', { query: 'in:study' });
      await run('copyAllFound');
      return vscode.env.clipboard.readText();
    },
    theirs: (owner) => new RegExp(`; [\\w.-]+, ${owner}\\)`),
  },
  'passages, as a page': { says: readFound },
  'passages, as a table': { says: foundTable },
  'the study': {
    says: () => asJson(run('refreshStudy')),
    theirs: (owner) => new RegExp(`"coder":"${owner}"[^}]*"state":"(coding|released)"`),
  },
  'the coding in the panel': {
    says: async (_session, owner) => String(await run('showCoding', { coder: owner })),
    theirs: (owner) => new RegExp(`^${owner}$`),
  },
  'the trajectory as text': {
    says: async (_session, owner) => {
      await run('showCoding', { coder: owner });
      return String(await run('copyNarrative'));
    },
    theirs: (owner) => new RegExp(`coding of ${owner}`),
  },
  'the trajectory as a table': {
    says: trajectoryTable,
    theirs: (owner) => new RegExp(`code-of-${owner}|${owner === 'bob' ? 'rupture' : 'repair'}`),
  },
  'the page of the case': {
    says: async (_session, owner) => {
      await run('showCoding', { coder: owner });
      return asJson(run('showCase'));
    },
    theirs: ofCoder,
  },
  'the table of cases': {
    says: async (_session, owner) => {
      await run('showCoding', { coder: owner });
      return asJson(run('caseTable'));
    },
    theirs: ofCoder,
  },
  comments: { says: () => asJson(run('showComments')) },
  disagreements: {
    says: () => asJson(run('showDisagreements')),
    theirs: (owner) => new RegExp(`\\b${owner}/`),
    ofTwo: true,
  },
  agreement: {
    says: ({ uri }) => asJson(run('agreement', { coders: ['bob', 'tess'], transcript: uri.toString() })),
    theirs: () => /"percent":\{"value":[\d.]/,
    ofTwo: true,
  },
  'export: report': exported('html'),
  'export: annotations': exported('csv-long'),
  'export: units': exported('csv-units', inTable),
  'export: sessions': exported('csv-wide', inTable),
  'export: web annotations': exported('jsonld'),
  'what other extensions get': {
    says: async () =>
      JSON.stringify(vscode.extensions.getExtension('alliance-coder.alliance-coder')?.exports ?? null),
    theirs: () => /never: they get nothing/,
  },
};

/** What of somebody each surface shows; names of surfaces. */
export async function showing(session: Opened, owner: string): Promise<string[]> {
  const shown: string[] = [];
  for (const [name, { says, theirs }] of Object.entries(surfaces)) {
    await vscode.window.showTextDocument(session.editor.document);
    const mark = theirs?.(owner) ?? new RegExp(planted(owner));
    if (mark.test(await says(session, owner))) shown.push(name);
  }
  return shown;
}

/** Those that say something of two coders together. */
export const ofTwo: readonly string[] = Object.entries(surfaces).flatMap(([name, each]) =>
  each.ofTwo ? [name] : [],
);

/** Those that show nothing of anybody, whoever looks. */
export const silent: readonly string[] = Object.entries(surfaces)
  .filter(([, { theirs }]) => theirs?.('').source.startsWith('never'))
  .map(([name]) => name);
