import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { removeSeatAndReadings } from "#app/acts/remove-seat.server.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

/** Somebody came by the address: the button stands beside the person. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(editionPath(organisedEdition(ctx, params), "seats")));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const seat = listSeats(ctx, edition.id).find(({ seatId }) => seatId === params.seatId);
    if (!seat) throw notFound("competitions.seatUnknown");
    const t = translators[ctx.locale];
    const reason = t("competitions.seats.removalReason", { role: t(`competitions.roles.${seat.role}`) });
    removeSeatAndReadings(ctx, { editionId: edition.id, seatId: seat.seatId, reason });
    const done = t("competitions.seats.removed", { name: seat.name });
    return redirectWithToast(editionPath(edition, "seats"), done);
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function SeatRemoval() {
  return null;
}
