import { compareText } from '../compareText';
import type { Role } from '../transcript/types';
import { codeFor } from './keys';
import type { Code, Codebook } from './types';

/** How much less a use counts for each use since. */
const fading = 0.8;

/** A code that was applied, and when: ISO 8601, missing where nobody wrote it down. */
interface Use {
  readonly code: string;
  readonly created?: string | undefined;
}

/**
 * The codes somebody probably wants for words said in these roles, the likeliest first: those meant for such a role before
 * all others, among them the ones this coder used in this transcript, lately and often, and then the families as the
 * codebook has them.
 *
 * @param roles of the turns that are to be coded; none: any role.
 * @param used what the coder coded in this transcript, in any order.
 */
export function likelyCodes(
  codebook: Codebook,
  roles: ReadonlySet<Role>,
  used: readonly Use[],
  most: number,
): Code[] {
  const weights = weightsOf(
    used.map((each) => ({ ...each, code: codeFor(codebook, each.code)?.id ?? each.code })),
  );
  const candidates = [...codebook.codes.values()].filter(
    ({ id, parent }) => parent === null || weights.has(id),
  );
  const weight = ({ id }: Code): number => weights.get(id) ?? 0;
  const unfit = ({ speaker }: Code): number =>
    roles.size === 0 || speaker === null || speaker === 'dyad' || roles.has(speaker) ? 0 : 1;
  return candidates.sort((a, b) => unfit(a) - unfit(b) || weight(b) - weight(a)).slice(0, most);
}

/** By code: one for the last use of all, less for each before it. */
function weightsOf(used: readonly Use[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const lastFirst = [...used].sort((a, b) => compareText(b.created ?? '', a.created ?? ''));
  lastFirst.forEach(({ code }, index) => weights.set(code, (weights.get(code) ?? 0) + fading ** index));
  return weights;
}
