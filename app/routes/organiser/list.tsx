import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download, FileText, PenLine } from "lucide-react";
import { GoLink, LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FigureLine } from "#app/components/figure-tile.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { findCommitment } from "#app/features/competitions/commitments/queries.server.ts";
import { modelVersion } from "#app/features/competitions/commitments/rules.ts";
import type { AwardList, Definition } from "#app/features/competitions/definition/types.ts";
import { WithheldNote } from "#app/features/conflicts/components/withheld-note.tsx";
import { listOf, stageOf } from "#app/features/competitions/rules.ts";
import { countOpen } from "#app/features/objections/queries.server.ts";
import { hasBundle } from "#app/features/ranking/bundle/queries.server.ts";
import { countUncovered } from "#app/features/ranking/abstaining/queries.server.ts";
import { findDecree, getScanPage, listScans } from "#app/features/ranking/documents/queries.server.ts";
import { scanAddress, ScanPanel } from "#app/features/ranking/components/scan-panel.tsx";
import { mayAssign } from "#app/features/assignment/policy.ts";
import { SignersPanel } from "#app/features/ranking/components/signer-table.tsx";
import { hasMarks } from "#app/features/ranking/marks/queries.server.ts";
import { getReadings, getSigners, signersOf } from "#app/features/ranking/signers/queries.server.ts";
import { isCosignable } from "#app/features/ranking/signers/rules.ts";
import { BeforeSigning } from "#app/features/ranking/components/before-signing.tsx";
import { ListFacts } from "#app/features/ranking/components/list-facts.tsx";
import { ListRules } from "#app/features/ranking/components/list-rules.tsx";
import { ListStatusBadge, ListWay } from "#app/features/ranking/components/list-status.tsx";
import { ListStepButton, ListStepNotice } from "#app/features/ranking/components/list-step.tsx";
import { ListDownloads, ListTools } from "#app/features/ranking/components/list-tools.tsx";
import { ruleNames } from "#app/features/ranking/components/rule-names.ts";
import { RunNotice } from "#app/features/ranking/components/run-notice.tsx";
import { RankingTable } from "#app/features/ranking/components/ranking-table.tsx";
import { listTableInput } from "#app/features/ranking/inputs.ts";
import { mayApproveList, mayComputeList, mayCosignMinutes, mayExplain, mayNameAssessors, mayReleaseRemarks, maySignMinutes } from "#app/features/ranking/policy.ts";
import { namesByNumber } from "#app/features/ranking/pseudonyms/queries.server.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import { findLastRun } from "#app/features/ranking/runs/queries.server.ts";
import { comparesPanels, nextListStep, seatOfStep } from "#app/features/ranking/rules.ts";
import { getListPage, type ListPage, listPageSize } from "#app/features/ranking/tables/queries.server.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { awardOfAddress, listPath } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Edition } from "#app/features/competitions/types.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.list.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award } = awardOfAddress(ctx, params);
    const table = parseForm(new URL(request.url).searchParams, listTableInput);
    const page = getListPage(ctx, { editionId: edition.id, listKey: award.key, table });
    const { zone, year, objections } = edition.definition;
    return {
      ...page,
      table,
      zone,
      year,
      pageSize: listPageSize,
      windowDays: objections.windowDays ?? 0,
      editionId: edition.id,
      edition: `/organiser/editions/${edition.id}`,
      base: listPath(params),
      hasMarks: page.current !== null && hasMarks(ctx, page.current.id),
      hasBundle: page.current !== null && hasBundle(ctx, page.current.id),
      run: findLastRun(ctx, { editionId: edition.id, listKey: award.key }),
      mayTopUp: award.from === null && isTopped(edition.definition, award) && mayComputeList(ctx.actor, edition.id),
      mayRelease: mayReleaseRemarks(ctx.actor, edition.id) && (page.current?.status === "provisional" || page.current?.status === "final"),
      mayExplain: mayExplain(ctx.actor, edition.id),
      hasSigned: page.current !== null && signersOf(ctx, page.current).includes(ctx.actor.userId),
      mayCosign: page.current !== null && isCosignable(page.current) && mayCosignMinutes(ctx.actor, edition.id),
      mayAssign: mayAssign(ctx.actor, edition.id),
      assessorNames: mayNameAssessors(ctx.actor, edition.id) ? namesByNumber(ctx, edition.id) : {},
      ...rulesOf(edition.definition, page),
      tellsPanels: comparesPanels(edition.definition, award, findCommitment(ctx, edition)?.model ?? modelVersion),
      ...stepOf(ctx, edition, page),
      ...papersOf(ctx, page),
      scans: listScans(ctx, { editionId: edition.id, listKey: award.key }),
    };
  });
}

