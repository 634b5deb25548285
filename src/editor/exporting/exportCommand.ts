import * as vscode from 'vscode';
import { showErrorMessage } from '../messages';
import * as z from 'zod/mini';
import { version } from '../../../package.json';
import { isExport, type ExportFormat } from '../../engine/interchange/exportFormats';
import type { ExportedFile } from '../../engine/interchange/exported';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { reasonOf } from '../../store/personDisk';
import type { StudyIndex } from '../../store/studyIndex';
import type { FileWriter } from '../../store/writer';
import { writeTogether, type Writable } from '../../store/writeTogether';
import { allFormats } from '../../report/report';
import { problemWords } from '../../words/problems';
import type { CoderQuestion } from '../coding/chooseCoder';
import { askCoder, askFile, askFormat, askScope, askText } from './asking';
import {
  gather,
  offeredBy,
  sessionsOf,
  type ExportScope,
  type Offered,
  type OfferedSession,
} from './gathering';
import { menuPlace } from './menuPlace';
import { inWords, openWritten, tellExported, tellFailed, tellNothing, type SaidLoss } from './telling';

const argumentSchema = z.object({
  scope: z.optional(z.enum(['transcript', 'case', 'study'])),
  /** Its address; without one, the transcript last looked at is meant. */
  transcript: z.optional(z.string()),
  format: z.optional(z.string()),
  text: z.optional(z.boolean()),
  unit: z.optional(z.enum(['turn', 'segment'])),
  /** Only the codings of this one. */
  coder: z.optional(z.string()),
  /** The address of the first file. */
  to: z.optional(z.string()),
});

type Arguments = z.infer<typeof argumentSchema>;

/** What was written, as scripts get it. */
export interface Exported {
  readonly written: readonly string[];
  readonly losses: readonly SaidLoss[];
}

/** Exports what was coded: asks what is not said, writes all files or none, and tells what they leave out. */
export function registerExporting(
  codings: Codings,
  index: StudyIndex,
  question: CoderQuestion,
  write: FileWriter,
): vscode.Disposable {
  const exporting = new Exporting(codings, index, question, write);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.export', (first: unknown) => exporting.run(argumentsOf(first))),
    // The title of the Study view hands over the row that has the focus, which nobody pointed at.
    registerCommand('alliance.exportStudy', () => exporting.run({ scope: 'study' })),
    registerCommand('alliance.report', (first: unknown) => exporting.report(argumentsOf(first))),
  );
}

/** What the command was given: by a script, by a menu (an address), or by the Study view (a case or session of it). */
function argumentsOf(first: unknown): Arguments {
  if (first instanceof vscode.Uri) return { transcript: first.toString() };
  const place = menuPlace(first);
  if (place) return place;
  return first === undefined || first === null ? {} : argumentSchema.parse(first);
}

/** What was asked and answered. */
interface Chosen {
  readonly text: boolean;
  readonly to: vscode.Uri;
  readonly unit: Arguments['unit'];
  readonly coder: string | null;
}

class Exporting {
  readonly #codings: Codings;
  readonly #index: StudyIndex;
  readonly #question: CoderQuestion;
  readonly #write: FileWriter;

  constructor(codings: Codings, index: StudyIndex, question: CoderQuestion, write: FileWriter) {
    this.#codings = codings;
    this.#index = index;
    this.#question = question;
    this.#write = write;
  }

