/** What the keys under `detectors:` of a study file are for: methods and their parameters. */
export const detectorKeys: Readonly<Record<string, string>> = {
  detectors:
    'The methods that look for patterns over the sessions of a case. What is not said here is as the documentation gives it.',
  'detectors.shape': 'Level, slope and curve of a series. false leaves it out.',
  'detectors.v-2sd':
    'Drops by two of the case’s own standard deviations from one session to the next (Stiles-like). false leaves it out.',
  'detectors.v-1sd':
    'Drops by one standard deviation pooled over cases from one session to the next (Strauss-like). false leaves it out.',
  'detectors.crisis':
    'Drops over several sessions by one and by two of the stricter standard deviation (Gumz-like). false leaves it out.',
  'detectors.rci-drop': 'Drops that are a reliable change of the measure. false leaves it out.',
  'detectors.reliable-change': 'Reliable change (Jacobson & Truax). false leaves it out.',
  'detectors.xmr': 'A control chart of individual values and moving ranges. false leaves it out.',
  'detectors.tukey': 'A control chart by quartiles (Tukey). false leaves it out.',
  'detectors.change-point': 'One change of level. false leaves it out.',
  'detectors.change-points': 'Several changes of level. false leaves it out.',
  'detectors.piecewise': 'One change of slope. false leaves it out.',
  'detectors.sudden': 'Sudden gains and losses (Tang & DeRubeis). false leaves it out.',
  'detectors.association': 'Alliance and outcome within a case, as a description. false leaves it out.',
  'detectors.sequences': 'What follows ruptures within a session. false leaves it out.',
  alpha: 'A change counts where its p is not above this.',
  'shape.alpha': 'A slope or a curve counts where its p is below this.',
  label_from: 'With fewer sessions the shape has no name.',
  k: 'How many standard deviations make a drop: a number, or several of which the largest reached is named.',
  sigma:
    'The standard deviation: intra, the case’s own; inter, pooled over cases; stricter, the larger of both; s-diff, that of the measure’s sd and r.',
  residual: 'true: the standard deviations are of what the linear trend leaves.',
  descent: 'single: to the next session. several: on through consecutive decreases.',
  rho: 'Repaired is what comes back but for this share of the drop. 0: all of it.',
  partial: 'Partly repaired is what regains this share of the drop.',
  'detectors.v-2sd.within': 'Repaired within so many sessions; null: at any time.',
  'detectors.v-1sd.within': 'Repaired within so many sessions; null: at any time.',
  'detectors.crisis.within': 'Repaired within so many sessions; null: at any time.',
  'detectors.rci-drop.within': 'Repaired within so many sessions; null: at any time.',
  bridge: 'Whether a step over a session without a value counts.',
  z: 'A change is reliable beyond this many standard errors of a difference.',
  against: 'previous: each session against the one before. first: against the first session.',
  baseline: 'The sessions that limits are reckoned from: all, or the first so many.',
  rules: 'Which run rules are followed beside the limits.',
  fence: 'How many interquartile ranges the limits lie beyond the quartiles.',
  permutations: 'How often the series is shuffled for a p.',
  seed: 'Where the random numbers begin: the same seed gives the same p.',
  penalty:
    'What a change costs, times the variance of neighbours and the logarithm of the number of sessions.',
  min_length: 'The fewest sessions of one level.',
  least:
    'The smallest change that counts: a number, reliable for that of the measure’s sd and r, or false for none.',
  relative: 'The share of the value before that a change must reach; false for none.',
  stable: 'Whether a change must stand out from the sessions around it.',
  around: 'How many sessions are looked at on each side.',
  block:
    'How many neighbouring sessions stay together when a series is shuffled; null: the cube root of all.',
  'sequences.within': 'Within how many turns something follows a rupture.',
};
