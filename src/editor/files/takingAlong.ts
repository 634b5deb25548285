import * as vscode from 'vscode';
import { showErrorMessage, showInformationMessage } from '../messages';
import type { Codings } from '../../store/codings';
import type { Identities } from '../../store/identity';
import { bring, isAnothers, type Follower, type MoveFault, type Mover } from '../../store/moving';
import { baseName } from '../../store/nearest';
import type { PersonFiles } from '../../store/personFiles';
import type { CoderQuestion } from '../coding/chooseCoder';
import { tellFault } from '../coding/telling';

/** Takes annotation files to their transcript: asks once, naming them all, then moves them and lets them say so. */
export class TakingAlong {
  readonly #files: PersonFiles;
  readonly #codings: Codings;
  readonly #identities: Identities;
  readonly #question: CoderQuestion;
  readonly #declined = new Set<string>();
  #running = 0;

  constructor(files: PersonFiles, codings: Codings, identities: Identities, question: CoderQuestion) {
    this.#files = files;
    this.#codings = codings;
    this.#identities = identities;
    this.#question = question;
  }

  /** Files are being moved, or a person is asked whether: what has no transcript at this moment may have one at the next. */
  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** A person was asked about this file and left it where it is: they need not be told that it lost its transcript. */
  isDeclined(uri: vscode.Uri): boolean {
    return this.#declined.has(uri.toString());
  }

  /** Until `act` is over, nobody is told of files without a transcript. */
  async quietly<T>(act: () => Promise<T>): Promise<T> {
    this.#running++;
    try {
      return await act();
    } finally {
      this.#running--;
    }
  }

  /**
   * Moves the files after a question. Files of other people get a line in their log: for that it has to be known who moves
   * them. The files that are there then; undefined where the person declined.
   *
   * @param isAgreed The person has chosen this already: one's own files need no other question.
   */
  async take(
    followers: readonly Follower[],
    message: string,
    isAgreed: boolean,
  ): Promise<vscode.Uri[] | undefined> {
    const others = followers.some((one) => isAnothers(one, this.#mover()));
    const asks = others || !isAgreed;
    const isKnown = async (): Promise<boolean> =>
      !others || (this.#identities.current ?? (await this.#question.ask(this.#codings.active))) !== undefined;
    if (asks && !((await agreed(followers, message, others)) && (await isKnown()))) {
      for (const { found } of followers) this.#declined.add(found.uri.toString());
      return undefined;
    }
    const mover = this.#mover();
    const there: vscode.Uri[] = [];
    for (const group of byTranscript(followers)) {
      await this.#codings.during(group[0].transcript, async () => {
        for (const one of group) {
          const fault = await bring(one, mover, this.#files);
          if (fault) this.#tell(fault, one);
          else there.push(one.to);
        }
      });
    }
    return there;
  }

  #mover(): Mover {
    return { by: this.#identities.current?.id ?? null, at: new Date().toISOString() };
  }

  #tell(fault: MoveFault, one: Follower): void {
    const name = baseName(one.found.uri);
    if (fault.kind === 'taken') {
      const message = vscode.l10n.t(
        'There is a file {0} already, so {1} stays as it is and nothing is written over. Please look which of the two counts.',
        baseName(fault.uri),
        name,
      );
      tellWithFile(message, one.found.uri);
    } else if (fault.kind === 'not-moved') {
      const message = vscode.l10n.t(
        '{0} could not be moved to its transcript, so it stays where it is. Please move it by hand.',
        name,
      );
      tellWithFile(message, one.found.uri);
    } else tellFault(fault, () => void this.#again(one));
  }

  /** What could not be written waits in memory. */
  async #again(one: Follower): Promise<void> {
    const waiting = this.#files.waiting(one.to) ?? this.#files.waiting(one.found.uri);
    await this.#codings.during(one.transcript, async () => {
      const fault = (await waiting?.save()) ?? null;
      if (fault) this.#tell(fault, one);
    });
  }
}

function byTranscript(followers: readonly Follower[]): readonly [Follower, ...Follower[]][] {
  const groups = new Map<string, [Follower, ...Follower[]]>();
  for (const one of followers) {
    const group = groups.get(one.transcript.toString());
    if (group) group.push(one);
    else groups.set(one.transcript.toString(), [one]);
  }
  return [...groups.values()];
}

function tellWithFile(message: string, uri: vscode.Uri): void {
  const show = vscode.l10n.t('Show in Explorer');
  void showErrorMessage(message, show).then((choice) => {
    if (choice === show) void vscode.commands.executeCommand('revealInExplorer', uri);
  });
}

async function agreed(followers: readonly Follower[], message: string, others: boolean): Promise<boolean> {
  const yes = vscode.l10n.t('Take Along');
  const files = followers.map(({ found, to }) => {
    const [before, now] = [baseName(found.uri), baseName(to)];
    return before === now ? before : `${before} → ${now}`;
  });
  const detail = [
    files.join('\n'),
    ...(others
      ? [
          vscode.l10n.t(
            'In files of other people only the name of the transcript changes, and a line says that you moved them.',
          ),
        ]
      : []),
  ].join('\n\n');
  const asked = showInformationMessage(message, { modal: true, detail }, yes);
  // Where nothing can be asked, nothing is moved.
  return asked.then(
    (answer) => answer === yes,
    () => false,
  );
}
