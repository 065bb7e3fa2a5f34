import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { personalSections } from "#app/acts/export-person.server.ts";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { PersonalSectionView } from "#app/features/accounts/components/personal-section.tsx";
import { findOwnRequest } from "#app/features/accounts/privacy/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { AccountTabs } from "#app/routes/account/account-tabs.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.data.title");

/** Records shown a section; the file holds all of them. */
const shown = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const sections = personalSections(ctx).map(({ room, records }) => ({ room, count: records.length, records: records.slice(0, shown) }));
  return { sections, request: findOwnRequest(ctx, ctx.actor.userId) ?? null };
}

export default function PersonalData() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.data.title")} lead={t("accounts.data.lead")} />
      <AccountTabs />
      <Stack gap="large">
        <Panel title={t("accounts.data.takeTitle")}>
          <Form method="post" action="/profile/data/export" reloadDocument className="stack stack--medium">
            <p>{t("accounts.data.takeLead")}</p>
            <ButtonRow>
              <SubmitButton icon={Download} busyWord={t("common.busy")}>
                {t("accounts.data.take")}
              </SubmitButton>
            </ButtonRow>
          </Form>
        </Panel>
        {page.sections.map((section) => (
          <PersonalSectionView key={section.room} {...section} />
        ))}
        <Erasure request={page.request} />
      </Stack>
    </div>
  );
}

type Request = ReturnType<typeof useLoaderData<typeof loader>>["request"];

function Erasure({ request }: { request: Request }) {
  const t = useTranslate();
  const open = request?.status === "open";
  return (
    <Panel title={t("accounts.erasure.title")} id="erasure">
      <div className="stack stack--medium">
        <p>{t("accounts.erasure.lead")}</p>
        {open && (
          <Notice tone="info">
            {t("accounts.erasure.waits", { time: formatInstant(t.locale, request.requestedAt, "Asia/Jakarta") })}
          </Notice>
        )}
        {request?.status === "refused" && <Notice tone="warn">{t("accounts.erasure.refused", { note: request.note ?? "" })}</Notice>}
        {open ? (
          <Form method="post" action={`/profile/erasure/${request.id}/withdrawal`}>
            <SubmitButton busyWord={t("common.busy")}>{t("accounts.erasure.withdraw")}</SubmitButton>
          </Form>
        ) : (
          <div>
            <LinkButton to="/profile/erasure" variant="quiet">
              {t("accounts.erasure.ask")}
            </LinkButton>
          </div>
        )}
      </div>
    </Panel>
  );
}
