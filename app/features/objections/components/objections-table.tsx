import { Link } from "@remix-run/react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { objectionNumber } from "#app/features/objections/rules.ts";
import type { ObjectionRow } from "#app/features/objections/queries.server.ts";
import type { ObjectionStatus } from "#app/features/objections/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

const tones: Record<ObjectionStatus, Tone> = { open: "warn", upheld: "mark", rejected: "neutral" };

export function ObjectionStatusBadge({ status }: { status: ObjectionStatus }) {
  const t = useTranslate();
  return <Badge tone={tones[status]}>{t(`objections.statuses.${status}`)}</Badge>;
}

export type ObjectionsTableProps = {
  rows: readonly ObjectionRow[];
  listNames: Record<string, Words>;
  year: number;
  zone: string;
  now: number;
  isFiltered: boolean;
  base: string;
  mayDecide: boolean;
};

/** Objections with what they are about and by when they are due. */
export function ObjectionsTable(props: ObjectionsTableProps) {
  const t = useTranslate();
  const { rows, year, zone, base, mayDecide } = props;
  return (
    <DataTable
      caption={t("objections.caption")}
      captionHidden
      cards
      scrollLabel={t("common.table.scroll", { name: t("objections.caption") })}
      density="regular"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={props.isFiltered ? t("objections.emptyFilter") : t("objections.empty")} />}
      columns={[
        {
          key: "number",
          header: t("objections.columns.number"),
          rowHeader: true,
          tight: true,
          render: (row) => <Link to={`${base}/${row.id}/decision`}>{objectionNumber(year, row.number)}</Link>,
        },
        { key: "about", header: t("objections.columns.about"), render: (row) => <About row={row} {...props} /> },
        { key: "filed", header: t("objections.columns.filed"), render: (row) => formatInstant(t.locale, row.filedAt, zone) },
        { key: "due", header: t("objections.columns.due"), render: (row) => <Due row={row} {...props} /> },
        { key: "status", header: t("objections.columns.status"), tight: true, render: (row) => <ObjectionStatusBadge status={row.status} /> },
        {
          key: "action",
          header: t("objections.columns.action"),
          tight: true,
          render: (row) => (
            <Link className="btn btn--quiet btn--dense" to={`${base}/${row.id}/decision`}>
              {mayDecide && row.status === "open" ? t("objections.decide") : t("objections.read")}
              <span className="vh"> {objectionNumber(year, row.number)}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}

function About({ row, listNames, year }: ObjectionsTableProps & { row: ObjectionRow }) {
  const t = useTranslate();
  const words = listNames[row.listKey];
  const list = t("objections.listVersion", { list: words ? inLocale(t.locale, words) : row.listKey, version: row.listVersion });
  return (
    <div className="min-w-48">
      {row.entry ? `${numberText(year, row.entry.number)} ${row.entry.title}` : t("objections.wholeList")}
      <CellNote>{list}</CellNote>
    </div>
  );
}

function Due({ row, zone, now }: ObjectionsTableProps & { row: ObjectionRow }) {
  const t = useTranslate();
  if (row.dueAt === null) return <span className="faint">{t("objections.noDue")}</span>;
  const isLate = row.status === "open" && now >= row.dueAt;
  return (
    <>
      {formatInstant(t.locale, row.dueAt, zone)}
      {isLate && <CellNote>{t("objections.overdue")}</CellNote>}
    </>
  );
}
