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

export type AccountPlace = { name: string; email: string; back: string };

/** What a page beside the account shows of it. */
export function accountPlace(ctx: Ctx, services: LoadContext, params: { userId?: string }): AccountPlace {
  const { id, name, email } = accountOfAddress(ctx, services, params);
  return { name, email, back: accountPath(id) };
}

export const accountPath = (userId: string): string => `/system/accounts/${userId}`;
