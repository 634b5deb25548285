import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { rate } from '../../engine/annotations/acts';
import type { Rating } from '../../engine/annotations/types';
import type { Codebook, RatingDefinition } from '../../engine/codebook/types';
import { segmentScopes } from '../../engine/trajectory/scopes';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Acting } from './acting';
import { codedOf } from './targets';

const ratingArguments = z.object({
  rating: z.string(),
  /** Missing or null: the whole session. */
  segment: z.optional(z.nullable(z.number())),
  /** Null takes the rating away. */
  value: z.nullable(z.union([z.number(), z.literal('na')])),
});

type RatingArguments = z.infer<typeof ratingArguments>;

/** Ratings of the session and of its segments, as the codebook defines them. */
export function registerRatingSession(acting: Acting): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.rateSession', (first: unknown) =>
    rateSession(acting, first),
  );
}

/** True where the rating stands in the file. */
async function rateSession(acting: Acting, first: unknown): Promise<boolean> {
  const coded = codedOf(acting.codings);
  if (!coded) return false;
  await acting.codings.loaded(coded);
  const given = ratingArguments.safeParse(first);
  const asked = given.success ? given.data : await askRating(coded.codebook);
  const definition = coded.codebook.ratings.find(({ id }) => id === asked?.rating);
  const scope = asked && scopeOf(coded, asked.segment ?? null);
  if (!asked || !definition || !scope || !isAllowed(definition, scope, asked.value, coded.codebook))
    return false;
  const title = vscode.l10n.t('Rate: {0}', definition.label);
  return acting.perform(coded, title, (file) => rate(file, definition.id, scope, asked.value));
}

/** The turns of a segment are those it holds now: they are stored with its rating. */
function scopeOf(coded: CodedTranscript, segment: number | null): Rating['scope'] | undefined {
  if (segment === null) return 'session';
  const found = segmentScopes(coded.parsed, coded.facts, coded.codebook).find(
    (each) => each.segment === segment,
  );
  return found && { segment, from_turn: found.from_turn, to_turn: found.to_turn };
}

function isAllowed(
  { scopes, scale }: RatingDefinition,
  scope: Rating['scope'],
  value: RatingArguments['value'],
  codebook: Codebook,
): boolean {
  if (!scopes.includes(scope === 'session' ? 'session' : 'segment')) return false;
  if (value === null || value === 'na') return true;
  return codebook.scales.get(scale)?.values.some((each) => each.value === value) ?? false;
}

async function askRating(codebook: Codebook): Promise<RatingArguments | undefined> {
  const title = vscode.l10n.t('Rate Session');
  const definitions = codebook.ratings.filter(({ scopes }) => scopes.includes('session'));
  if (definitions.length === 0) {
    void showInformationMessage(vscode.l10n.t('The codebook defines no rating of the session.'));
    return undefined;
  }
  const items = definitions.map((definition) => ({ label: definition.label, definition }));
  const picked = (await showQuickPick(items, { title }))?.definition;
  if (!picked) return undefined;
  const values = [
    ...(codebook.scales.get(picked.scale)?.values ?? []).map(({ value, label }) => ({
      label: `${value}  ${label}`,
      value,
    })),
    { label: vscode.l10n.t('Does not apply'), value: 'na' as const },
    { label: vscode.l10n.t('Not rated'), value: null },
  ];
  const chosen = await showQuickPick(values, { title, placeHolder: picked.label });
  return chosen && { rating: picked.id, value: chosen.value };
}
