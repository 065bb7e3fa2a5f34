import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { DetectedTie, DetectedTies } from "#app/features/conflicts/register/queries.server.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

type Line = { key: string; person: string; about: string; tie: string };

/** What was found about those who sit in the edition, with the dates of posts. */
export function DetectedPanel({ found, zone }: { found: DetectedTies; zone: string }) {
  const t = useTranslate();
  const title = t("conflicts.register.detected");
  return (
    <Panel title={title} flush>
      <p className="panel__note">{t("conflicts.register.detectedLead")}</p>
      <DataTable
        bare
        caption={title}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={linesOf(t, found, zone)}
        rowKey={(line) => line.key}
        empty={<EmptyState title={t("conflicts.register.detectedEmpty")} />}
        columns={[
          { key: "person", header: t("conflicts.register.person"), rowHeader: true, render: (line) => line.person },
          {
            key: "about",
            header: t("conflicts.register.tie"),
            render: (line) => (
              <>
                {line.about}
                <CellNote>{line.tie}</CellNote>
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function linesOf(t: Translate, { ties, wide, coWritten }: DetectedTies, zone: string): Line[] {
  return [
    ...ties.map((tie, index) => ({ key: `t${index}`, person: tie.person, about: tie.agencyName, tie: tieWords(t, tie, zone) })),
    ...wide.map(({ person, reason, agencies }, index) => ({
      ...{ key: `w${index}`, person, about: t("conflicts.register.wide", { count: agencies }) },
      tie: reason === "member" || reason === "formerMember" ? t(`conflicts.sources.detected`) : t(`conflicts.register.ties.${reason}`),
    })),
    ...coWritten.map(({ person, entries }, index) => ({ key: `c${index}`, person, about: t("conflicts.register.coWritten", { count: entries }), tie: t("conflicts.sources.detected") })),
  ];
}

/** What ties a person to an agency, with the days of a post. */
export function tieWords(t: Translate, { reason, from, until }: DetectedTie, zone: string): string {
  const day = (at: number | null): string => (at === null ? "" : formatDate(t.locale, at, zone));
  if (reason === "member") return t("conflicts.register.ties.member", { from: day(from) });
  if (reason === "formerMember") return t("conflicts.register.ties.formerMember", { from: day(from), until: day(until) });
  return t(`conflicts.register.ties.${reason}`);
}
