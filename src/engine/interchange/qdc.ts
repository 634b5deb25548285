import type { Codebook } from '../codebook/types';
import type { Export, ExportOptions } from './exported';
import { loss } from './losses';
import { codesOf } from './refi/codesOut';
import { codebookXml } from './refi/writeProject';

export interface QdcOptions extends Pick<ExportOptions, 'origin'> {
  /** The file to be written: `codebook.qdc`. */
  readonly fileName: string;
}

/** A codebook as REFI-QDA exchanges it (`.qdc`): names, colours, and all that guides a coder in the description. */
export function qdc(codebook: Codebook, { origin, fileName }: QdcOptions): Export {
  const { tree } = codesOf([codebook], new Map());
  const losses = codebook.scales.size > 0 ? [loss('qdc-scales', { count: codebook.scales.size })] : [];
  return { files: [{ name: fileName, content: codebookXml(tree, origin) }], losses };
}
