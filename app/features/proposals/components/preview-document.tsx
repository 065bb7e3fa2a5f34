import { PrintedDocument, PrintedFacts, PrintedHeading, PrintedList, PrintedTable, PrintedText, PrintedTitle } from "#app/lib/pdf.server.tsx";
import type { PreviewPart, PreviewSheet, PreviewSource } from "#app/features/proposals/preview/queries.server.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { blocksOf } from "#app/lib/text-blocks.ts";
import { inLocale } from "#app/lib/words.ts";

type PreviewDocumentProps = { t: Translate; source: PreviewSource; sheet: PreviewSheet; printedAt: number };

/** The proposal on paper as an evaluator reads it; DRAF lies across every page until it is handed in. */
export function PreviewDocument({ t, source, sheet, printedAt }: PreviewDocumentProps) {
  const { edition, isDraft, agency } = source;
  const fact = (key: FactKey, value: string) => ({ label: t(`drafting.preview.facts.${key}`), value });
  const facts = [
    ...(sheet.number ? [fact("number", sheet.number)] : []),
    fact("group", inLocale(t.locale, sheet.group)),
    fact("category", inLocale(t.locale, sheet.category)),
    ...(sheet.author ? [fact("agency", sheet.author.agency), fact("unit", sheet.author.unit), fact("innovator", sheet.author.innovator)] : []),
  ];
  return (
    <PrintedDocument
      t={t}
      title={sheet.title}
      printedAt={printedAt}
      zone={agency.zone}
      rehearsal={edition.rehearsal}
      mark={isDraft ? t("drafting.preview.mark") : undefined}
    >
      <PrintedTitle>{sheet.title}</PrintedTitle>
      <PrintedFacts facts={facts} />
      {sheet.parts.map((part) => (
        <Part key={part.key} t={t} part={part} />
      ))}
    </PrintedDocument>
  );
}

type FactKey = "number" | "group" | "category" | "agency" | "unit" | "innovator";

function Part({ t, part }: { t: Translate; part: PreviewPart }) {
  const text = inLocale(t.locale, part.text);
  const count = part.words === null ? null : part.limit === null ? t("drafting.preview.words", { count: part.words }) : t("drafting.preview.wordsOf", { count: part.words, limit: part.limit });
  const isEmpty = text === "" && part.table === null && part.files.length === 0;
  return (
    <>
      <PrintedHeading>{count ? `${inLocale(t.locale, part.label)} (${count})` : inLocale(t.locale, part.label)}</PrintedHeading>
      {isEmpty && <PrintedText>{t("drafting.preview.noAnswer")}</PrintedText>}
      {blocksOf(text).map((block, index) =>
        block.kind === "paragraph" ? (
          <PrintedText key={index}>{block.text}</PrintedText>
        ) : (
          <PrintedList key={index} items={block.items.map((item, place) => ({ sign: block.ordered ? `${block.start + place}.` : "•", text: item }))} />
        ),
      )}
      {part.table && <Rows t={t} table={part.table} />}
      {part.files.map((name, index) => (
        <PrintedText key={index}>{name === null ? t("drafting.preview.unnamedFile") : t("drafting.preview.file", { name })}</PrintedText>
      ))}
    </>
  );
}

function Rows({ t, table }: { t: Translate; table: NonNullable<PreviewPart["table"]> }) {
  const share = 100 / Math.max(1, table.heads.length);
  return <PrintedTable columns={table.heads.map((head) => ({ head: inLocale(t.locale, head), share }))} rows={table.rows} />;
}