/** The papers of the standing version: a scan of its minutes, whether one may be handed in, its decree. */
function papersOf(ctx: SignedInCtx, { current }: ListPage) {
  if (!current) return { scan: null, mayAttach: false, decree: null, readings: { stated: null, against: null }, signers: null };
  const page = getScanPage(ctx, current.id);
  const readings = page.scan ? getReadings(ctx, { listId: current.id, scan: page.scan }) : { stated: null, against: null };
  return { ...page, decree: findDecree(ctx, current.id), readings, signers: current.status === "draft" ? null : getSigners(ctx, current.id) };
}

/** Whether the rules plan more readings for entries near the line. */
const isTopped = ({ rubrics }: Definition, { composition }: AwardList): boolean =>
  composition.length === 1 && rubrics.some(({ stage, readersMost }) => stage === composition[0]?.stage && (readersMost ?? 0) > 0);

/** The rules on display: the stages that count, what parts equals, how places are shared, the list it draws from. */
function rulesOf(definition: Definition, { list }: ListPage) {
  const stages = list.composition.map(({ stage }) => stageOf(definition, stage));
  return {
    stageNames: Object.fromEntries(stages.map((stage) => [stage.key, stage.name])),
    names: ruleNames(definition, list),
    fromName: list.from === null ? null : listOf(definition, list.from).name,
  };
}

/** The next step, whose turn it is, and what stands in the reader's way. */
function stepOf(ctx: SignedInCtx, edition: Edition, { list, current, versions }: ListPage) {
  const openObjections = current ? countOpen(ctx, current.id) : 0;
  const step = nextListStep(current, { now: ctx.now, openObjections });
  const seat = seatOfStep[step] ?? "organiser";
  const may = { organiser: mayComputeList, chair: maySignMinutes, signatory: mayApproveList };
  const isUnpublished = versions.every((version) => version.publishedAt === null);
  return {
    step,
    seat: seatOfStep[step],
    openObjections,
    mayAct: may[seat](ctx.actor, edition.id),
    isSamePerson: current !== null && [current.computedBy, current.signedBy].includes(ctx.actor.userId),
    uncovered: current !== null && step === "approve" && mayApproveList(ctx.actor, edition.id) ? countUncovered(ctx, current.id) : 0,
    mayRepeat: current !== null && isUnpublished && mayComputeList(ctx.actor, edition.id),
    waitsFor: unfinishedSource(ctx, edition, list.from),
  };
}

