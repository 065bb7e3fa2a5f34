import { EyeOff } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** Words a minute of a careful reader. */
const pace = 200;

/** What an assessor is told of an entry before its text: number, title, group, and whose it is unless the edition hides it. */
export function EntryHead({ page: { entry, blind } }: { page: Pick<SheetPage, "entry" | "blind"> }) {
  const t = useTranslate();
  const { number, title, agency, words } = entry;
  const group = inLocale(t.locale, entry.group);
  const category = inLocale(t.locale, entry.category);
  const time = t("scoring.sheet.readingTime", { words, minutes: Math.max(1, Math.round(words / pace)) });
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
          {time}
        </>
      }
    />
  );
}
