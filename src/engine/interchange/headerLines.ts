import { renderField, renderValue } from '../yamlRender';
import { renderString } from '../yamlScalar';
import type { Speaker } from '../transcript/types';
import type { SourceFacts } from './imported';

/** The header of a transcript made of a source: who speaks, and what is known of the session; each line with its line feed. */
export function headerLines(
  speakers: readonly Pick<Speaker, 'label' | 'role'>[],
  { media, date, language, more }: SourceFacts,
): string {
  const people = speakers.map(({ label, role }) => `${renderString(label)}: ${renderValue({ role })}`);
  const facts = Object.entries({ media, date, language, ...more }).filter(([, value]) => value !== null);
  const lines = [
    '---',
    ...(people.length > 0 ? [`speakers: { ${people.join(', ')} }`] : []),
    ...facts.map(([key, value]) => renderField(key, value)),
    '---',
  ];
  return lines.map((line) => `${line}\n`).join('');
}
