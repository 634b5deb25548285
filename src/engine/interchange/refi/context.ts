import { missingCode, type ReadCodes } from './codesIn';
import type { CountingFound } from './counting';
import type { QdaProject } from './model';
import type { People } from './people';

/** What all sources of a project are read with. */
export interface Context {
  readonly project: QdaProject;
  readonly people: People;
  readonly codes: ReadCodes;
  readonly found: CountingFound;
  /** By GUID. */
  readonly notes: ReadonlyMap<string, ReadNote>;
}

export interface ReadNote {
  readonly guid: string;
  readonly name: string;
  readonly user: string | null;
  readonly text: string;
}

/** The id of a code, by its GUID. */
export function codeIdOf({ codes }: Context, guid: string): string {
  return codes.idOf.get(guid) ?? missingCode;
}
