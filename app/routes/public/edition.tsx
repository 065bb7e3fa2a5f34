import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Section, Stack } from "#app/components/panel.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import { numberSources } from "#app/features/competitions/components/rule-sources.ts";
import { RulesInterview, RulesObjections } from "#app/features/competitions/components/rules-basics.tsx";
import { RulesJudging } from "#app/features/competitions/components/rules-judging.tsx";
import { RulesRubrics } from "#app/features/competitions/components/rules-rubrics.tsx";
import { RulesStages } from "#app/features/competitions/components/rules-stages.tsx";
import { ChangeLog } from "#app/features/competitions/components/change-log.tsx";
import { listChanges } from "#app/features/competitions/editing/queries.server.ts";
import { RulesSources } from "#app/features/competitions/components/rules-sources.tsx";
import { RulesCategories, RulesFields, RulesGroups, RulesLists } from "#app/features/competitions/components/rules-tables.tsx";
import { RulesProvider } from "#app/features/competitions/components/rules-view.tsx";
import { findCommitment } from "#app/features/competitions/commitments/queries.server.ts";
import { modelVersion } from "#app/features/competitions/commitments/rules.ts";
import { gaps } from "#app/features/competitions/definition/rules.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { presets } from "#app/features/competitions/presets/registry.ts";
import { listExtensions } from "#app/features/competitions/queries.server.ts";
import { listPublicAnnouncements } from "#app/features/proposals/announcements/queries.server.ts";
import { PublicAnnouncements } from "#app/features/proposals/components/public-announcements.tsx";
import { countExtensions } from "#app/features/proposals/extensions/queries.server.ts";
import { comparesPanels } from "#app/features/ranking/rules.ts";
import { timelineWords } from "#app/features/showcase/components/home-band.tsx";
import { requirements } from "#app/features/showcase/components/rule-words.ts";
import { getEditionPage } from "#app/features/showcase/queries.server.ts";
import { zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { editionFrame, timelineStages } from "#app/routes/edition-frame.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "showcase.edition.rulesTitle");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const { edition, published } = getEditionPage(ctx, params.slug ?? "");
    const { definition, presetKey } = edition;
    return {
      edition: editionFrame(edition),
      definition,
      missing: gaps(definition).map(({ path }) => path),
      sources: numberSources(presets.find(({ key }) => key === presetKey), definition),
      extensions: listExtensions(ctx, edition.id),
      changes: listChanges(ctx, edition.id),
      announcements: listPublicAnnouncements(ctx, edition.id),
      extendedAgencies: countExtensions(ctx, edition.id),
      hasResults: published.length > 0,
      tellsPanels: tellsPanels(definition, findCommitment(ctx, edition)?.model ?? modelVersion),
    };
  });
}

/** Whether any list takes from the marks of interviews what a panel gives above the others. */
const tellsPanels = (definition: Definition, model: string): boolean => definition.lists.some((list) => comparesPanels(definition, list, model));

/** The rules of an edition, on display for everybody before scoring begins. */
export default function EditionPage() {
  const t = useTranslate();
  const root = useRoot();
  const { edition, definition, missing, sources, extensions, changes, announcements, extendedAgencies, tellsPanels } = useLoaderData<typeof loader>();
  const name = inLocale(t.locale, edition.name);
  return (
    <RulesProvider value={{ definition, fillable: [], missing, sources, state: undefined }}>
      <PageHeader
        title={name}
        crumbs={[{ label: t("common.nav.home"), to: "/" }, { label: name }]}
        crumbsLabel={t("common.crumbs")}
        meta={inLocale(t.locale, definition.organiser)}
        lead={t("showcase.edition.lead")}
        aside={<EditionState />}
        actions={<EditionActions />}
      />
      <Stack gap="large">
        <PublicAnnouncements announcements={announcements} zone={edition.zone} />
        <Section title={t("showcase.edition.timeline")}>
          <Timeline stages={timelineStages(t.locale, edition)} now={root?.now ?? 0} words={timelineWords(t)} />
          <p className="small faint">{t("showcase.edition.zone", { zone: zoneName(edition.zone) })}</p>
        </Section>
        <Panel title={t("showcase.home.requirements")}>
          <DescriptionList items={requirements(t, definition)} />
        </Panel>
        <RulesStages />
        <ChangeLog changes={changes} extensions={extensions} />
        {extendedAgencies > 0 && <p className="soft">{t("communications.extensions.public", { count: extendedAgencies })}</p>}
        <RulesGroups />
        <RulesCategories />
        <RulesFields />
        <RulesRubrics />
        <RulesLists />
        <p>{t("showcase.edition.ties")}</p>
        {tellsPanels && <p>{t("ranking.rules.panels")}</p>}
        <RulesInterview />
        <RulesJudging />
        <RulesObjections />
        <RulesSources />
      </Stack>
    </RulesProvider>
  );
}

function EditionState() {
  const t = useTranslate();
  const { status } = useLoaderData<typeof loader>().edition;
  const tones = { draft: "open", open: "mark", closed: "neutral" } as const;
  return <Badge tone={tones[status]}>{t(`showcase.edition.${status}`)}</Badge>;
}

/** What one would do next here: see the results when some are out, else sign in while registration runs. */
function EditionActions() {
  const t = useTranslate();
  const root = useRoot();
  const { edition, hasResults } = useLoaderData<typeof loader>();
  const now = root?.now ?? 0;
  const isRegistering = edition.stages.some((stage) => stage.kind === "registration" && stage.opensAt <= now && now < stage.closesAt);
  if (hasResults) {
    return (
      <LinkButton to={`/editions/${edition.slug}/results`} variant="primary">
        {t("showcase.home.seeResults")}
      </LinkButton>
    );
  }
  if (!isRegistering) return null;
  return (
    <LinkButton to={root?.person ? "/home" : "/sign-in?to=/home"} variant="primary">
      {t(root?.person ? "accounts.home.title" : "showcase.home.apply")}
    </LinkButton>
  );
}
