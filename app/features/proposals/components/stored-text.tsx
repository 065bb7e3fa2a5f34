import { LinkButton } from "#app/components/button.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { EditorField } from "#app/features/proposals/form/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type StoredTextProps = { field: EditorField; typed: TypedValues | undefined; zone: string; to: string };

/** The other person's text beside one's own, where a save was refused because both wrote. */
export function StoredText({ field, typed, zone, to }: StoredTextProps) {
  const t = useTranslate();
  const mine = typedText(typed, field.key, field.value).replaceAll("\r\n", "\n");
  if (typed === undefined || field.savedAt === null || mine === field.value) return null;
  return (
    <Notice
      tone="warn"
      title={t("proposals.editor.storedTitle", { time: formatInstant(t.locale, field.savedAt, zone) })}
      actions={
        <LinkButton to={to} plain dense>
          {t("proposals.editor.useStored")}
        </LinkButton>
      }
    >
      <p className="whitespace-pre-wrap">{field.value}</p>
      <p>{t("proposals.editor.storedHint")}</p>
    </Notice>
  );
}
