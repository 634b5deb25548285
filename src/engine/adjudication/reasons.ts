import { nothing } from '../annotations/acts';
import { andThen, type Step } from '../annotations/change';
import { setField } from '../annotations/edit';
import { entriesOf, keyOf, type AnnotationFile } from '../annotations/file';
import { refsOf, type Matter } from './matter';

/** Why a matter was decided as it was; an empty reason takes it away. Where nothing is decided yet, nothing is done. */
export function setReason(file: AnnotationFile, matter: Matter, reason: string): Step {
  const refs = new Set(refsOf(matter));
  return (['annotations', 'episodes', 'ratings', 'decisions'] as const).reduce((step, section) => {
    const keys = entriesOf(file.coding, section)
      .filter(({ from }) => from?.some((ref) => refs.has(ref)))
      .map((entry) => keyOf(section, entry));
    return keys.reduce(
      (before, key) => andThen(before, (now) => setField(now, section, key, 'reason', reason || undefined)),
      step,
    );
  }, nothing(file));
}
