import { agreementFigures } from './agreement';
import { anchorFigures } from './anchors';
import { annotationFigures } from './annotations';
import { attackFigures } from './attacks';
import { caseFigures } from './cases';
import { huge, long } from './data';
import { importFigures } from './imports';
import { panelFigures } from './panel';
import { table, type Figure } from './ratio';
import { storeRatios, worseThanStored } from './stored';
import { qdpxFigures } from './qdpx';
import { retrieveFigures } from './retrieve';
import { studyFigures } from './study';
import { transcriptFigures } from './transcripts';
import { sizeFigures } from './sizes';
import { startingFigures } from './starting';
import { taggingFigures } from './tagging';
import { typingFigures } from './typing';
import { inWorkbenches } from './workbenches';

/** `npm run bench`, or some of it: `npm run bench -- study typing`. The last four open whole VS Codes, or make the package. */
const sections: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  transcripts: transcriptFigures,
  annotations: annotationFigures,
  anchors: anchorFigures,
  retrieve: retrieveFigures,
  imports: importFigures,
  qdpx: qdpxFigures,
  cases: caseFigures,
  agreement: agreementFigures,
  attacks: attackFigures,
  study: studyFigures,
  panel: panelFigures,
  sizes: sizeFigures,
  starting: () => inWorkbenches(long, startingFigures),
  tagging: async () => [
    ...(await inWorkbenches(long, taggingFigures)),
    ...(await inWorkbenches(huge, taggingFigures)),
  ],
  typing: () => inWorkbenches(huge, typingFigures),
};

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const keeps = words.includes('--keep');
  const named = words.filter((word) => word !== '--keep');
  const chosen = named.length > 0 ? named : Object.keys(sections);
  for (const name of chosen) {
    const figures = sections[name];
    if (!figures) throw new Error(`no benchmark “${name}”; there are ${Object.keys(sections).join(', ')}`);
    const found = await figures();
    console.log(`\n${table(name, found)}`);
    for (const line of worseThanStored(found)) console.log(line);
    if (keeps) storeRatios(found);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
