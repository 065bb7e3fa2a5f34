import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { removeSeatAndReadings } from "#app/acts/remove-seat.server.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { seatRemovalInput } from "#app/features/competitions/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

/** Somebody came by the address: the button stands beside the person. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(editionPath(organisedEdition(ctx, params), "seats")));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const edition = organisedEdition(ctx, params);
    const { reason } = parseForm(form, seatRemovalInput);
    const seat = listSeats(ctx, edition.id).find(({ seatId }) => seatId === params.seatId);
    if (!seat) throw notFound("competitions.seatUnknown");
    const t = translators[ctx.locale];
    removeSeatAndReadings(ctx, { editionId: edition.id, seatId: seat.seatId, reason });
    const done = t("competitions.seats.removed", { name: seat.name });
    return redirectWithToast(editionPath(edition, "seats"), done);
  });
}

/** Seen only when the reason was refused: it is typed in the dialog on the page of seats. */
export default function SeatRemoval() {
  const t = useTranslate();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader title={t("competitions.seats.remove")} crumbs={[{ label: t("competitions.seats.title"), to: "../seats" }, { label: t("competitions.seats.remove") }]} crumbsLabel={t("common.crumbs")} />
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ reason: t("competitions.seats.reason") }} />
        <TextArea name="reason" label={t("competitions.seats.reason")} error={state?.errors.reason} defaultValue={typedText(state?.values, "reason")} required rows={3} />
        <div>
          <SubmitButton variant="danger" busyWord={t("common.busy")}>
            {t("competitions.seats.remove")}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}
