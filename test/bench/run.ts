import { agreementFigures } from './agreement';
import { anchorFigures } from './anchors';
import { annotationFigures } from './annotations';
import { caseFigures } from './cases';
import { importFigures } from './imports';
import { panelFigures } from './panel';
import { table, type Figure } from './ratio';
import { qdpxFigures } from './qdpx';
import { retrieveFigures } from './retrieve';
import { studyFigures } from './study';
import { transcriptFigures } from './transcripts';
import { workbenchFigures } from './workbench';

/** `npm run bench`, or some of it: `node dist/test/bench.js transcripts annotations anchors retrieve imports qdpx cases agreement panel workbench`. */
const sections: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  transcripts: transcriptFigures,
  annotations: annotationFigures,
  anchors: anchorFigures,
  retrieve: retrieveFigures,
  imports: importFigures,
  qdpx: qdpxFigures,
  cases: caseFigures,
  agreement: agreementFigures,
  study: studyFigures,
  panel: panelFigures,
  workbench: workbenchFigures,
};

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const chosen = named.length > 0 ? named : Object.keys(sections);
  for (const name of chosen) {
    const figures = sections[name];
    if (!figures) throw new Error(`no benchmark “${name}”; there are ${Object.keys(sections).join(', ')}`);
    console.log(`\n${table(name, await figures())}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
