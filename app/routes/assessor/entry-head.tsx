import { EyeOff } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** Words a minute of a careful reader. */
const pace = 200;

/** What an assessor is told of an entry before its text: number, title, group, and whose it is unless the edition hides it. */
export function EntryHead({ page: { entry, blind, stage, zone } }: { page: Pick<SheetPage, "entry" | "blind"> & Partial<Pick<SheetPage, "stage" | "zone">> }) {
  const t = useTranslate();
  const { number, title, agency, words } = entry;
  const group = inLocale(t.locale, entry.group);
  const category = inLocale(t.locale, entry.category);
  const time = t("scoring.sheet.readingTime", { words, minutes: Math.max(1, Math.round(words / pace)) });
  const due = stage?.closesAt ? `${t("scoring.sheet.due", { time: formatDeadline(t.locale, stage.closesAt, zone ?? "Asia/Jakarta") })}. ` : "";
  return (
    <PageHeader
      title={title}
      meta={
        <>
          {t("scoring.sheet.meta", { number, group, category })}
          <br />
          {blind && (
            <>
              <Icon of={EyeOff} small /> {t("scoring.desk.blind")}.{" "}
            </>
          )}
          {agency && `${t("scoring.sheet.byAgency", { agency: agency.name, unit: agency.unit })}. `}
          {due}
          {time}
        </>
      }
    />
  );
}
