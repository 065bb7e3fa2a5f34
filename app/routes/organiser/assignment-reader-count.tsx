import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { ReaderCountTable } from "#app/features/ranking/components/reader-count-table.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { readAside } from "#app/routes/aside/ask.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.planning.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, async () => {
    const form = await readAside(ctx, "readerCountForm", { params, request });
    return { ...form, outlook: form.tried ? await readAside(ctx, "readerCountOutlook", { params, request }) : null };
  });
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** How many readers a stage needs, before anything is handed out. Nothing of it is kept. */
export default function AssignmentReaderCount() {
  const t = useTranslate();
  const view = useLoaderData<typeof loader>();
  const isBusy = useNavigation().state === "loading";
  const back = `/organiser/editions/${view.editionId}/assignment?stage=${encodeURIComponent(view.stage.key)}`;
  const title = t("ranking.planning.title");
  return (
    <>
      <PageHeader title={title} crumbs={[{ to: back, label: t("assignment.title") }, { label: title }]} crumbsLabel={t("common.crumbs")} meta={inLocale(t.locale, view.stage.name)} lead={t("ranking.planning.lead")} />
      <Columns shape="narrow-wide">
        <Numbers view={view} />
        <Stack>
          <Notice role="status">{t(isBusy ? "ranking.planning.busy" : "ranking.planning.notKept")}</Notice>
          {view.tried && !view.outlook && <Notice tone="warn">{t("ranking.planning.nothing")}</Notice>}
          {view.outlook && <ReaderCountTable outlook={view.outlook} places={view.world.places} />}
        </Stack>
      </Columns>
    </>
  );
}

function Numbers({ view: { stage, world } }: { view: View }) {
  const t = useTranslate();
  const typed = (value: number): string => formatNumber(t.locale, value, Number.isInteger(value) ? 0 : 2).replaceAll(/[.\s](?=\d{3})/g, "");
  return (
    <Panel title={t("ranking.planning.numbers")}>
      <Form method="get">
        <input type="hidden" name="tried" value="1" />
        <input type="hidden" name="stage" value={stage.key} />
        <Stack>
          {(["entries", "assessors", "places"] as const).map((name) => (
            <TextInput key={name} name={name} type="number" label={t(`ranking.planning.${name}`)} defaultValue={String(world[name])} />
          ))}
          {(["quality", "severity", "noise"] as const).map((name) => (
            <TextInput key={name} name={name} inputMode="decimal" label={t(`ranking.planning.spreads.${name}`)} hint={t(`ranking.planning.hints.${name}`)} defaultValue={typed(world.spreads[name])} />
          ))}
          <div>
            <SubmitButton variant="primary" busyWord={t("common.busy")}>
              {t("ranking.planning.try")}
            </SubmitButton>
          </div>
        </Stack>
      </Form>
    </Panel>
  );
}
