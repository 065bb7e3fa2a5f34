import { verdictInput } from "#app/features/screening/similarity/inputs.ts";
import { judgePair } from "#app/features/screening/similarity/operations.server.ts";
import type { SimilarityPairId } from "#app/features/screening/similarity/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";

/** Keeps what a person made of a pair and leads back with a word of it. */
export function keepVerdict(ctx: SignedInCtx, form: FormData, { pairId, back }: { pairId: SimilarityPairId; back: string }): Promise<Response> {
  const { verdict, note, foundAt } = parseForm(form, verdictInput);
  besideField(form, { "similarity.noteMissing": "note" }, () => judgePair(ctx, { pairId, foundAt, verdict, note }));
  const t = translators[ctx.locale];
  return redirectWithToast(back, t("similarity.pair.saved", { state: t(`similarity.states.${verdict}`) }));
}
