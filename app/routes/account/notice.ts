import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readNotices } from "#app/features/notifications/inbox/operations.server.ts";
import { findOwnNotice } from "#app/features/notifications/queries.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { missingPage } from "#app/respond.server.ts";

/** Leads on to what one's notice is about, and marks it as read. Reading twice changes nothing. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const noticeId = parseId("notice", params.noticeId);
  const notice = noticeId ? findOwnNotice(ctx, ctx.actor.userId, noticeId) : undefined;
  if (!notice?.url) throw missingPage(ctx);
  readNotices(ctx, { noticeId: notice.id });
  return redirect(notice.url);
}
