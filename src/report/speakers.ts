import type { Turn } from '../engine/transcript/types';
import { roleWord } from '../words/session/terms';
import type { Page } from './page';

/** How speakers are called: by their labels, or, where no text is to be in it, by their roles, since a label may be a name. */
export function speakersNamed(turns: readonly Turn[], { text, l10n }: Page): (speaker: string) => string {
  if (text) return (speaker) => speaker;
  const roles = new Map(turns.map(({ speaker, role }) => [speaker, role]));
  const names = new Map(
    [...roles].map(([speaker, role]) => {
      const alike = [...roles].filter(([, other]) => other === role).map(([other]) => other);
      const word = roleWord(role, l10n);
      return [speaker, alike.length === 1 ? word : `${word} ${alike.indexOf(speaker) + 1}`];
    }),
  );
  return (speaker) => names.get(speaker) ?? '';
}
