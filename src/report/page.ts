import type { Coding } from '../engine/annotations/types';
import { sightOf } from '../engine/study/blinding';
import type { Study } from '../engine/study/types';
import type { Localisation } from '../words/localisation';
import type { Palette } from './palette';

/** How a report is written, whatever is in it. */
export interface ReportOptions {
  readonly l10n: Localisation;
  /** The language of `l10n`, as HTML names it. */
  readonly language: string;
  /** The day it was made; null where the same study is to give the same file. */
  readonly made: string | null;
  /** How often units are drawn for the intervals of agreement. */
  readonly resamples: number;
}

/** What every part of a page is told. */
export interface Page extends ReportOptions {
  /** Whether words of sessions and coders may stand in it. */
  readonly text: boolean;
  readonly palette: Palette;
  readonly study: Study | null;
}

/** What a blind study keeps out of sight, by the key of its file. */
export function isOutOfSight({ study }: Page, key: 'case' | 'order' | 'date' | 'stage' | 'scores'): boolean {
  return study !== null && study.blind !== false && study.blind[key] === true;
}

/** How somebody is called: as their file says, else the study's, else by their id; where a study hides names, by none of them. */
export function personName({ coder, name, role }: Coding, { study, l10n }: Page): string {
  const called = sightOf(study, null).nameOf(coder);
  if (called !== coder) return called;
  const listed = study?.coders.find(({ id }) => id === coder)?.name;
  return name ?? listed ?? (role === 'consensus' ? l10n.t('consensus') : coder);
}
