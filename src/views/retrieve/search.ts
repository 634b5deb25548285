import * as vscode from 'vscode';
import type { Hit } from '../../engine/retrieve/hit';
import type { Query } from '../../engine/retrieve/query';
import { Retrieval } from '../../engine/retrieve/retrieve';
import type { Codings } from '../../store/codings';
import type { StudyIndex } from '../../store/studyIndex';
import { codersSeenIn, sessionsIn, type OfferedSession } from './sessions';

/** The study as it can be seen, kept up to date by whoever reads it: what Retrieve asks of the index of a study. */
export type Studies = Pick<StudyIndex, 'onDidChange' | 'current' | 'read'>;

/** A hit with the address of its transcript. */
export interface FoundPassage extends Hit {
  readonly uri: vscode.Uri;
}

export interface Found {
  readonly query: Query;
  readonly passages: readonly FoundPassage[];
  /** In how many of the sessions looked at somebody's coding may not be seen. */
  readonly hiddenIn: number;
}

/** Work that takes longer than this shows that it goes on, and can be stopped. */
const patience = 500;

/** For how long the search may keep the extension host from everything else, in milliseconds. */
const stretch = 30;

/** Looks through the sessions a query names. */
export class Search {
  readonly #codings: Codings;
  readonly #studies: Studies;

  constructor(codings: Codings, studies: Studies) {
    this.#codings = codings;
    this.#studies = studies;
  }

  /** Undefined where the person stopped it. */
  async find(query: Query): Promise<Found | undefined> {
    const stop = new vscode.CancellationTokenSource();
    const reading = new vscode.EventEmitter<string>();
    const finding = this.#find(query, stop.token, reading);
    const timer = setTimeout(() => void showProgress(finding, stop, reading.event), patience);
    try {
      return await finding;
    } finally {
      clearTimeout(timer);
      stop.dispose();
      reading.dispose();
    }
  }

  /** Whether everybody whose passages were found may be seen still. */
  async mayStillShow({ passages }: Found): Promise<boolean> {
    const shown = new Map(passages.map(({ uri }) => [uri.toString(), uri]));
    const seen = new Map<string, ReadonlySet<string>>();
    for (const [key, uri] of shown)
      seen.set(key, await codersSeenIn(uri, this.#codings, this.#studies.current));
    return passages.every(({ coder, uri }) => seen.get(uri.toString())?.has(coder));
  }

  async #find(
    query: Query,
    token: vscode.CancellationToken,
    reading: vscode.EventEmitter<string>,
  ): Promise<Found | undefined> {
    const progress = (done: number, of: number): void => reading.fire(`${done} / ${of}`);
    const shape = await this.#studies.read({ token, progress });
    if (token.isCancellationRequested) return undefined;
    const sessions = await sessionsIn(query.scope, this.#codings, shape);
    const retrieval = new Retrieval(query);
    const passages: FoundPassage[] = [];
    let since = Date.now();
    for (const session of sessions) {
      passages.push(...(await passagesIn(session, retrieval)));
      if (Date.now() - since > stretch) {
        await new Promise((done) => setTimeout(done, 0));
        since = Date.now();
      }
      if (token.isCancellationRequested) return undefined;
    }
    return { query, passages, hiddenIn: sessions.filter(({ hidden }) => hidden.length > 0).length };
  }
}

async function passagesIn(
  { uri, searched, text }: OfferedSession,
  retrieval: Retrieval,
): Promise<FoundPassage[]> {
  if (!retrieval.mayHold(searched)) return [];
  return retrieval.hitsIn(searched, await text()).map((hit) => ({ ...hit, uri }));
}

function showProgress(
  finding: Promise<unknown>,
  stop: vscode.CancellationTokenSource,
  reading: vscode.Event<string>,
): Thenable<unknown> {
  const title = vscode.l10n.t('Looking through the sessions…');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    reading((message) => progress.report({ message }));
    token.onCancellationRequested(() => stop.cancel());
    return finding.catch(() => undefined);
  });
}
