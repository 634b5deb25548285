import type { Export, ExportedStudy, ExportOptions } from './exported';
import { problem, type Problem } from './problems';
import { archiveOf } from './refi/archive';
import { ownFiles } from './refi/ownFiles';
import { packageOf, type QdaPackage } from './refi/projectOut';
import { differenceIn } from './refi/selfCheck';
import { projectXml } from './refi/writeProject';

export interface QdpxOptions extends ExportOptions {
  /** The file to be written: `study.qdpx`. */
  readonly fileName: string;
  /** `crlf` for MAXQDA, which else shifts codings: texts have CRLF, and positions count it as one, as before. */
  readonly lineEnds?: 'lf' | 'crlf';
}

/**
 * A study as a REFI-QDA project (`.qdpx`) for NVivo, ATLAS.ti, MAXQDA, QualCoder and others. A project without its texts is
 * none: where no text was chosen the export is refused. What was written is read again before it is given out.
 */
export function qdpx(study: ExportedStudy, options: QdpxOptions): Export | Problem {
  if (!options.text) return problem('text-needed', { format: 'QDPX' });
  const { losses, ...content } = packageOf(study, options.origin);
  const bytes = archiveOf(entriesOf(study, content, options));
  const difference = differenceIn(bytes, content);
  if (difference !== null) return problem('self-check', { format: 'QDPX', what: difference });
  return { files: [{ name: options.fileName, content: bytes }], losses };
}

function* entriesOf(
  study: ExportedStudy,
  { project, texts }: QdaPackage,
  { lineEnds = 'lf' }: QdpxOptions,
): Iterable<readonly [string, string]> {
  yield ['project.qde', projectXml(project)];
  for (const [guid, text] of texts) {
    yield [`sources/${guid}.txt`, lineEnds === 'crlf' ? text.replace(/\r\n?|\n/g, '\r\n') : text];
  }
  yield* ownFiles(study);
}
