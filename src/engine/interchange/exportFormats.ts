import { isSameCodebook } from '../codebook/keys';
import { defaultCodebook } from '../codebook/read';
import { csvLong } from './csvLong';
import { csvPygamma } from './csvPygamma';
import { csvUnits, type UnitsOptions } from './csvUnits';
import { csvWide } from './csvWide';
import type { Export, ExportedStudy } from './exported';
import type { Problem } from './problems';
import { qdc } from './qdc';
import { qdpx } from './qdpx';
import { counted } from './tables/tableLosses';
import { webAnnotation } from './webAnnotation';

/** A form in which a study can be exported. */
export interface ExportFormat {
  /** Public: what `--format` and the command's arguments call it. */
  readonly id: string;
  /** What its files may end in, the usual one first. */
  readonly endings: readonly [string, ...string[]];
  /** It holds whole transcripts, and is nothing without them. */
  readonly needsText: boolean;
  /** It has words of sessions where they are chosen. */
  readonly mayHaveText: boolean;
  /** Where text is chosen, it has what supervisors say of sessions. */
  readonly hasReviews?: boolean;
  /** It has figures of sessions, which a study may keep from its coders until the release. */
  readonly hasFigures?: boolean;
  readonly write: (study: ExportedStudy, options: UnitsOptions) => Export | Problem;
}

/** All forms that need no words of ours, in the order in which they are offered; the report (`src/report`) stands beside them. */
export const exportFormats: readonly ExportFormat[] = [
  { id: 'csv-long', endings: ['csv'], needsText: false, mayHaveText: true, write: csvLong },
  { id: 'csv-units', endings: ['csv'], needsText: false, mayHaveText: false, write: csvUnits },
  {
    id: 'csv-wide',
    endings: ['csv'],
    needsText: false,
    mayHaveText: false,
    hasFigures: true,
    write: csvWide,
  },
  { id: 'csv-pygamma', endings: ['csv'], needsText: false, mayHaveText: false, write: csvPygamma },
  {
    id: 'qdpx',
    endings: ['qdpx'],
    needsText: true,
    mayHaveText: true,
    write: (study, { text, origin, name }) => qdpx(study, { text, origin, fileName: name }),
  },
  { id: 'qdc', endings: ['qdc'], needsText: false, mayHaveText: false, write: codebookFile },
  { id: 'jsonld', endings: ['jsonld', 'json'], needsText: false, mayHaveText: true, write: webAnnotation },
];

/** The codebook of the first session, which is the study's; sessions with another one are said. */
function codebookFile({ sessions }: ExportedStudy, { origin, name }: UnitsOptions): Export {
  const codebook = sessions[0]?.codebook ?? defaultCodebook();
  const others = sessions.filter((each) => !isSameCodebook(each.codebook, codebook));
  const { files, losses } = qdc(codebook, { origin, fileName: name });
  return { files, losses: [...losses, ...counted('other-codebooks', others.length)] };
}

export function isExport(result: Export | Problem): result is Export {
  return 'files' in result;
}
