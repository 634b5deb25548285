import { resolveAnchors } from '../../src/engine/anchors/resolve';
import type { Anchor } from '../../src/engine/anchors/types';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { describe } from '../../src/engine/annotations/quote';
import type { At } from '../../src/engine/transcript/at';
import { parseTranscript } from '../../src/engine/transcript/parse';

/** A text whose passages are looked for in another. */
export const dialogue = [
  'T: How have you been since last week?',
  'C: Mm.',
  'T: Go on.',
  "C: Mm. I don't know what to say about it, really.",
  'T: What was that like for you when I said that?',
  'C: Mm.',
  'T: Mm.',
  'C: I was angry with you, and I wanted you to ask Anna.',
];

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
  return placeOf(anchor).replace(/ \d\.\d\d/, '');
}

/** Where an annotation was found: state, method, confidence and place, or the places that would do. */
export function placeOf(anchor: Anchor | undefined): string {
  if (!anchor) return '';
  const { state, method, confidence, at, places } = anchor;
  const shown = [at, ...places].flatMap((place) =>
    place ? [`${place.turn}:${place.start}-${place.end_turn ? `${place.end_turn}:` : ''}${place.end}`] : [],
  );
  return [state, ...(method ? [method] : []), confidence.toFixed(2), ...shown].join(' ');
}
