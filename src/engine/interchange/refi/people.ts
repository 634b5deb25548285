import type { CoderRole } from '../../annotations/types';
import { idFromName, isPersonId } from '../../study/coderId';
import type { QdaProject } from './model';

/** A user of another program as somebody who codes here. */
export interface Person {
  readonly coder: string;
  /** As the other program shows the name; null where it says no more than the id. */
  readonly name: string | null;
  readonly role: CoderRole;
}

/** Who made what does not say who made it. */
const nobody = 'imported';

/** The users of a project by their GUIDs; `someone` for what is nobody's. */
export interface People {
  readonly byGuid: ReadonlyMap<string, Person>;
  readonly someone: Person;
}

export function peopleOf({ users, creatingUser, origin }: QdaProject): People {
  const taken = new Set<string>();
  const byGuid = new Map<string, Person>();
  for (const { guid, name, id } of users) {
    if (byGuid.has(guid)) continue;
    const coder = freeId(id, name, taken, isOurs(origin));
    taken.add(coder);
    byGuid.set(guid, {
      coder,
      name: name.trim() === '' || name === coder ? null : name.trim(),
      role: coder === 'consensus' ? 'consensus' : 'coder',
    });
  }
  const creator = creatingUser === null ? undefined : byGuid.get(creatingUser);
  const only = byGuid.size === 1 ? [...byGuid.values()][0] : undefined;
  const another = { coder: freeId(null, nobody, taken, false), name: null, role: 'coder' } as const;
  return { byGuid, someone: only ?? creator ?? another };
}

/** Packages of this program, whose ids are ours. */
function isOurs(origin: string): boolean {
  return /^alliance coder\b/i.test(origin);
}

/** `consensus` is nobody's id but the consensus's own, of our own packages. */
function freeId(id: string | null, name: string, taken: ReadonlySet<string>, ours: boolean): string {
  if (id !== null && !taken.has(id) && (isPersonId(id) || (ours && id === 'consensus'))) return id;
  const wish = idFromName(name) || idFromName(id ?? '') || 'coder';
  for (let number = 1; ; number++) {
    const next = number === 1 ? wish : `${wish.slice(0, 28)}-${number}`;
    if (isPersonId(next) && !taken.has(next)) return next;
  }
}
