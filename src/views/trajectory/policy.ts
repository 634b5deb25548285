/**
 * What a page of ours may load: its one script, styles of the editor and pictures it draws itself. Nothing else, from nowhere.
 *
 * @param source Where the editor serves the extension's own files from.
 */
export function pagePolicy(nonce: string, source: string): string {
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; img-src blob:; base-uri 'none'; form-action 'none'`;
}
