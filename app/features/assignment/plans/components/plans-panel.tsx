import { Link } from "@remix-run/react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { PlanLine } from "#app/features/assignment/plans/queries.server.ts";
import type { PlanStatus } from "#app/features/assignment/plans/types.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

const tones: Record<PlanStatus, Tone> = { queued: "info", running: "info", ready: "warn", failed: "stop", cancelled: "neutral", discarded: "neutral", applying: "info", applied: "ok", undoing: "info", undone: "neutral" };

export function PlanBadge({ status }: { status: PlanStatus }) {
  const t = useTranslate();
  return <Badge tone={tones[status]}>{t(`assignment.plan.statuses.${status}`)}</Badge>;
}

/** What came by itself was nobody's plan, whoever's lock or withdrawal it followed. */
function madeWords(t: Translate, { cause, createdAt, createdBy }: PlanLine, zone: string): string {
  const at = formatInstant(t.locale, createdAt, zone);
  return cause === "divergence" || cause === "recusal" ? t("assignment.plan.automatic", { at }) : t("assignment.plan.madeBy", { at, name: createdBy });
}

/** The latest plans of a stage, newest first. */
export function PlansPanel({ plans, base, zone }: { plans: readonly PlanLine[]; base: string; zone: string }) {
  const t = useTranslate();
  const title = t("assignment.plan.list");
  const number = (value: number): string => formatNumber(t.locale, value);
  const columns: Column<PlanLine>[] = [
    { key: "kind", header: t("assignment.plan.change"), rowHeader: true, render: (row) => <Link to={`${base}/assignment/plans/${row.id}`}>{t(`assignment.plan.kinds.${row.kind}`)}</Link> },
    { key: "status", header: t("assignment.plan.status"), tight: true, render: (row) => <PlanBadge status={row.status} /> },
    { key: "added", header: t("assignment.plan.added"), align: "end", tight: true, render: (row) => number(row.added) },
    { key: "ended", header: t("assignment.plan.ended"), align: "end", tight: true, render: (row) => number(row.ended) },
    { key: "at", header: t("assignment.plan.made"), tight: true, render: (row) => madeWords(t, row, zone) },
  ];
  return (
    <Panel title={title} flush span={12}>
      <DataTable cards bare caption={title} captionHidden scrollLabel={t("common.table.scroll", { name: title })} rows={plans} rowKey={(row) => row.id} columns={columns} empty={<EmptyState title={t("assignment.plan.none")} />} />
    </Panel>
  );
}
