import type * as vscode from 'vscode';
import type { Code } from '../../engine/codebook/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Tagging } from '../coding/tagging';
import type { Here } from './steps';

/** The annotations last made by a key: digits, bounds, notes and the like mean them as long as the cursor stays. */
export interface Latest {
  readonly coded: CodedTranscript;
  readonly code: Code;
  /** Null where nothing could be coded. */
  readonly tagging: Promise<Tagging | null>;
  /** Where the cursor was, or what was selected. */
  selections: readonly vscode.Selection[];
  /** `tagging`, once it shows. */
  done: Tagging | null;
}

/** What an act is to change. */
export interface Meant extends Here {
  readonly latest: Latest | null;
}

/** Of the annotations last made those that are still there. */
export async function standing({ latest, coded }: Meant): Promise<string[]> {
  const tagging = await latest?.tagging;
  const annotations = coded.ownCoding?.annotations ?? [];
  return (
    tagging?.targets.map(({ id }) => id).filter((id) => annotations.some((each) => each.id === id)) ?? []
  );
}
