import { Download } from "lucide-react";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Panel } from "#app/components/panel.tsx";
import { GoLink } from "#app/components/button.tsx";
import { abstentionWords } from "#app/features/ranking/components/abstention-words.ts";
import type { DecreePaper, ScanView } from "#app/features/ranking/documents/queries.server.ts";
import type { ListPage } from "#app/features/ranking/tables/queries.server.ts";
import { formatDeadline, formatInstant, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

type Standing = NonNullable<ListPage["current"]>;

/** Who computed, signed and approved a list and when, until when it is examined, and under which decree it is final. */
export function ListFacts({ list, scan, decree, zone }: { list: Standing; scan: ScanView | null; decree: DecreePaper | null; zone: string }) {
  const t = useTranslate();
  const empty = <span className="faint">{t("ranking.list.notYet")}</span>;
  const facts = standingFacts(t, { list, scan, zone });
  const abstained = list.abstained.map((one) => abstentionWords(t, one, String));
  return (
    <Panel title={t("ranking.list.factsTitle")}>
      <DescriptionList
        items={[
          ...facts.map(({ key, value }) => ({ key, term: t(`ranking.list.${key}`), value: value ?? empty })),
          { key: "abstained", term: t("ranking.abstain.title"), value: abstained.length > 0 ? abstained.join("; ") : <span className="faint">{t("ranking.abstain.none")}</span> },
          ...(list.publicNote === null ? [] : [{ key: "publicNote", term: t("ranking.list.publicNote"), value: <span className="whitespace-pre-line">{list.publicNote}</span> }]),
          ...(decree
            ? [
                {
                  key: "decreePaper",
                  term: t("ranking.finalise.file"),
                  value: (
                    <GoLink to={`/downloads/list-papers/${decree.id}.pdf`} icon={Download} plain>
                      {t("ranking.list.decreePaper")}
                    </GoLink>
                  ),
                },
              ]
            : []),
          { key: "digest", term: t("ranking.list.digest"), value: <code className="hash">{list.digest}</code> },
        ]}
      />
    </Panel>
  );
}

type FactKey = "computed" | "signed" | "approved" | "objections" | "decree" | "finalised";

function standingFacts(t: Translate, { list, scan, zone }: { list: Standing; scan: ScanView | null; zone: string }): { key: FactKey; value: string | null }[] {
  const said = (name: string, at: number | null): string | null =>
    at === null ? null : t("ranking.list.by", { name, time: formatInstant(t.locale, at, zone) });
  const { minutesNumber: number, signedByName: name, decreeNumber, decreeDate, objectionsCloseAt } = list;
  return [
    { key: "computed", value: said(list.computedByName, list.computedAt) },
    {
      key: "signed",
      value: list.signedAt && scan ? onPaper(t, scan, zone) : list.signedAt && t("ranking.list.minutesBy", { number, name, time: formatInstant(t.locale, list.signedAt, zone) }),
    },
    { key: "approved", value: said(list.approvedByName, list.publishedAt) },
    {
      key: "objections",
      value: objectionsCloseAt && t("ranking.list.untilDeadline", { time: formatDeadline(t.locale, objectionsCloseAt, zone) }),
    },
    {
      key: "decree",
      value: decreeNumber && decreeDate && t("ranking.list.decreeOf", { number: decreeNumber, date: formatPlainDay(t.locale, decreeDate) }),
    },
    { key: "finalised", value: said(list.finalisedByName, list.finalisedAt) },
  ].map((fact) => ({ key: fact.key as FactKey, value: fact.value || null }));
}

const onPaper = (t: Translate, { minutesNumber, signedOn, checkedByName, checkedAt }: ScanView, zone: string): string | null =>
  checkedAt === null
    ? null
    : t("ranking.list.minutesOnPaper", { number: minutesNumber, date: formatPlainDay(t.locale, signedOn), name: checkedByName, time: formatInstant(t.locale, checkedAt, zone) });
