import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { PetalTally } from "#app/components/petal.tsx";
import type { PanelView } from "#app/features/interviews/queries.server.ts";
import { formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

export type DayTally = { day: string; panel: string; sessions: number; confirmed: number };

/** Panels by day: one petal a session, full once it is confirmed or held. */
export function PanelMatrix({ panels, days, tallies }: { panels: readonly PanelView[]; days: readonly string[]; tallies: readonly DayTally[] }) {
  const t = useTranslate();
  return (
    <DataTable
      bare
      caption={t("interviews.panelsTitle")}
      captionHidden
      scrollLabel={t("common.table.scroll", { name: t("interviews.panelsTitle") })}
      rows={panels}
      rowKey={(panel) => panel.id}
      columns={[
        {
          key: "panel",
          header: t("interviews.columns.panel"),
          rowHeader: true,
          render: (panel: PanelView) => (
            <div className="min-w-40">
              {t("interviews.panel", { name: panel.name })}
              <CellNote>{panel.members.map((member) => member.name).join(", ")}</CellNote>
            </div>
          ),
        },
        ...days.map(
          (day): Column<PanelView> => ({
            key: day,
            header: <span title={formatPlainDay(t.locale, day)}>{Number(day.slice(8))}</span>,
            align: "center",
            render: (panel) => <Cell tally={tallies.find((one) => one.day === day && one.panel === panel.name)} />,
          }),
        ),
        { key: "sessions", header: t("interviews.sessions"), align: "end", render: (panel: PanelView) => <b>{panel.sessions}</b> },
      ]}
    />
  );
}

function Cell({ tally }: { tally: DayTally | undefined }) {
  const t = useTranslate();
  if (!tally) return <Missing word={t("common.none")} />;
  const { confirmed, sessions } = tally;
  const label = `${t("interviews.confirmed")}: ${confirmed}/${sessions}`;
  // Petals that are no place and no line: the colour of what is done, not of where one is.
  return (
    <span className="[--mark:var(--accent)]">
      <PetalTally full={confirmed} total={sessions} label={label} />
    </span>
  );
}
