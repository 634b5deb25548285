/** What a terminal runs, and how it is told. */
export type Shell = 'sh' | 'powershell' | 'cmd';

/** The program that runs our command line. */
export interface Runtime {
  /** Its own path. */
  readonly program: string;
  /** VS Code itself, which has to be told that it is to be Node. */
  readonly isElectron: boolean;
  readonly isWindows: boolean;
}

/** The shell of a terminal by the path of its program; where that is not known, that of the system. */
export function shellOf(path: string, { isWindows }: Runtime): Shell {
  const name = path.split(/[\\/]/).at(-1)?.toLowerCase() ?? '';
  if (/^(?:pwsh|powershell)\b/.test(name)) return 'powershell';
  if (/^cmd\b/.test(name)) return 'cmd';
  return name === '' && isWindows ? 'powershell' : 'sh';
}

/** A line that runs the command line with these words, in a shell; the words stay what they are, whatever is in them. */
export function commandLine(
  { program, isElectron }: Runtime,
  script: string,
  words: readonly string[],
  shell: Shell,
): string {
  const call = [program, script, ...words].map((word) => quoted(word, shell)).join(' ');
  if (shell === 'powershell') {
    const run = `& ${call}`;
    return isElectron ? `$env:ELECTRON_RUN_AS_NODE=1; ${run}; Remove-Item Env:ELECTRON_RUN_AS_NODE` : run;
  }
  if (!isElectron) return call;
  return shell === 'cmd'
    ? `set "ELECTRON_RUN_AS_NODE=1" && ${call} & set "ELECTRON_RUN_AS_NODE="`
    : `ELECTRON_RUN_AS_NODE=1 ${call}`;
}

/** A word as a shell takes it. Plain ones stay as they are, so that the line can be read. */
function quoted(word: string, shell: Shell): string {
  if (shell === 'sh') return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
  if (/^[\w:./\\-]+$/.test(word)) return word;
  // PowerShell takes typographic quotation marks for its own.
  if (shell === 'powershell') return `'${word.replace(/['‘’‚‛]/g, '$&$&')}'`;
  // Between quotation marks a percent sign would begin a variable; outside it can be kept from that.
  return `"${word.replaceAll('%', '"^%"')}"`;
}
