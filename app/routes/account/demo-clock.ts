import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { moveDemoClock } from "#app/jobs/operations.server.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { instantOfLocal } from "#app/lib/zones.ts";
import { publicCtx } from "#app/request.server.ts";
import { missingPage, respondForm } from "#app/respond.server.ts";
import { returnPath } from "#app/routes/account/preference.server.ts";

const clockInput = z.strictObject({ until: z.string().min(1).max(16) });

/** Moves the demo's clock forward to a local time of WIB. In any other mode this address does not exist. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  if (!context.config.demo) throw missingPage(ctx);
  return respondForm(ctx, request, (form) => {
    const until = instantOfLocal("Asia/Jakarta", parseForm(form, clockInput).until);
    if (until === null) throw new InvalidInput([{ path: "until", code: "notADate", params: {} }]);
    moveDemoClock(ctx, until);
    return redirect(returnPath(request, undefined));
  });
}
