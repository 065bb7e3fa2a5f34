import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { RefusalBody } from "#app/routes/refusal-page.tsx";
import { WorkFrame } from "#app/routes/work-frame.tsx";

/** The side of whoever runs the system itself. Each page refuses for itself who may not see it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return null;
}

export default function SystemLayout() {
  const t = useTranslate();
  return (
    <WorkFrame density="medium" seat="" place={t("accounts.home.system")}>
      <Outlet />
    </WorkFrame>
  );
}

export function ErrorBoundary() {
  return (
    <WorkFrame density="medium" seat="" place={null}>
      <RefusalBody />
    </WorkFrame>
  );
}
