import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ComboBox } from "#app/components/combo-box.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { getEditionBySlug } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import { objectionInput } from "#app/features/objections/inputs.ts";
import { fileObjection } from "#app/features/objections/operations.server.ts";
import { countPublic } from "#app/features/objections/queries.server.ts";
import { isExamined, textMaximum } from "#app/features/objections/rules.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { listPublishedLists, type PublishedList } from "#app/features/ranking/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { publicCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { editionFrame } from "#app/routes/edition-frame.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "objections.file.title");

/** The list asked for, or the first one that can be objected to, or the last that could. */
function listOfAddress(ctx: Ctx, request: Request, slug: string) {
  const edition = getEditionBySlug(ctx, slug);
  const asked = new URL(request.url).searchParams.get("list");
  const published = listPublishedLists(ctx, edition.id);
  const list = asked
    ? published.find((one) => one.listKey === asked)
    : (published.find((one) => isExamined(one, ctx.now)) ?? published.at(-1));
  return { edition, list };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const { edition, list } = listOfAddress(ctx, request, params.slug ?? "");
    const { definition } = edition;
    return {
      edition: editionFrame(edition),
      list: list ? listView(ctx, list, listOf(definition, list.listKey).name, definition.year) : null,
    };
  });
}

function listView(ctx: Ctx, list: PublishedList, name: { id: string; en: string }, year: number) {
  const { filed, open } = countPublic(ctx, list.id);
  return {
    key: list.listKey,
    name: inLocale(ctx.locale, name),
    closesAt: list.objectionsCloseAt,
    isOpen: isExamined(list, ctx.now),
    counts: { filed, decided: filed - open },
    entries: list.rows.map((row) => ({ value: row.proposalId, label: `${numberText(year, row.number)} ${row.title}, ${row.agencyName}` })),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { edition, list } = listOfAddress(ctx, request, params.slug ?? "");
    if (!list) throw notFound("objections.noExamination");
    const filing = parseForm(form, objectionInput);
    const number = besideField(form, { "objections.entryNotListed": "proposalId" }, () => fileObjection(ctx, { ...filing, listId: list.id }));
    const text = translators[ctx.locale]("objections.file.done", { number });
    return redirectWithToast(`/editions/${edition.slug}/results?list=${list.listKey}`, text);
  });
}

export default function ObjectionNew() {
  const t = useTranslate();
  const { edition, list } = useLoaderData<typeof loader>();
  const name = inLocale(t.locale, edition.name);
  return (
    <>
      <PageHeader
        title={t("objections.file.title")}
        crumbs={[
          { label: name, to: `/editions/${edition.slug}` },
          { label: t("common.nav.results"), to: `/editions/${edition.slug}/results` },
          { label: t("objections.file.title") },
        ]}
        crumbsLabel={t("common.crumbs")}
        lead={list?.isOpen ? t("objections.file.lead", { list: list.name }) : undefined}
      />
      {list?.isOpen ? <Filing /> : <NotOpen />}
    </>
  );
}

function NotOpen() {
  const t = useTranslate();
  const { edition, list } = useLoaderData<typeof loader>();
  const back = <LinkButton to={`/editions/${edition.slug}/results`}>{t("objections.file.toResults")}</LinkButton>;
  if (!list) {
    return (
      <EmptyState title={t("objections.file.noneTitle")} action={back}>
        {t("objections.file.none")}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("objections.file.closedTitle")} action={back}>
      {t("objections.file.closed", { list: list.name, time: formatDeadline(t.locale, list.closesAt, edition.zone) })}
    </EmptyState>
  );
}

function Filing() {
  const t = useTranslate();
  const { edition, list } = useLoaderData<typeof loader>();
  const state = useFormState();
  const labels = {
    name: t("objections.file.name"),
    email: t("objections.file.email"),
    proposalId: t("objections.file.entry"),
    text: t("objections.file.text"),
  };
  return (
    <div className="narrow">
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <Notice title={t("objections.file.deadline", { time: formatDeadline(t.locale, list?.closesAt ?? 0, edition.zone) })}>
          {list && t("objections.file.counts", list.counts)}
        </Notice>
        <KeptForm method="post" id="objection" keptNotice={t("common.restored")}>
          <Stack>
            <Fields labels={labels} />
            <p className="soft small">{t("objections.file.privacy")}</p>
            <ButtonRow>
              <SubmitButton variant="primary" busyWord={t("common.busy")}>
                {t("objections.file.submit")}
              </SubmitButton>
            </ButtonRow>
          </Stack>
        </KeptForm>
      </Stack>
    </div>
  );
}

function Fields({ labels }: { labels: Record<"name" | "email" | "proposalId" | "text", string> }) {
  const t = useTranslate();
  const { list } = useLoaderData<typeof loader>();
  const state = useFormState();
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: state?.errors[name],
    defaultValue: typedText(state?.values, name),
  });
  return (
    <>
      <TextInput {...field("name")} need={t("common.required")} autoComplete="name" maxLength={120} required />
      <TextInput
        {...field("email")}
        type="email"
        hint={t("objections.file.emailHint")}
        need={t("common.required")}
        autoComplete="email"
        maxLength={200}
        required
      />
      <ComboBox
        {...field("proposalId")}
        hint={t("objections.file.entryHint")}
        need={t("common.optional")}
        emptyLabel={t("objections.file.entryAll")}
        options={list?.entries ?? []}
        words={{ open: t("objections.file.openEntries"), none: t("objections.file.noEntry") }}
      />
      <TextArea
        {...field("text")}
        hint={t("objections.file.textHint")}
        need={t("common.required")}
        rows={10}
        maxLength={textMaximum}
        required
      />
    </>
  );
}
