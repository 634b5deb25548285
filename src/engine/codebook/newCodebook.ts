import { renderString } from '../yamlScalar';
import { defaultCodebookText } from './read';

/** What a study's own codebook says at its top, in place of what is said of the built-in one. */
const head = [
  '# This study’s codebook, which begins as a copy of the built-in one.',
  '# To add a code, copy one from its “- id:” to before the next, and give it',
  '# an id and a label of its own. What you saved is in use. Raise `version`.',
  '# changes: what each version changed; every coding says which version it was made with. replaces: [ old.id ] on a code carries',
  '# codings through a change of ids: they count as the new code at once, and the command “Recode All” writes it into them.',
];

/** A codebook file for a study: all of the built-in one, under an id and a title of its own, at version 1.0.0. */
export function newCodebookText(id: string, title: string): string {
  const lines = defaultCodebookText().split('\n');
  const own = { id, title, version: '1.0.0' };
  const renamed = lines.map((line) => {
    const key = /^(id|title|version):/.exec(line)?.[1];
    return key === 'id' || key === 'title' || key === 'version' ? `${key}: ${renderString(own[key])}` : line;
  });
  return [...head, ...renamed.slice(1)].join('\n');
}
