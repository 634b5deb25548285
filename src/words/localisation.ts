import { plain } from './faults';

/**
 * Says messages in the reader's language: `vscode.l10n` in the editor, `english` on the command line. Handed on under its own
 * name, so that `npm run l10n` finds what is said through it.
 */
export interface Localisation {
  readonly t: {
    (message: string, ...args: (string | number)[]): string;
    (message: string, args: Record<string, string | number>): string;
  };
}

type Values = Readonly<Record<string, string | number>>;

/** Every message as it is written in the source. */
export const english: Localisation = {
  t: (message: string, ...args: readonly (string | number | Values)[]): string => {
    const values = args.flatMap((each, index) =>
      typeof each === 'object' ? Object.entries(each) : [[String(index), each] as const],
    );
    return plain(message, Object.fromEntries(values));
  },
};
