import type { SourceReading } from './imported';
import type { OpenedSource } from './source';

/** A format that can be imported. Formats are told apart by content, never by a file's ending. */
export interface ImportFormat {
  /** Public: `alliance import` prints it. */
  readonly id: string;
  /** What it is called where people choose or read it; a proper name, not translated. */
  readonly title: string;
  /** Whether a file is of this format, as far as its beginning tells. */
  readonly looksLike: (source: OpenedSource) => boolean;
  readonly read: (source: OpenedSource) => SourceReading;
}
