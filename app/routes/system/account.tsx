import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { roleInput } from "#app/features/accounts/administration/inputs.ts";
import { setSystemRole } from "#app/features/accounts/administration/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { accountOfAddress, accountPath } from "#app/routes/system/account-of.server.ts";
import { accountFacts, stateTones } from "#app/routes/system/account-words.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "accounts.system.title", data?.account.name);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const account = accountOfAddress(ctx, context, params);
    return { account, own: account.id === ctx.actor.userId };
  });
}

/** Gives or takes a role of the system. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { id, name } = accountOfAddress(ctx, context, params);
    setSystemRole(ctx, { userId: id, ...parseForm(form, roleInput) });
    return redirectWithToast(accountPath(id), translators[ctx.locale]("accounts.system.roleDone", { name }));
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Account() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const { account, own } = page;
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader
        title={account.name}
        crumbs={[{ to: "/system/accounts", label: t("accounts.system.title") }, { label: account.name }]}
        crumbsLabel={t("common.crumbs")}
        meta={account.email}
        aside={<Badge tone={stateTones[account.state]}>{t(`accounts.system.states.${account.state}`)}</Badge>}
      />
      <Stack gap="large">
        <ErrorSummary title={state?.message} errors={state?.errors} />
        {account.lockReason && <Notice tone="stop">{t("accounts.system.lockedFor", { reason: account.lockReason })}</Notice>}
        <Panel>
          <DescriptionList items={accountFacts(t, account, (at) => formatInstant(t.locale, at, "Asia/Jakarta"))} />
        </Panel>
        {own && <Notice tone="info">{t("accounts.system.own")}</Notice>}
        {!own && account.state !== "erased" && (
          <>
            <Deeds account={account} />
            <Role account={account} typed={typedText(state?.values, "role", account.systemRole)} />
          </>
        )}
      </Stack>
    </div>
  );
}

function Deeds({ account }: { account: Page["account"] }) {
  const t = useTranslate();
  const path = `/system/accounts/${account.id}`;
  return (
    <Panel title={t("accounts.system.deeds")}>
      <ButtonRow>
        {account.state === "invited" && <Deed action={`${path}/invitation`} verb={t("accounts.system.resend")} body={t("accounts.system.resendBody")} />}
        {account.sessions > 0 && <Deed action={`${path}/sessions-end`} verb={t("accounts.system.endSessions")} body={t("accounts.sessions.endBody")} />}
        {account.secondFactor && <LinkButton to={`${path}/second-factor-reset`}>{t("accounts.system.resetFactor")}</LinkButton>}
        {account.state === "locked" ? (
          <Deed action={`${path}/unlocking`} verb={t("accounts.system.unlock")} body={t("accounts.system.unlockBody")} />
        ) : (
          <LinkButton to={`${path}/lock`}>{t("accounts.system.lock")}</LinkButton>
        )}
      </ButtonRow>
    </Panel>
  );
}

function Deed({ action, verb, body }: { action: string; verb: string; body: string }) {
  const t = useTranslate();
  return (
    <ConfirmDialog
      action={action}
      title={t("accounts.system.ask", { verb })}
      trigger={{ children: verb }}
      confirm={verb}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
    >
      <p>{body}</p>
    </ConfirmDialog>
  );
}

function Role({ account, typed }: { account: Page["account"]; typed: string }) {
  const t = useTranslate();
  return (
    <Panel title={t("accounts.system.role")}>
      <KeptForm id="role" key={account.systemRole} method="post" className="stack stack--medium" keptNotice={t("common.restored")}>
        <RadioGroup
          name="role"
          label={t("accounts.system.roleLead")}
          options={(["none", "organiser", "operator", "auditor"] as const).map((one) => ({
            value: one,
            label: t(`accounts.system.roles.${one}`),
            note: t(`accounts.system.roleNotes.${one}`),
          }))}
          defaultValue={typed}
        />
        <div>
          <SubmitButton busyWord={t("common.busy")}>{t("accounts.system.roleSubmit")}</SubmitButton>
        </div>
      </KeptForm>
    </Panel>
  );
}
