import { type AccountDetail, getAccount } from "#app/features/accounts/administration/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import type { LoadContext } from "#app/request.server.ts";

/** The account of the address, for the system admin alone. */
export function accountOfAddress(ctx: Ctx, services: LoadContext, params: { userId?: string }): AccountDetail {
  const userId = parseId("user", params.userId);
  if (!userId) throw notFound("accounts.userUnknown");
  return getAccount(ctx, { userId, realNow: services.sessions.now() });
}

export const accountPath = (userId: string): string => `/system/accounts/${userId}`;
