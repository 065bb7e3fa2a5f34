import { Badge } from "#app/components/badge.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { sourceParts } from "#app/features/archive/rules.ts";
import type { AwardRecord } from "#app/features/archive/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** What the list shows of a record. */
export type AwardLine = Pick<AwardRecord, "id" | "year" | "tier" | "title" | "agencyName" | "unit" | "province" | "source" | "note">;

type AwardListProps = { records: readonly AwardLine[]; level?: 2 | 3; form?: "list" | "honours"; withYear?: boolean };

/** Awards as published, each with where it was published. */
export function AwardList({ records, level = 3, form = "list", withYear = true }: AwardListProps) {
  return (
    <RecordList
      level={level}
      form={form}
      records={records.map((record) => ({
        key: record.id,
        title: <AwardTitle record={record} />,
        sub: record.title === "" ? record.unit : [record.agencyName, record.unit].filter(Boolean).join(", "),
        meta: <AwardMeta record={record} />,
        aside: <Badge tone="neutral">{withYear ? `${record.tier}, ${record.year}` : record.tier}</Badge>,
      }))}
    />
  );
}

/** Some awards went to an agency as such: then its name is the title. */
function AwardTitle({ record }: { record: AwardLine }) {
  return <>{record.title === "" ? record.agencyName : record.title}</>;
}

function AwardMeta({ record }: { record: AwardLine }) {
  const place = record.province === "" || record.province === "-" ? null : record.province;
  return (
    <>
      {place && `${place} · `}
      <SourceWords source={record.source} />
      {record.note && ` · ${record.note}`}
    </>
  );
}

/** "Sumber: solopos.com, menpan.go.id", addresses as links. */
export function SourceWords({ source }: { source: string }) {
  const t = useTranslate();
  const parts = sourceParts(source);
  return (
    <>
      {t("common.source")}:{" "}
      {parts.map(({ text, url }, index) => (
        <span key={`${index} ${text}`}>
          {index > 0 && ", "}
          {url ? (
            <a href={url} rel="noreferrer external">
              {text}
            </a>
          ) : (
            text
          )}
        </span>
      ))}
    </>
  );
}
