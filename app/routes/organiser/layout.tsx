import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { RefusalBody } from "#app/routes/refusal-page.tsx";
import { WorkFrame } from "#app/routes/work-frame.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return null;
}

export default function OrganiserLayout() {
  const t = useTranslate();
  return (
    <WorkFrame density="medium" seat={t("competitions.roles.organiser")} place={t("accounts.home.organiser")}>
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
