import type { LoaderFunctionArgs } from "@remix-run/node";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { findAgency } from "#app/features/agencies/queries.server.ts";
import { findFeed } from "#app/features/proposals/calendar/queries.server.ts";
import { icsOf } from "#app/features/proposals/calendar/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import { findActor, publicCtx } from "#app/request.server.ts";
import { missingPage } from "#app/respond.server.ts";
import { dueItems } from "#app/routes/agency/calendar-of.server.ts";

/**
 * The calendar behind a secret address, as its person may see it now: who has left the agency finds nothing there any more. The
 * address is the only key, so it opens this calendar and nothing else.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visitor = await publicCtx(request, context);
  const feed = findFeed(visitor, params.token ?? "");
  const person = feed && findActor(context, feed.userId);
  const agency = feed && findAgency(visitor, feed.agencyId);
  if (!feed || !person || !agency || !isAgencyMember(person.actor, feed.agencyId)) {
    throw missingPage(visitor);
  }
  const ctx = { ...visitor, actor: person.actor, locale: person.locale };
  const t = translators[ctx.locale];
  const events = dueItems(ctx, feed.agencyId).map(({ key, kind, at, until, about, to }) => ({
    ...{ uid: `${key}@${new URL(ctx.baseUrl).hostname}`, at, until, url: ctx.baseUrl + to },
    summary: `${t(`communications.calendar.kinds.${kind}`)}: ${about}`,
    description: (until === null ? formatDeadline : formatInstant)(ctx.locale, at, agency.zone),
  }));
  const body = icsOf({ name: t("communications.calendar.feedName", { agency: agency.name }), events, now: ctx.now });
  return new Response(body, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, no-store" } });
}
