import { FileList, FileRow } from "#app/components/file-input.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Prose } from "#app/components/prose.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { PreviewItem, ProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { formatBytes, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** The proposal exactly as screeners and evaluators read it. */
export function ProposalPreview({ page }: { page: Pick<ProposalPage, "identity" | "preview" | "isDraft"> }) {
  const t = useTranslate();
  const { identity, preview, isDraft } = page;
  const none = t("proposals.page.noAnswer");
  return (
    <Panel title={t("proposals.page.preview")}>
      <p className="field__hint">{t(isDraft ? "proposals.page.draftShown" : "proposals.page.submittedShown")}</p>
      <DescriptionList
        items={[
          { term: t("proposals.identity.groupKey"), value: inLocale(t.locale, identity.group) },
          { term: t("proposals.identity.categoryKey"), value: inLocale(t.locale, identity.category) },
          { term: t("proposals.identity.startedOn"), value: identity.startedOn ? formatPlainDay(t.locale, identity.startedOn) : none },
          { term: t("proposals.identity.unit"), value: identity.unit || none },
          { term: t("proposals.identity.innovator"), value: identity.innovator || none },
        ]}
      />
      {preview.map((item) => (
        <PreviewPart key={item.key} item={item} />
      ))}
    </Panel>
  );
}

function PreviewPart({ item }: { item: PreviewItem }) {
  const t = useTranslate();
  const text = inLocale(t.locale, item.value);
  return (
    <section className="mt-6">
      <h3>{inLocale(t.locale, item.label)}</h3>
      {item.words !== null && (
        <p className="field__hint">
          {item.limit === null
            ? t("proposals.page.words", { count: item.words })
            : t("proposals.page.wordsOf", { count: item.words, limit: item.limit })}
        </p>
      )}
      {text ? <Prose text={text} /> : !item.file && <p className="field__hint">{t("proposals.page.noAnswer")}</p>}
      {item.file && (
        <FileList label={t("proposals.page.evidence")}>
          <FileRow name={item.file.fileName} to={`/downloads/attachments/${item.file.id}`} meta={formatBytes(t.locale, item.file.bytes)} />
        </FileList>
      )}
    </section>
  );
}
