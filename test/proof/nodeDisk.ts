import { personDisk } from '../../src/store/personDisk';
import { replaceFile } from '../../src/store/replaceFile';

/** How the desktop writes a person's file. */
export const nodeDisk = personDisk((uri, text, seen) => replaceFile(uri.fsPath, text, seen));
