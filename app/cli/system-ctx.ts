import type { House } from "#app/cli/house.ts";
import { type Ctx, type Locale, systemActor } from "#app/lib/ctx.ts";
import { makeCtx } from "#app/request.server.ts";

/** The context of a command: the system itself asks, now. */
export const systemCtx = (house: House, locale: Locale): Ctx =>
  makeCtx(house, { actor: systemActor, locale, requestId: "cli" });
