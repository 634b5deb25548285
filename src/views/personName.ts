import { l10n } from 'vscode';
import type { Coding } from '../engine/annotations/types';
import type { Sight } from '../engine/study/blinding';

/** How a person is called on screen: by their name, unless the study hides it. */
export function personName({ name, coder, role }: Coding, { nameOf }: Sight): string {
  const called = nameOf(coder);
  if (called !== coder) return called;
  return name ?? (role === 'consensus' ? l10n.t('consensus') : coder);
}
