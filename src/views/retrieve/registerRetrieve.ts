import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { keyOfHit } from '../../engine/retrieve/hit';
import { parseQuery } from '../../engine/retrieve/parseQuery';
import type { Query } from '../../engine/retrieve/query';
import type { Codings } from '../../store/codings';
import type { Identities } from '../../store/identity';
import { askQuery } from './askQuery';
import { faultWords } from './faultWords';
import { goTo } from './going';
import type { Node } from './items';
import { RetrievePage } from './page';
import { Retrieved } from './retrieved';
import { Search, type FoundPassage, type Studies } from './search';
import { copyAll, copyPassage, exportTable } from './taking';
import { RetrieveTree, retrieveView } from './tree';

const queryArguments = z.object({ query: z.string(), text: z.optional(z.boolean()) });

/** Passages by any combination of what is known of them: asked for, listed, gone to, copied, written as a table. */
export function registerRetrieve(
  codings: Codings,
  studies: Studies,
  identities: Identities,
): vscode.Disposable {
  const search = new Search(codings, studies);
  const retrieved = new Retrieved(search, codings, studies, identities);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    retrieved,
    new RetrieveTree(retrieved),
    new RetrievePage(retrieved),
    registerCommand('alliance.retrieve', (first: unknown) => retrieve(retrieved, search, first)),
    registerCommand('alliance.refreshFound', () => retrieved.found && retrieved.find(retrieved.found.query)),
    registerCommand('alliance.clearFound', () => retrieved.clear()),
    registerCommand('alliance.goToFound', (node: Node | undefined) => goTo(codings, node)),
    registerCommand('alliance.copyFound', (node: Node | undefined) => copyPassage(node)),
    registerCommand('alliance.copyAllFound', () => copyAll(retrieved)),
    registerCommand('alliance.exportFound', (first: unknown) => exportTable(retrieved, studies, first)),
  );
}

/** With a query as argument nothing is asked, and a fault in it is an error: a script should not get another answer. */
async function retrieve(
  retrieved: Retrieved,
  search: Search,
  first: unknown,
): Promise<readonly PlainHit[] | undefined> {
  const given = queryArguments.safeParse(first);
  const query = given.success
    ? readStrictly(given.data.query)
    : await askQuery(search, retrieved.found?.query);
  if (!query) return undefined;
  const found = await retrieved.find(query);
  if (!given.success) await vscode.commands.executeCommand(`${retrieveView}.focus`);
  return found?.passages.map((passage) => plainHit(passage, given.success && given.data.text === true));
}

function readStrictly(line: string): Query {
  const { query, faults } = parseQuery(line);
  const [fault] = faults;
  if (fault) throw new Error(faultWords(fault));
  return query;
}

/** A hit as scripts get it; words only where they were asked for. */
interface PlainHit {
  readonly id: string;
  readonly transcript: string;
  readonly case: string | null;
  readonly session: number | null;
  readonly coder: string;
  readonly code: string;
  readonly state: string;
  readonly at: FoundPassage['at'];
  readonly speaker: string;
  readonly role: string | null;
  readonly time: number | null;
  readonly text: string | null;
  readonly note: string | null;
}

function plainHit(passage: FoundPassage, withText: boolean): PlainHit {
  const { path, coder, annotation, state, at, speaker, role, time, session, words } = passage;
  return {
    id: keyOfHit(passage),
    transcript: path,
    case: passage.case,
    session,
    coder,
    code: annotation.code,
    state,
    at,
    speaker,
    role,
    time,
    text: withText ? words : null,
    note: withText ? (annotation.note ?? null) : null,
  };
}
