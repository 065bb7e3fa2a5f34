import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { type ListedRecord, RecordList } from "#app/components/record-list.tsx";
import { listSessions, type SessionView } from "#app/features/accounts/sessions/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { requireCtx, sessionOf } from "#app/request.server.ts";
import { AccountTabs } from "#app/routes/account/account-tabs.tsx";
import { readerZone } from "#app/routes/account/reader-zone.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.sessions.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const sessionId = sessionOf(request, context);
  return { zone: readerZone(ctx), sessions: listSessions(ctx, { userId: ctx.actor.userId, sessionId, realNow: context.sessions.now() }) };
}

export default function Sessions() {
  const t = useTranslate();
  const { sessions, zone } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.sessions.title")} lead={t("accounts.sessions.lead")} />
      <AccountTabs />
      <Stack>
        <Panel title={t("accounts.sessions.open")}>
          <RecordList records={sessions.map((session) => recordOf(t, session, zone))} />
        </Panel>
        {sessions.length > 1 && <EndOthers count={sessions.length - 1} />}
      </Stack>
    </div>
  );
}

function recordOf(t: Translate, session: SessionView, zone: string): ListedRecord {
  const at = (instant: number | null) => (instant === null ? t("common.notKnown") : formatInstant(t.locale, instant, zone));
  return {
    key: session.handle,
    title: deviceWords(t, session),
    sub: session.network && t("accounts.sessions.network", { network: session.network }),
    meta: t("accounts.sessions.times", { seen: at(session.lastSeenAt), since: at(session.createdAt) }),
    aside: session.current ? <Badge tone="ok">{t("accounts.sessions.current")}</Badge> : <EndOne session={session} />,
  };
}

function deviceWords(t: Translate, { device: { browser, system } }: SessionView): string {
  if (browser && system) return t("accounts.sessions.device", { browser, system });
  return browser || system || t("accounts.sessions.unknownDevice");
}

function EndOne({ session }: { session: SessionView }) {
  const t = useTranslate();
  return (
    <ConfirmDialog
      action={`/profile/sessions/${session.handle}/end`}
      title={t("accounts.sessions.endTitle", { device: deviceWords(t, session) })}
      trigger={{ variant: "quiet", dense: true, children: t("accounts.sessions.end") }}
      confirm={t("accounts.sessions.end")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
    >
      <p>{t("accounts.sessions.endBody")}</p>
    </ConfirmDialog>
  );
}

function EndOthers({ count }: { count: number }) {
  const t = useTranslate();
  return (
    <div>
      <ConfirmDialog
        action="/profile/other-sessions/end"
        title={t("accounts.sessions.endOthersTitle", { count })}
        trigger={{ children: t("accounts.sessions.endOthers") }}
        confirm={t("accounts.sessions.endOthers")}
        cancel={t("common.cancel")}
        busyWord={t("common.busy")}
      >
        <p>{t("accounts.sessions.endBody")}</p>
      </ConfirmDialog>
    </div>
  );
}
