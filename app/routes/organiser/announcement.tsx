import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { type Description, DescriptionList } from "#app/components/description-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { Progress } from "#app/components/progress.tsx";
import { releaseInput } from "#app/features/proposals/announcements/inputs.ts";
import { releaseAnnouncement } from "#app/features/proposals/announcements/operations.server.ts";
import { canAnnounce } from "#app/features/proposals/announcements/rules.ts";
import { AnnouncementState } from "#app/features/proposals/components/announcement-state.tsx";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatNumber, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { instantOfLocal } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { announcementOf } from "#app/routes/organiser/announcement-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.announcements.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => announcementOf(ctx, params));
}

/** Releases the draft that is shown. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { announcement, zone, page } = announcementOf(ctx, params);
    const { dueAt: typed } = parseForm(form, releaseInput);
    const dueAt = typed === "" ? null : instantOfLocal(zone, typed.slice(0, 16));
    if (typed !== "" && dueAt === null) throw new InvalidInput([{ path: "dueAt", code: "notADate", params: {} }]);
    releaseAnnouncement(ctx, { announcementId: announcement.id, dueAt });
    return redirectWithToast(page, translators[ctx.locale]("communications.announcements.released"));
  });
}

export default function AnnouncementPage() {
  const t = useTranslate();
  const { announcement, base, page } = useLoaderData<typeof loader>();
  const { status, title } = announcement;
  return (
    <>
      <PageHeader
        title={inLocale(t.locale, title)}
        crumbs={[{ label: t("communications.announcements.title"), to: base }, { label: inLocale(t.locale, title) }]}
        crumbsLabel={t("common.crumbs")}
        aside={<AnnouncementState status={status} />}
        actions={
          <ButtonRow>
            {canAnnounce(status, "rewrite") && <LinkButton to={`${page}/edit`}>{t("communications.announcements.edit")}</LinkButton>}
            {canAnnounce(status, "retract") && <LinkButton to={`${page}/retraction`}>{t("communications.announcements.retract")}</LinkButton>}
          </ButtonRow>
        }
      />
      <Columns>
        <Texts />
        <Stack>
          {canAnnounce(status, "release") && <Release />}
          <Facts />
        </Stack>
      </Columns>
    </>
  );
}

function Texts() {
  const t = useTranslate();
  const { title, body, retractReason } = useLoaderData<typeof loader>().announcement;
  return (
    <Stack>
      {retractReason && <Notice tone="stop" title={t("communications.announcements.retractedBecause")}>{retractReason}</Notice>}
      {(["id", "en"] as const).map((language) => (
        <Panel key={language} title={t(`communications.outbox.languages.${language}`)}>
          <div lang={language}>
            <h3>{title[language]}</h3>
            <p className="letter">{body[language]}</p>
          </div>
        </Panel>
      ))}
    </Stack>
  );
}

function Facts() {
  const t = useTranslate();
  const { announcement, recipients, zone } = useLoaderData<typeof loader>();
  const { audience, published, byMail, total, told, dueAt } = announcement;
  const yesNo = (value: boolean): string => t(value ? "communications.announcements.yes" : "communications.announcements.no");
  const narrowed = [...audience.kinds.map((kind) => t(`agencies.kinds.${kind}` as MessageKey)), ...audience.reaches.map((reach) => t(`proposals.reaches.${reach}`))];
  const items: Description[] = [
    { term: t("communications.announcements.to"), value: [t(`communications.announcements.audiences.${audience.to}`), ...narrowed].join(", ") },
    { term: t("communications.announcements.recipients"), value: t("communications.announcements.people", { count: formatNumber(t.locale, total || recipients) }) },
    { term: t("communications.announcements.published"), value: yesNo(published) },
    { term: t("communications.announcements.byMail"), value: yesNo(byMail) },
    ...(dueAt > 0 ? [{ term: t("communications.announcements.when"), value: formatInstant(t.locale, dueAt, zone) }] : []),
  ];
  const figures = { told: formatNumber(t.locale, told), total: formatNumber(t.locale, total) };
  return (
    <Panel title={t("communications.announcements.facts")}>
      <Stack>
        <DescriptionList items={items} />
        {total > 0 && <Progress label={t("communications.announcements.told")} words={t("communications.announcements.progress", figures)} value={told} max={total} />}
      </Stack>
    </Panel>
  );
}

function Release() {
  const t = useTranslate();
  const { recipients, zone } = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <Panel title={t("communications.announcements.release")} edge="mark">
      <Form method="post" className="stack stack--medium" noValidate>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ dueAt: t("communications.announcements.dueAt") }} />
        <p>{t("communications.announcements.releaseNote", { count: formatNumber(t.locale, recipients) })}</p>
        <DateTimeInput
          name="dueAt"
          label={t("communications.announcements.dueAt")}
          hint={t("communications.announcements.dueHint", { zone: zoneName(zone) })}
          zone={zoneName(zone)}
          error={state?.errors.dueAt}
          defaultValue={typedText(state?.values, "dueAt")}
        />
        <ButtonRow>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("communications.announcements.release")}
          </SubmitButton>
        </ButtonRow>
      </Form>
    </Panel>
  );
}
