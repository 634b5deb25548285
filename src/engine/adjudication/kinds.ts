/** How coders differ on a matter, the gravest first. */
export const disagreementKinds = [
  'missed', // not all of them have it, or one has it more often
  'other-family',
  'other-code', // another code of the same family
  'other-bounds', // the same code on other words
  'other-links', // an episode of other ruptures or repairs
  'other-rating',
  'other-resolution',
] as const;

export type DisagreementKind = (typeof disagreementKinds)[number];
