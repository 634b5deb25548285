import { compareText } from '../../compareText';
import { codeFor } from '../../codebook/keys';
import type { CodedSession } from './codedSessions';
import type { ExportedStudy, ExportOptions } from '../exported';
import { loss, type Loss, type LossCode } from '../losses';

/** What no table holds, whatever its form: places that are not certain, text that was not chosen, memos. */
export function sharedLosses(
  { sessions }: ExportedStudy,
  coded: readonly CodedSession[],
  { text }: ExportOptions,
): Loss[] {
  const uncertain = sessions.flatMap(({ path, codings }) =>
    [...codings]
      .sort(({ coding: a }, { coding: b }) => compareText(a.coder, b.coder))
      .flatMap(({ coding: { coder, annotations }, places }) =>
        counted('uncertain-places', annotations.length - places.size, { transcript: path, coder }),
      ),
  );
  const memos = sum(coded.map(({ coding }) => coding.memos.length + coding.comments.length));
  const annotations = coded.flatMap((each) =>
    each.annotations.map(({ code }) => ({ code, now: codeFor(each.session.codebook, code) })),
  );
  return [
    ...uncertain,
    ...(text ? counted('memos', memos) : [loss('without-text')]),
    ...counted('old-codes', annotations.filter(({ code, now }) => now !== null && now.id !== code).length),
    ...counted('unknown-codes', annotations.filter(({ now }) => now === null).length),
  ];
}

/** A loss that is said where there is something to lose. */
export function counted(code: LossCode, count: number, data: Loss['data'] = {}): Loss[] {
  return count > 0 ? [loss(code, { ...data, count })] : [];
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