  /** Undefined where the person declined, nothing was there, or it could not be written, which is said. */
  async run(given: Arguments): Promise<Exported | undefined> {
    const named = given.format === undefined ? undefined : formatCalled(given.format);
    const isScripted = named !== undefined && given.to !== undefined;
    if (!isScripted && !(await this.#isKnown(given))) return undefined;
    const offered = await this.#offered(given);
    const scope = given.scope ?? (await askScope(offered));
    if (scope === undefined) return offered.here || offered.sessions.length > 0 ? undefined : tellNothing();
    if (sessionsOf(offered, scope).length === 0) return tellNothing();
    const format = named ?? (await askFormat(formats()));
    if (!format) return undefined;
    const text = given.text ?? (await askText(format));
    if (text === undefined) return undefined;
    const coder = await this.#coderMeant(given, format, sessionsOf(offered, scope), offered);
    if (coder === undefined) return undefined;
    if (format.needsText && !text) throw new Error(vscode.l10n.t('This format holds the whole transcripts.'));
    const to = given.to === undefined ? await askFile(offered, scope, format) : fileCalled(given.to, format);
    if (!to) return undefined;
    return this.#export(offered, scope, format, { text, to, unit: given.unit, coder });
  }

  /** The report on a session, or on what is asked for, opened where a person chose the place. */
  async report(given: Arguments): Promise<Exported | undefined> {
    const exported = await this.run({ scope: 'transcript', ...given, format: 'html' });
    const [written] = exported?.written ?? [];
    if (written !== undefined && given.to === undefined) await openWritten(vscode.Uri.parse(written, true));
    return exported;
  }

  /** Only of a report it is asked, which shows everybody's work side by side; null for all. */
  async #coderMeant(
    { coder, to }: Arguments,
    { id }: ExportFormat,
    sessions: readonly OfferedSession[],
    { sight }: Offered,
  ): Promise<string | null | undefined> {
    if (coder !== undefined) return coder;
    return id === 'html' && to === undefined ? askCoder(sessions, sight) : null;
  }

  /** What may be seen depends on who looks. A script has said so before. */
  async #isKnown(given: Arguments): Promise<boolean> {
    const coded = this.#codedMeant(given);
    return !coded || coded.study?.blind === false || (await this.#question.answer(coded)) !== undefined;
  }

  #codedMeant({ transcript }: Arguments): CodedTranscript | undefined {
    return transcript === undefined
      ? this.#codings.active
      : this.#codings.of(vscode.Uri.parse(transcript, true));
  }

  async #offered(given: Arguments): Promise<Offered> {
    const { transcript } = given;
    const uri = transcript === undefined ? undefined : vscode.Uri.parse(transcript, true);
    const coded = this.#codedMeant(given);
    if (coded) await this.#codings.loaded(coded);
    const shape = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the study…') },
      () => this.#index.read(),
    );
    return offeredBy(shape, coded, uri);
  }

  async #export(
    offered: Offered,
    scope: ExportScope,
    format: ExportFormat,
    { text, to, unit, coder }: Chosen,
  ): Promise<Exported | undefined> {
    const title = vscode.l10n.t('Exporting…');
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const { hasReviews = false, hasFigures = false } = format;
    const wanted = { coder, reviews: text && hasReviews, figures: hasFigures };
    const gathered = await vscode.window.withProgress(options, (_, token) =>
      gather(offered, scope, wanted, token),
    );
    if (!gathered) return undefined;
    const { study, losses } = gathered;
    const name = to.path.slice(to.path.lastIndexOf('/') + 1);
    const origin = `Alliance Coder ${version}`;
    const units = unit === undefined ? {} : { unit };
    const result = format.write(study, { text, origin, name, leftOut: losses, ...units });
    if (!isExport(result)) {
      void showErrorMessage(problemWords(result, vscode.l10n.t));
      return undefined;
    }
    const written = await this.#writeFiles(result.files, to);
    if (!written) return undefined;
    const said = inWords([...losses, ...result.losses]);
    tellExported(written, said);
    return { written: written.map((uri) => uri.toString()), losses: said };
  }

  async #writeFiles(
    files: readonly ExportedFile[],
    to: vscode.Uri,
  ): Promise<readonly vscode.Uri[] | undefined> {
    const placed = files.map((each) => ({ ...each, uri: vscode.Uri.joinPath(to, '..', each.name) }));
    try {
      await writeTogether(placed.map(({ uri, content }) => ({ file: this.#fileAt(uri), content })));
    } catch (error) {
      tellFailed(to, reasonOf(error));
      return undefined;
    }
    return placed.map(({ uri }) => uri);
  }

  #fileAt(uri: vscode.Uri): Writable {
    return {
      read: () => bytesOf(uri),
      write: (content) => this.#write(uri, content),
      remove: async () => vscode.workspace.fs.delete(uri),
    };
  }
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** All forms, with a report in the language of the window, of today. */
function formats(): readonly ExportFormat[] {
  const { env, l10n } = vscode;
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return allFormats({
    l10n,
    language: l10n.bundle ? env.language : 'en',
    made: day.join('-'),
    resamples: 1000,
  });
}

/** A script that names what is not there is told, and gets no other answer. */
function formatCalled(id: string): ExportFormat {
  const format = formats().find((each) => each.id === id);
  if (format) return format;
  const known = formats()
    .map((each) => each.id)
    .join(', ');
  throw new Error(vscode.l10n.t('There is no format “{0}”. The formats are {1}.', id, known));
}

function fileCalled(to: string, { endings }: ExportFormat): vscode.Uri {
  const uri = vscode.Uri.parse(to, true);
  if (endings.some((ending) => uri.path.toLowerCase().endsWith(`.${ending}`))) return uri;
  throw new Error(vscode.l10n.t('The file of this format ends in “.{0}”.', endings[0]));
}
