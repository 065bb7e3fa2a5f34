import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section, Stack } from "#app/components/panel.tsx";
import { competitionName } from "#app/features/archive/components/archive-words.ts";
import { AwardList } from "#app/features/archive/components/award-list.tsx";
import { PublishedCompositionTable } from "#app/features/archive/components/published-composition.tsx";
import { YearFiguresTable } from "#app/features/archive/components/year-figures.tsx";
import { getYear } from "#app/features/archive/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches, params }) => pageTitle(matches, "archive.title", params.year);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    if (!/^\d{4}$/.test(params.year ?? "")) throw notFound("archive.yearUnknown");
    return getYear(ctx, Number(params.year));
  });
}

export default function ArchiveYear() {
  const t = useTranslate();
  const { year, aggregates, compositions, records } = useLoaderData<typeof loader>();
  const competitions = [...new Set([...aggregates, ...records].map((one) => one.competition))];
  return (
    <>
      <PageHeader
        title={t("archive.yearTitle", { year: String(year) })}
        crumbs={[{ label: t("common.nav.home"), to: "/" }, { label: t("archive.title"), to: "/archive" }, { label: String(year) }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("archive.yearLead")}
      />
      <Stack gap="large">
        {competitions.map((competition) => (
          <Competition
            key={competition}
            competition={competition}
            aggregates={aggregates.filter((one) => one.competition === competition)}
            compositions={compositions.filter((one) => one.competition === competition)}
            records={records.filter((one) => one.competition === competition)}
          />
        ))}
        <Neighbours />
      </Stack>
    </>
  );
}

type CompetitionProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "aggregates" | "compositions" | "records"> & {
  competition: string;
};

/** Everything of one competition in the year: figures, compositions, awards by name. */
function Competition({ competition, aggregates, compositions, records }: CompetitionProps) {
  const t = useTranslate();
  const registered = aggregates.find((one) => one.measure === "registered")?.value ?? null;
  return (
    <Section title={competitionName(t, competition)}>
      <Stack>
        {aggregates.length > 0 && <YearFiguresTable figures={aggregates} competition={competitionName(t, competition)} />}
        {compositions.map((composition) => (
          <PublishedCompositionTable key={composition.tier} composition={composition} registered={registered} />
        ))}
        <h3>{t("archive.records")}</h3>
        <p>{records.length === 0 ? t("archive.recordsNone") : t("archive.recordsNote", { count: records.length })}</p>
        {records.length > 0 && <AwardList records={records} withYear={false} />}
      </Stack>
    </Section>
  );
}

/** The way to the years before and after. */
function Neighbours() {
  const t = useTranslate();
  const { year, years } = useLoaderData<typeof loader>();
  const earlier = years.find((one) => one < year);
  const later = years.findLast((one) => one > year);
  return (
    <ButtonRow apart>
      {[earlier, later].map(
        (one) =>
          one !== undefined && (
            <LinkButton key={one} to={`/archive/${one}`}>
              {t("archive.earlier", { year: String(one) })}
            </LinkButton>
          ),
      )}
    </ButtonRow>
  );
}
