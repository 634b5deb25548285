import { parseYamlFile, type YamlFile } from '../yamlFile';
import { setInYaml } from '../yamlSet';
import { fileKeys } from './layout';
import { field, isObject } from '../objects';
import { formatVersion } from './schema';

/** How an annotation file of one format becomes one of the next. */
export interface Migration {
  /** The format it begins with. */
  readonly from: number;
  /**
   * The text with what is called or said otherwise in the next format; the number at `alliance` is seen to. What it does not
   * know it leaves alone, comments too, and every line stays where it is, since faults are told by their lines. Null where
   * it cannot be done with certainty.
   */
  readonly migrate: (text: string) => string | null;
}

/** All there are: format 1 is the first. A new format comes with its migration here and with a fixture, `format-N`. */
export const migrations: readonly Migration[] = [];

/** What stands at `alliance`, where that is a number. */
export function versionOf({ value }: YamlFile): number | null {
  const version = isObject(value) ? field(value, 'alliance') : null;
  return typeof version === 'number' ? version : null;
}

/** The text in the present format, step by step; the same where nothing can be done, or nothing is to be done. */
export function inPresentFormat(text: string, version: number, steps: readonly Migration[]): string {
  if (version >= formatVersion) return text;
  let now: string | null = text;
  for (let at = version; at < formatVersion; at++) {
    const step = steps.find(({ from }) => from === at);
    const next: string | null = step ? step.migrate(now) : null;
    now = next === null ? null : setInYaml(next, ['alliance'], at + 1, fileKeys);
    if (now === null) return text;
  }
  return versionOf(parseYamlFile(now)) === formatVersion ? now : text;
}
