import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GoLink, LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Columns, Section, Stack } from "#app/components/panel.tsx";
import { Band, BandHero } from "#app/components/public-shell.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { AwardList } from "#app/features/archive/components/award-list.tsx";
import { VerifyForm } from "#app/features/certificates/components/verify-form.tsx";
import { HomeBand } from "#app/features/showcase/components/home-band.tsx";
import { requirements } from "#app/features/showcase/components/rule-words.ts";
import { YearChart } from "#app/features/showcase/components/year-chart.tsx";
import { getHomePage } from "#app/features/showcase/queries.server.ts";
import { yearFigures } from "#app/features/showcase/rules.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { editionFrame, timelineStages } from "#app/routes/edition-frame.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "showcase.home.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const { edition, published, others, figures, winners } = getHomePage(ctx);
    const definition = edition?.definition;
    return {
      edition: edition ? editionFrame(edition) : null,
      rules: definition
        ? {
            organiser: definition.organiser,
            groups: definition.groups,
            agencyKinds: definition.agencyKinds,
            objectionDays: definition.objections.windowDays,
          }
        : null,
      published,
      others,
      years: yearFigures(figures),
      winners,
    };
  });
}

export default function Home() {
  const { edition, rules } = useLoaderData<typeof loader>();
  return (
    <>
      <Hero />
      {edition && rules && <Present />}
      <YearsSection />
      <WinnersSection />
      <TrustSection />
    </>
  );
}

function Hero() {
  const t = useTranslate();
  const root = useRoot();
  const { edition, rules, published } = useLoaderData<typeof loader>();
  if (!edition || !rules) return <CalmHero />;
  const stages = timelineStages(t.locale, edition).map((stage, index) => ({ ...stage, kind: edition.stages[index]?.kind ?? "" }));
  const call = {
    slug: edition.slug,
    name: inLocale(t.locale, edition.name),
    organiser: inLocale(t.locale, rules.organiser),
    zone: edition.zone,
    closed: edition.status === "closed",
    rehearsal: edition.rehearsal,
    hasResults: published.length > 0,
    stages,
  };
  return <HomeBand call={call} now={root?.now ?? 0} signedIn={Boolean(root?.person)} />;
}

function CalmHero() {
  const t = useTranslate();
  return (
    <Band>
      <BandHero
        title={t("showcase.home.noneTitle")}
        lead={t("showcase.home.noneLead")}
        actions={
          <LinkButton to="/archive" variant="band">
            {t("showcase.home.readArchive")}
          </LinkButton>
        }
      />
    </Band>
  );
}

/** The results that are out, beside the requirements everybody asks about. */
function Present() {
  const t = useTranslate();
  const { edition, rules, published } = useLoaderData<typeof loader>();
  if (!edition || !rules) return null;
  return (
    <div className="section wrap">
      <Columns>
        <Stack gap="large">
          <Section title={t("showcase.home.resultsTitle")}>
            {published.length === 0 ? (
              <p>{t("showcase.home.resultsNone")}</p>
            ) : (
              <RecordList
                records={published.map((list) => ({
                  key: list.key,
                  title: inLocale(t.locale, list.name),
                  to: `/editions/${edition.slug}/results?list=${list.key}`,
                  sub: t(list.status === "final" ? "showcase.results.final" : "showcase.results.provisional"),
                  meta: t("showcase.home.listSince", { date: formatDate(t.locale, list.publishedAt, edition.zone) }),
                }))}
              />
            )}
          </Section>
          <OtherEditions />
        </Stack>
        <Section title={t("showcase.home.requirements")}>
          <Stack>
            <DescriptionList items={requirements(t, rules)} />
            <GoLink to={`/editions/${edition.slug}`}>{t("showcase.home.allRules")}</GoLink>
          </Stack>
        </Section>
      </Columns>
    </div>
  );
}

/** Earlier and parallel editions, each with the way to its results. */
function OtherEditions() {
  const t = useTranslate();
  const { others } = useLoaderData<typeof loader>();
  if (others.length === 0) return null;
  return (
    <Section title={t("showcase.home.othersTitle")}>
      <RecordList
        records={others.map(({ slug, name, status, rehearsal }) => ({
          key: slug,
          title: inLocale(t.locale, name),
          to: `/editions/${slug}/results`,
          sub: t(`showcase.edition.${status}`),
          meta: rehearsal ? t("common.rehearsalData") : undefined,
        }))}
      />
    </Section>
  );
}

function YearsSection() {
  const t = useTranslate();
  const { years } = useLoaderData<typeof loader>();
  if (years.length === 0) return null;
  return (
    <Section title={t("showcase.home.chartTitle")} ground="sunk">
      <Stack>
        <p className="lead">{t("showcase.home.chartLead")}</p>
        <YearChart years={years} />
      </Stack>
    </Section>
  );
}

function WinnersSection() {
  const t = useTranslate();
  const { winners } = useLoaderData<typeof loader>();
  const [first] = winners;
  if (!first) return null;
  const year = String(first.year);
  return (
    <Section
      title={t("showcase.home.winnersTitle", { tier: first.tier, year })}
      aside={<GoLink to={`/archive/${year}`}>{t("showcase.home.winnersMore", { year })}</GoLink>}
      ground="plain"
    >
      <AwardList records={winners} form="honours" />
    </Section>
  );
}

/** The two things the public can do about a result: check a certificate, object to a list. */
function TrustSection() {
  const t = useTranslate();
  const { edition, rules } = useLoaderData<typeof loader>();
  const days = rules?.objectionDays ?? null;
  return (
    <div className="section section--sunk">
      <div className="wrap">
        <Columns shape="even">
          <Section title={t("showcase.home.verifyTitle")}>
            <Stack>
              <p>{t("showcase.home.verifyLead")}</p>
              <VerifyForm />
            </Stack>
          </Section>
          <Section title={t("showcase.home.objectionTitle")}>
            <Stack>
              <p>{days === null ? t("showcase.home.objectionUnknown") : t("showcase.home.objectionDays", { days })}</p>
              {edition && <GoLink to={`/editions/${edition.slug}/results`}>{t("showcase.home.objectionGo")}</GoLink>}
            </Stack>
          </Section>
        </Columns>
      </div>
    </div>
  );
}
