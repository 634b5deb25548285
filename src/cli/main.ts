import { createInterface } from 'node:readline';
import { run } from './run';

const { stdin, stdout, stderr } = process;

/** The program `alliance`: from the arguments of this process to its streams and its exit code. */
export async function main(): Promise<void> {
  // Who reads only the beginning (`| head`) has seen enough.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const isSomebodyThere = stdin.isTTY && stderr.isTTY;
  try {
    process.exitCode = await run(process.argv.slice(2), {
      cwd: process.cwd(),
      stdout,
      stderr,
      ...(isSomebodyThere ? { ask } : {}),
      ...(stderr.isTTY ? { progress } : {}),
    });
  } catch (error) {
    // Only the kind of the error: its message could hold words of a transcript.
    const kind = error instanceof Error ? error.name : 'unknown error';
    stderr.write(`alliance: this should not have happened (${kind}). Please report it with the call.\n`);
    process.exitCode = 2;
  }
}

/** One line that is written over, and gone in the end. */
function progress(done: number, of: number): void {
  stderr.write(done < of ? `\r\u001b[K${done} / ${of}` : '\r\u001b[K');
}

/** Who goes away (Ctrl+C, Ctrl+D) has not said yes. */
function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stderr });
  return new Promise((answered) => {
    lines.on('close', () => answered(false));
    lines.question(`${question} [y/N] `, (answer) => {
      answered(/^\s*y(es)?\s*$/i.test(answer));
      lines.close();
    });
  });
}
