import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { RecoveryCodes } from "#app/features/accounts/components/recovery-codes.tsx";
import { firstCodeInput } from "#app/features/accounts/factors/inputs.ts";
import { confirmSecondFactor } from "#app/features/accounts/factors/operations.server.ts";
import { findOwnFactor } from "#app/features/accounts/factors/queries.server.ts";
import { enrolmentUri, inGroups } from "#app/features/accounts/factors/rules.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { qrPath } from "#app/lib/qr-path.server.ts";
import { owesFactor, requireCtx, sessionOf } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { AccountTabs } from "#app/routes/account/account-tabs.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.factor.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const { secret, ...factor } = findOwnFactor(ctx, ctx.actor.userId);
  const { email } = ctx.actor;
  const setUp = secret === null ? null : { secret: inGroups(secret), qr: qrPath(enrolmentUri(secret, email)), uri: enrolmentUri(secret, email) };
  return { ...factor, setUp, email, owed: await owesFactor(request, context) };
}

/** The first code of a new authenticator turns it on; the answer holds the recovery codes, this once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { code } = parseForm(form, firstCodeInput);
    const codes = confirmSecondFactor(ctx, { code, sessionId: sessionOf(request, context), now: context.sessions.now() });
    return { ok: true as const, codes };
  });
}

export default function SecondFactor() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  const answer = useActionData<{ codes?: string[] }>();
  return (
    <div className="narrow">
      <PageHeader
        title={t("accounts.factor.title")}
        lead={t("accounts.factor.lead")}
        aside={<Badge tone={page.state === "on" ? "ok" : "neutral"}>{t(page.state === "on" ? "accounts.factor.on" : "accounts.factor.off")}</Badge>}
      />
      {!page.owed && <AccountTabs />}
      <Stack gap="large">
        {page.owed && <Notice tone="warn">{t("accounts.factor.owed")}</Notice>}
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ code: t("accounts.factor.code") }} />
        {answer?.codes && <RecoveryCodes codes={answer.codes} email={page.email} />}
        {page.state === "none" && <Begin />}
        {page.setUp && <SetUp {...page.setUp} error={state?.errors.code} />}
        {page.state === "on" && <Standing confirmedAt={page.confirmedAt} codesLeft={page.codesLeft} />}
      </Stack>
    </div>
  );
}

function Begin() {
  const t = useTranslate();
  return (
    <Panel title={t("accounts.factor.beginTitle")}>
      <Form method="post" action="/profile/second-factor/beginning" className="stack stack--medium">
        <p>{t("accounts.factor.beginLead")}</p>
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("accounts.factor.begin")}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}

/** Light modules around the code, so that a camera finds it (ISO/IEC 18004 asks for four). */
const quiet = 4;

type SetUpProps = { secret: string; uri: string; qr: { size: number; d: string }; error: string | undefined };

function SetUp({ secret, uri, qr, error }: SetUpProps) {
  const t = useTranslate();
  const whole = qr.size + 2 * quiet;
  return (
    <Panel title={t("accounts.factor.setUpTitle")}>
      <Form method="post" noValidate className="stack stack--medium">
        <p>{t("accounts.factor.scan")}</p>
        <svg className="qr" role="img" aria-label={t("accounts.factor.qr")} viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}>
          <rect x={-quiet} y={-quiet} width={whole} height={whole} fill="#fff" />
          <path d={qr.d} fill="#000" />
        </svg>
        <p>
          {t("accounts.factor.type")} <code className="code-text">{secret}</code>
        </p>
        <p>
          <a href={uri}>{t("accounts.factor.open")}</a>
        </p>
        <TextInput
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          characters={10}
          maxLength={20}
          label={t("accounts.factor.code")}
          hint={t("accounts.factor.codeHint")}
          error={error}
        />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("accounts.factor.confirm")}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}

function Standing({ confirmedAt, codesLeft }: { confirmedAt: number | null; codesLeft: number }) {
  const t = useTranslate();
  const since = confirmedAt === null ? "" : formatDate(t.locale, confirmedAt, "Asia/Jakarta");
  return (
    <Panel title={t("accounts.factor.standingTitle")}>
      <div className="stack stack--medium">
        <DescriptionList
          items={[
            { term: t("accounts.factor.since"), value: since },
            { term: t("accounts.factor.codesLeft"), value: t("accounts.factor.codesOf", { count: codesLeft }) },
          ]}
        />
        {codesLeft < 3 && <Notice tone="warn">{t("accounts.factor.codesFew")}</Notice>}
        <ButtonRow>
          <LinkButton to="/profile/second-factor/recovery-codes">{t("accounts.factor.renew")}</LinkButton>
          <ConfirmDialog
            action="/profile/second-factor/removal"
            title={t("accounts.factor.removeTitle")}
            trigger={{ variant: "quiet", children: t("accounts.factor.remove") }}
            confirm={t("accounts.factor.remove")}
            cancel={t("common.cancel")}
            busyWord={t("common.busy")}
            danger
          >
            <p>{t("accounts.factor.removeBody")}</p>
          </ConfirmDialog>
        </ButtonRow>
      </div>
    </Panel>
  );
}
