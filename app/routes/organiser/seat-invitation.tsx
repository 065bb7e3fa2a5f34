import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { inviteSeatAgain } from "#app/features/competitions/seating/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
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
    const seatId = parseId("seat", params.seatId);
    if (!seatId) throw notFound("competitions.seatUnknown");
    inviteSeatAgain(ctx, { editionId: edition.id, seatId });
    return redirectWithToast(editionPath(edition, "seats"), translators[ctx.locale]("competitions.seats.invitedAgain"));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function SeatInvitation() {
  return null;
}
