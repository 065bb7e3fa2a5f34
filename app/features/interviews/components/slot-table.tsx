import { Video } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { SlotStateBadge, SlotTime } from "#app/features/interviews/components/slot-state.tsx";
import type { SlotView } from "#app/features/interviews/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

export type SlotTableProps<Row extends SlotView> = {
  day: string;
  rows: readonly Row[];
  now: number;
  year: number;
  /** Cells of whoever works with the sessions, after the common ones. */
  more?: readonly Column<Row>[];
};

/** Sessions of one day: the edition's hour, the agency's own, and how each stands. */
export function SlotTable<Row extends SlotView>({ day, rows, now, year, more = [] }: SlotTableProps<Row>) {
  const t = useTranslate();
  const caption = t("interviews.dayCaption", { day: formatPlainDay(t.locale, day) });
  return (
    <DataTable<Row>
      caption={caption}
      cards
      scrollLabel={t("common.table.scroll", { name: caption })}
      rows={rows}
      rowKey={(slot) => slot.id}
      columns={[
        {
          key: "time",
          header: t("interviews.columns.time"),
          tight: true,
          render: (slot) => <SlotTime slot={slot} zone={slot.editionZone} />,
        },
        { key: "panel", header: t("interviews.columns.panel"), tight: true, render: (slot) => t("interviews.panel", { name: slot.panel }) },
        {
          key: "entry",
          header: t("interviews.columns.entry"),
          rowHeader: true,
          render: (slot) => (
            <div className="min-w-48">
              {numberText(year, slot.number)} {slot.title}
              <CellNote>{slot.agencyName}</CellNote>
            </div>
          ),
        },
        {
          key: "agencyTime",
          header: t("interviews.columns.agencyTime"),
          tight: true,
          render: (slot) => <SlotTime slot={slot} zone={slot.agencyZone} />,
        },
        { key: "state", header: t("interviews.columns.state"), tight: true, render: (slot) => <SlotStateBadge slot={slot} now={now} /> },
        {
          key: "attendance",
          header: t("interviews.columns.attendance"),
          render: (slot) =>
            slot.attendance === null ? (
              <Missing word={t("interviews.attendanceNone")} />
            ) : (
              t(`interviews.attendance.${slot.attendance}`)
            ),
        },
        {
          key: "room",
          header: t("interviews.columns.room"),
          tight: true,
          render: (slot) => (
            <LinkButton to={slot.meetingUrl} variant="quiet" dense icon={Video} plain>
              {t("interviews.enter")}
            </LinkButton>
          ),
        },
        ...more,
      ]}
    />
  );
}
