import { decodeText, type DecodedText } from './decode';

/** A file as the person has it; the engine never sees where it lies. */
export interface Source {
  /** The file's name with its ending, without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that is looked into: its bytes, and its text where it is text. */
export interface OpenedSource extends Source {
  /** Line ends are line feeds, and there is no byte order mark. Null for what is no text (a ZIP, a recording). */
  readonly decoded: DecodedText | null;
  /** The text, or nothing. */
  readonly text: string;
}

export function openSource({ name, bytes }: Source): OpenedSource {
  const decoded = decodeText(bytes);
  return { name, bytes, decoded, text: decoded?.text ?? '' };
}

/** The name without its ending: what a transcript made of it is called. */
export function stemOf(name: string): string {
  return name.replace(/(?<=.)(?:\.transcript)?\.[^.]{1,12}$/i, '');
}
