import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicCtx } from "#app/request.server.ts";
import { missingPage } from "#app/respond.server.ts";

/** Every address that is not in the table. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  throw missingPage(await publicCtx(request, context));
}

export default function NotFound() {
  return null;
}
