import { Download } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import type { FormField } from "#app/features/competitions/definition/types.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type StatementTemplateProps = { field: Pick<FormField, "key" | "kind" | "template">; edition: string };

/** The letter to download, sign and hand in; nothing where the organiser gave none. */
export function StatementTemplate({ field: { key, kind, template }, edition }: StatementTemplateProps) {
  const t = useTranslate();
  if (kind !== "statement" || !template) return null;
  return (
    <div className="stack stack--small">
      <p className="field__hint">{t("proposals.template.steps")}</p>
      <div>
        <LinkButton to={`/downloads/templates/${edition}/${key}`} icon={Download} dense plain download>
          {t("proposals.template.download", { size: formatBytes(t.locale, template.bytes) })}
        </LinkButton>
      </div>
    </div>
  );
}
