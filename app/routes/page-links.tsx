import { Pagination } from "#app/components/pagination.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";

type Props = { page: number; pageSize: number; total: number; shown: number; range: MessageKey };

/** Leads through a list of several pages and says which rows stand here; `range` are words with `from`, `to` and `count`. */
export function PageLinks({ page, pageSize, total, shown, range }: Props) {
  const t = useTranslate();
  const print = (value: number): string => formatNumber(t.locale, value);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  if (pages === 1) return null;
  return (
    <Pagination
      page={page}
      pages={pages}
      summary={t(range, { from: print(from), to: print(from + shown - 1), count: print(total) })}
      words={{
        label: t("common.table.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (one) => t("common.table.page", { page: one, pages }),
      }}
    />
  );
}
