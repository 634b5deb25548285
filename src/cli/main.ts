import { run } from './run';

/** Who reads only the beginning (`| head`) has seen enough. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

try {
  const { stdout, stderr } = process;
  process.exitCode = run(process.argv.slice(2), { cwd: process.cwd(), stdout, stderr });
} catch (error) {
  // Only the kind of the error: its message could hold words of a transcript.
  const kind = error instanceof Error ? error.name : 'unknown error';
  process.stderr.write(
    `alliance: this should not have happened (${kind}). Please report it with the call.\n`,
  );
  process.exitCode = 2;
}
