import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { listOpenErasures } from "#app/features/accounts/privacy/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { SystemTabs } from "#app/routes/system/system-tabs.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.system.erasures");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => ({ requests: listOpenErasures(ctx) }));
}

export default function Erasures() {
  const t = useTranslate();
  const { requests } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("accounts.system.erasures")} lead={t("accounts.system.erasuresLead")} />
      <SystemTabs />
      <Stack>
        {requests.length === 0 && <EmptyState title={t("accounts.system.noErasures")}>{t("accounts.system.noErasuresBody")}</EmptyState>}
        {requests.map((request) => (
          <Panel key={request.id} entry title={request.name} aside={formatInstant(t.locale, request.requestedAt, "Asia/Jakarta")}>
            <div className="stack stack--medium">
              <p className="faint">{request.email}</p>
              <p className="letter">{request.reason}</p>
              <ButtonRow>
                <ConfirmDialog
                  action={`/system/erasures/${request.id}/execution`}
                  title={t("accounts.system.eraseTitle", { name: request.name })}
                  trigger={{ variant: "danger", children: t("accounts.system.erase") }}
                  confirm={t("accounts.system.erase")}
                  cancel={t("common.cancel")}
                  busyWord={t("common.busy")}
                  danger
                >
                  <p>{t("accounts.system.eraseBody")}</p>
                </ConfirmDialog>
                <LinkButton to={`/system/erasures/${request.id}/refusal`}>{t("accounts.system.refuse")}</LinkButton>
              </ButtonRow>
            </div>
          </Panel>
        ))}
      </Stack>
    </>
  );
}
