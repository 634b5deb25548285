import * as z from 'zod/mini';

/**
 * The named methods with their parameters, as a study file may set them; what it does not say is the default here. `false`
 * leaves a method out. Names that end in "-like" elsewhere follow a published method in spirit only.
 */
const share = z.number().check(z.gte(0), z.lte(1));
const positive = z.number().check(z.positive());
const bridge = z._default(z.boolean(), true);
const baseline = z._default(z.union([z.literal('all'), z.int().check(z.gte(4))]), 'all');

const multiples = z.pipe(
  z.union([positive, z.array(positive).check(z.minLength(1))]),
  z.transform((value): readonly number[] => (typeof value === 'number' ? [value] : value)),
);

const sigma = z.enum(['intra', 'inter', 'stricter', 's-diff']);
const descent = z.enum(['single', 'several']);

interface CriterionPreset {
  readonly k: readonly number[];
  readonly sigma: z.infer<typeof sigma>;
  readonly residual: boolean;
  readonly descent: z.infer<typeof descent>;
}

const criterion = (preset: CriterionPreset) =>
  method(
    z.strictObject({
      k: z._default(multiples, preset.k),
      sigma: z._default(sigma, preset.sigma),
      residual: z._default(z.boolean(), preset.residual),
      descent: z._default(descent, preset.descent),
      rho: z._default(share, 0),
      partial: z._default(share, 0.5),
      within: z._default(z.nullable(z.int().check(z.positive())), null),
      bridge,
    }),
  );

const permuting = {
  permutations: z._default(z.int().check(z.gte(99), z.lte(99999)), 1999),
  seed: z._default(z.int().check(z.nonnegative()), 1),
};
const tested = z.strictObject({ ...permuting, alpha: z._default(share, 0.05) });

export const detectorSchema = z.strictObject({
  shape: method(
    z.strictObject({
      alpha: z._default(share, 0.05),
      label_from: z._default(z.int().check(z.gte(6)), 8),
    }),
  ),
  'v-2sd': criterion({ k: [2], sigma: 'intra', residual: true, descent: 'single' }),
  'v-1sd': criterion({ k: [1], sigma: 'inter', residual: false, descent: 'single' }),
  crisis: criterion({ k: [1, 2], sigma: 'stricter', residual: false, descent: 'several' }),
  'rci-drop': criterion({ k: [1.96], sigma: 's-diff', residual: false, descent: 'single' }),
  'reliable-change': method(
    z.strictObject({
      z: z._default(positive, 1.96),
      against: z._default(z.enum(['previous', 'first']), 'previous'),
      bridge,
    }),
  ),
  xmr: method(
    z.strictObject({
      baseline,
      rules: z._default(z.array(z.enum(['eight-on-one-side', 'two-of-three', 'six-in-a-row'])), []),
      bridge,
    }),
  ),
  tukey: method(z.strictObject({ baseline, fence: z._default(positive, 1.5) })),
  'change-point': method(tested),
  'change-points': method(
    z.strictObject({
      penalty: z._default(positive, 2),
      min_length: z._default(z.int().check(z.gte(2)), 2),
    }),
  ),
  piecewise: method(tested),
  sudden: method(
    z.strictObject({
      least: z._default(z.union([positive, z.literal('reliable'), z.literal(false)]), 'reliable'),
      relative: z._default(z.union([share, z.literal(false)]), 0.25),
      stable: z._default(z.boolean(), true),
      around: z._default(z.int().check(z.gte(2), z.lte(10)), 3),
      bridge,
    }),
  ),
  association: method(
    z.strictObject({ ...permuting, block: z._default(z.nullable(z.int().check(z.positive())), null) }),
  ),
  sequences: method(z.strictObject({ within: z._default(z.int().check(z.positive(), z.lte(50)), 3) })),
});

/** Each method with all its parameters; false where the study leaves it out. */
export type DetectorSettings = z.infer<typeof detectorSchema>;

/** Without a word from the study. */
export const defaultDetectors: DetectorSettings = z.parse(detectorSchema, {});

/** Parameters, or false; all as they are by default where nothing is said. */
function method<T extends z.core.$ZodType>(parameters: T) {
  return z.pipe(
    z.optional(z.union([z.literal(false), parameters])),
    z.transform((said): z.output<T> | false => said ?? z.parse(parameters, {})),
  );
}
