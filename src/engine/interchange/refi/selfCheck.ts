import type { QdaCode, QdaProject, QdaSelection } from './model';
import { isOpened, openPackage, textOfSource } from './openPackage';
import type { QdaPackage } from './projectOut';
import { storable } from './writeXml';

/** Of what was written, what does not come back; never words of a transcript. */
export type Difference = 'archive' | 'texts' | 'codes' | 'codings' | 'links';

/** Reads a package back and compares it with what it was made of; null where nothing differs. */
export function differenceIn(bytes: Uint8Array, { project, texts }: QdaPackage): Difference | null {
  const opened = openPackage(bytes);
  if (!isOpened(opened)) return 'archive';
  const back = opened.project;
  const isText = (source: QdaProject['notes'][number]): boolean => {
    const read = textOfSource(source, opened)?.text;
    return read !== undefined && read === (texts.get(source.guid) ?? '').replace(/^\ufeff/, '');
  };
  const sources = [...back.sources, ...back.notes];
  if (sources.length !== texts.size || !sources.every(isText)) return 'texts';
  if (!isSame(codeLines(back.codes), codeLines(project.codes))) return 'codes';
  if (!isSame(codingLines(back), codingLines(project))) return 'codings';
  return isSame(linkLines(back), linkLines(project)) ? null : 'links';
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function codeLines(codes: readonly QdaCode[], above = ''): readonly string[] {
  return codes.flatMap(({ guid, name, description, children }) => [
    JSON.stringify([above, guid, storable(name), storable(description)]),
    ...codeLines(children, guid),
  ]);
}

function codingLines({ sources }: QdaProject): readonly string[] {
  return sources.flatMap(({ guid, selections }) =>
    selections.map((selection) => selectionLine(guid, selection)),
  );
}

function selectionLine(
  source: string,
  { guid, start, end, user, created, description, codings, noteRefs }: QdaSelection,
): string {
  const codes = codings.map((coding) => [coding.guid, coding.code, coding.user, coding.created]);
  return JSON.stringify([source, guid, start, end, user, created, storable(description), codes, noteRefs]);
}

function linkLines({ links }: QdaProject): readonly string[] {
  return links.map((link) => JSON.stringify(link));
}
