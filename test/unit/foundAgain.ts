import { resolveAnchors } from '../../src/engine/anchors/resolve';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { describe } from '../../src/engine/annotations/quote';
import type { At } from '../../src/engine/annotations/types';
import { parseTranscript } from '../../src/engine/transcript/parse';

/** Where a passage of one text is in another: state, method and place in short. */
export function foundAgain(at: At, was: readonly string[], now: readonly string[] | string): string {
  const [before, text] = [was.join('\n'), typeof now === 'string' ? now : now.join('\n')];
  const { turns } = parseTranscript(before);
  const annotation = { id: 'a', code: 'bond', at, ...describe(turns, at) };
  const coding = {
    annotations: [annotation],
    text: { sha256: textHash(before), turns: fingerprints(turns) },
  };
  const [anchor] = resolveAnchors(coding, parseTranscript(text).turns, textHash(text));
  if (!anchor) return '';
  const shown = [anchor.at, ...anchor.places].flatMap((place) =>
    place ? [`${place.turn}:${place.start}-${place.end_turn ? `${place.end_turn}:` : ''}${place.end}`] : [],
  );
  return [anchor.state, anchor.method ?? '', ...shown].join(' ').trim();
}
