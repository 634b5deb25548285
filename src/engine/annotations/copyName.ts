/** What sync tools put into the name of a file when two programs wrote it at once. */
const marks: readonly RegExp[] = [
  // Dropbox, Nextcloud, Box: "(conflicted copy 2026-03-02)", "(Alice's conflicted copy 2026-03-02)"
  /^ ?\([^()]*conflict[^()]*\)$/i,
  // Dropbox and Google Drive: "(1)"; OneDrive: "(1)", " 1"
  /^ ?\(\d{1,3}\)$/,
  // macOS and Windows: " copy", " - Copy", " - Copy (2)"
  /^ (?:- )?copy(?: ?\(?\d{1,3}\)?)?$/i,
  // Syncthing
  /^\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]+$/,
  // Nextcloud and ownCloud of old
  /^_conflict-\d{8}-\d{6}$/,
  // OneDrive: the name of the computer, "-PC2", "-DESKTOP-4F2K"
  /^-[A-Za-z0-9][A-Za-z0-9-]*$/,
];

/** Whether a file is called as a sync tool would call a copy of `original`. Letters compare without case. */
export function isCopyName(name: string, original: string): boolean {
  if (name === original) return false;
  if (/^copy of /i.test(name) && isSameName(name.slice('copy of '.length), original)) return true;
  for (let dot = original.indexOf('.'); dot >= 0; dot = original.indexOf('.', dot + 1)) {
    const [head, tail] = [original.slice(0, dot), original.slice(dot)];
    const fits = isSameName(name.slice(0, head.length), head) && isSameName(name.slice(-tail.length), tail);
    const mark = name.slice(head.length, name.length - tail.length);
    if (fits && marks.some((pattern) => pattern.test(mark))) return true;
  }
  return false;
}

/** Whether a file may hold annotations by its name: one of ours, or a copy whose ending a sync tool divided. */
export function mayBeAnnotations(name: string): boolean {
  return /\.alliance(?:(?:[ \-_(]|\.sync-conflict-)[^/]*)?\.yaml$/i.test(name);
}

/** `session-04.alice.alliance.yaml`: what the file of a coder is called. */
export function usualName(transcript: string, coder: string): string {
  return `${transcript.replace(/\.[^.]*$/, '')}.${coder}.alliance.yaml`;
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