function unfinishedSource(ctx: Ctx, edition: Edition, fromKey: string | null) {
  if (fromKey === null) return null;
  const from = findCurrentList(ctx, { editionId: edition.id, listKey: fromKey });
  return from?.status === "final" ? null : listOf(edition.definition, fromKey).name;
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function List() {
  const t = useTranslate();
  const view = useLoaderData<typeof loader>();
  const { list, current, base, edition, zone } = view;
  const step = { ...view, isSamePerson: view.isSamePerson || view.scan?.isParty === true || view.hasSigned, isUnchecked: view.scan?.checkedAt === null, unsigned: view.signers === null ? 0 : Math.max(0, view.signers.needed - view.signers.signed), name: list.name, listId: current?.id ?? null, certificate: list.certificate, waivable: list.waivable, objectionsCloseAt: current?.objectionsCloseAt ?? null };
  return (
    <>
      <PageHeader
        title={inLocale(t.locale, list.name)}
        crumbs={[{ label: t("ranking.lists.title"), to: `${edition}/lists` }, { label: inLocale(t.locale, list.name) }]}
        crumbsLabel={t("common.crumbs")}
        meta={
          <>
            <ListStatusBadge status={current?.status ?? "none"} />{" "}
            {current
              ? t("ranking.list.meta", { version: current.version, time: formatInstant(t.locale, current.computedAt, zone) })
              : t("ranking.list.metaNone", { size: list.size ?? 0 })}
          </>
        }
        actions={
          <>
            {current && <ListDownloads listId={current.id} hasBundle={view.hasBundle} hasMarks={view.hasMarks} />}
            {view.mayCosign && !view.hasSigned && (
              <LinkButton to={`/assessor/${view.editionId}/lists/${list.key}/minutes`} icon={PenLine}>
                {t("ranking.cosign.button")}
              </LinkButton>
            )}
            <ListStepButton {...step} />
          </>
        }
        aside={<ListWay status={current?.status ?? "none"} />}
      />
      <Stack>
        <RunNotice run={view.run} />
        <ListStepNotice {...step} />
        <ListTools {...step} current={current} mayAttach={view.mayAttach && !view.scan} mayTopUp={view.mayTopUp} mayRepeat={view.mayRepeat} />
        {current && <BeforeSigning list={current} stageNames={view.stageNames} assessors={view.assessorNames} />}
        {view.scan && <ScanPanel scan={view.scan} readings={view.readings} zone={zone} base={base} mayAttach={view.mayAttach} />}
        {current ? <Standing view={view} current={current} /> : <NotComputed />}
        {view.signers && view.signers.signers.length > 0 && <SignersPanel page={view.signers} zone={zone} />}
        <Columns shape="even">
          <ListRules list={list} stageNames={view.stageNames} names={view.names} fromName={view.fromName} tellsPanels={view.tellsPanels} />
          {current && <ListFacts list={current} scan={view.scan} decree={view.decree} zone={zone} />}
        </Columns>
        {view.versions.length > 1 && <Versions view={view} />}
      </Stack>
    </>
  );
}

function NotComputed() {
  const t = useTranslate();
  return <EmptyState title={t("ranking.list.emptyTitle")}>{t("ranking.list.emptyText")}</EmptyState>;
}

function Standing({ view, current }: { view: View; current: NonNullable<View["current"]> }) {
  const t = useTranslate();
  const { counts, withheld } = view;
  const number = (value: number): string => formatNumber(t.locale, value);
  return (
    <>
      {counts.listed < current.size && (
        <Notice tone="warn">{t("ranking.list.short", { listed: counts.listed, size: current.size })}</Notice>
      )}
      <FigureLine
        figures={[
          {
            key: "listed",
            label: t("ranking.list.listed"),
            figure: number(counts.listed),
            unit: t("ranking.list.places", { size: current.size }),
          },
          { key: "reserve", label: t("ranking.list.reserve"), figure: number(counts.reserve) },
          { key: "total", label: t("ranking.list.total"), figure: number(counts.total) },
        ]}
      />
      <WithheldNote count={withheld} />
      <RankingTable {...view} explained={view.mayExplain ? view.base : null} remarks={view.mayRelease ? `${view.edition}/remarks` : null} ranked={current} listed={counts.listed} lastListed={counts.lastListed} />
    </>
  );
}

function Versions({ view: { versions, scans, zone } }: { view: View }) {
  const t = useTranslate();
  return (
    <Panel title={t("ranking.list.versionsTitle")}>
      <RecordList
        records={versions.map((version) => ({
          key: version.id,
          title: t("ranking.list.versionLine", {
            version: version.version,
            time: formatInstant(t.locale, version.computedAt, zone),
          }),
          meta: (
            <>
              <GoLink to={`/downloads/lists/${version.id}.csv`} icon={Download} plain>
                {t("ranking.list.csv")}
              </GoLink>{" "}
              <GoLink to={`/downloads/minutes/${version.id}.pdf`} icon={FileText} plain>
                {t("ranking.list.minutesPdf")}
              </GoLink>{" "}
              {scans[version.id] && (
                <GoLink to={scanAddress(scans[version.id] ?? "")} icon={FileText} plain>
                  {t("ranking.scan.open")}
                </GoLink>
              )}
            </>
          ),
          aside: <ListStatusBadge status={version.status} />,
        }))}
      />
    </Panel>
  );
}
