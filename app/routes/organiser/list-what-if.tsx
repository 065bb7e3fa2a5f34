import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { stageOf } from "#app/features/competitions/rules.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { assessorWords } from "#app/features/ranking/components/warning-words.ts";
import { mayNameAssessors } from "#app/features/ranking/policy.ts";
import { namesByNumber } from "#app/features/ranking/pseudonyms/queries.server.ts";
import type { Moved } from "#app/features/ranking/what-if/rules.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { readAside } from "#app/routes/aside/ask.server.ts";
import { awardOfAddress, listPath } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.whatIf.title");

const quantities = ["raw", "calibrated", "quality"] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, async () => {
    const { edition, award } = awardOfAddress(ctx, params);
    const { tried, ...form } = await readAside(ctx, "whatIfForm", { params, request });
    return {
      ...{ name: award.name, back: listPath(params), ...form, year: edition.definition.year },
      outcome: tried ? await readAside(ctx, "whatIfOutcome", { params, request }) : null,
      stages: award.composition.map(({ stage }) => ({ key: stage, name: stageOf(edition.definition, stage).name })),
      names: mayNameAssessors(ctx.actor, edition.id) ? namesByNumber(ctx, edition.id) : {},
    };
  });
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** Other rules tried on a list that stands: who would enter, who would leave. Nothing of it is kept. */
export default function ListWhatIf() {
  const t = useTranslate();
  const view = useLoaderData<typeof loader>();
  const title = t("ranking.whatIf.title");
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: inLocale(t.locale, view.name), to: view.back }, { label: title }]} crumbsLabel={t("common.crumbs")} lead={t("ranking.whatIf.lead")} />
      <Columns shape="narrow-wide">
        <Trying view={view} />
        <Outcome view={view} />
      </Columns>
    </>
  );
}

function Trying({ view: { change, stages, numbers, names } }: { view: View }) {
  const t = useTranslate();
  return (
    <Panel title={t("ranking.whatIf.change")}>
      <Form method="get">
        <input type="hidden" name="tried" value="1" />
        <Stack>
          <TextInput name="size" type="number" label={t("ranking.whatIf.size")} defaultValue={String(change.size)} />
          <Select name="quantity" label={t("ranking.explain.quantity")} defaultValue={change.quantity} options={quantities.map((value) => ({ value, label: t(`ranking.quantities.${value}`) }))} />
          {stages.map(({ key, name }) => (
            <TextInput
              key={key}
              name={`w.${key}`}
              label={t("ranking.whatIf.weight", { stage: inLocale(t.locale, name) })}
              inputMode="decimal"
              defaultValue={formatNumber(t.locale, (change.weights[key] ?? 0) / 100, (change.weights[key] ?? 0) % 100 === 0 ? 0 : 2)}
            />
          ))}
          <details>
            <summary>{t("ranking.whatIf.without")}</summary>
            <CheckboxGroup
              name="without"
              label={t("ranking.whatIf.without")}
              options={numbers.map((number) => ({ value: String(number), label: assessorWords(t, number, names[number]) }))}
              defaultValue={change.without.map(String)}
            />
          </details>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("ranking.whatIf.try")}
          </SubmitButton>
        </Stack>
      </Form>
    </Panel>
  );
}

function Outcome({ view: { outcome, year } }: { view: View }) {
  const t = useTranslate();
  const isBusy = useNavigation().state === "loading";
  return (
    <Stack>
      <Notice role="status">{t(isBusy ? "ranking.whatIf.busy" : "ranking.whatIf.notKept")}</Notice>
      {outcome?.refusal && <Notice tone="stop">{t(`errors.${outcome.refusal}` as "errors.ranking.weightsSum")}</Notice>}
      {outcome && outcome.unread > 0 && <Notice tone="warn">{t("ranking.whatIf.unread", { count: outcome.unread })}</Notice>}
      {outcome?.moves && (
        <>
          <Moves title={t("ranking.whatIf.entering", { count: outcome.moves.entering.length })} rows={outcome.moves.entering} entries={outcome.entries} year={year} />
          <Moves title={t("ranking.whatIf.leaving", { count: outcome.moves.leaving.length })} rows={outcome.moves.leaving} entries={outcome.entries} year={year} />
        </>
      )}
    </Stack>
  );
}

type Named = Readonly<Record<number, { title: string; agencyName: string }>>;

function Moves({ title, rows, entries, year }: { title: string; rows: readonly Moved[]; entries: Named; year: number }) {
  const t = useTranslate();
  const rank = (value: number | null) => (value === null ? <Missing word={t("ranking.explain.nobody")} /> : formatNumber(t.locale, value));
  return (
    <Panel title={title}>
      <DataTable
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={rows}
        rowKey={(row) => String(row.number)}
        empty={<EmptyState title={t("ranking.whatIf.nobody")} />}
        columns={[
          { key: "number", header: t("ranking.table.number"), tight: true, folds: true, render: (row) => numberText(year, row.number) },
          { key: "title", header: t("ranking.table.title"), rowHeader: true, render: (row) => `${entries[row.number]?.title ?? ""}, ${entries[row.number]?.agencyName ?? ""}` },
          { key: "from", header: t("ranking.whatIf.from"), align: "end", tight: true, render: (row) => rank(row.from) },
          { key: "to", header: t("ranking.whatIf.to"), align: "end", tight: true, render: (row) => rank(row.to) },
        ]}
      />
    </Panel>
  );
}
