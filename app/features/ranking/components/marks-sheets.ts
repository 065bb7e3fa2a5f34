import { listOf } from "#app/features/competitions/rules.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { type CsvEdition, markedNote, noteHead } from "#app/features/ranking/components/list-csv.ts";
import type { KeptMarks } from "#app/features/ranking/marks/queries.server.ts";
import type { MarkLine, MarkStage } from "#app/features/ranking/marks/types.ts";
import { formatInstant, formatNumber, formatShare } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { BookSheet, Cell } from "#app/lib/spreadsheets/types.ts";
import { inLocale } from "#app/lib/words.ts";

/** Two decimals are what pages print; a sheet that is to be recomputed has six. */
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e6) / 1e6);

const assessorOf = (t: Translate, { assessor }: MarkLine): string => (assessor === null ? t("ranking.marks.agreed") : t("ranking.assessor", { number: String(assessor) }));

/** One sheet of a workbook for each stage that counts: a line for every sheet of marks, a column for every criterion. */
export function stageSheets(t: Translate, edition: CsvEdition, stages: readonly MarkStage[]): BookSheet[] {
  return stages.map(({ name, criteria, lines }) => ({
    name: t("ranking.marks.sheet", { stage: inLocale(t.locale, name) }),
    columns: [t("ranking.table.number"), t("ranking.marks.assessor"), ...criteria.map((one) => inLocale(t.locale, one.name)), ...["total", "leniency", "panel", "counted"].map((head) => t(`ranking.marks.${head}` as "ranking.marks.total")), ...noteHead(t, edition)].map((title) => ({ title })),
    rows: lines.map((line) => [numberText(edition.year, line.entry), assessorOf(t, line), ...line.marks, rounded(line.total), rounded(line.leniency), rounded(line.panel), rounded(line.counted), ...markedNote(edition)]),
  }));
}

export const markHeads = (t: Translate, edition: CsvEdition): string[] => [
  ...[t("ranking.table.number"), t("ranking.marks.stage"), t("ranking.marks.assessor"), t("ranking.marks.criterion"), t("ranking.marks.mark")],
  ...[t("ranking.marks.total"), t("ranking.marks.leniency"), t("ranking.marks.panel"), t("ranking.marks.counted")],
  ...noteHead(t, edition),
];

/** Marks as one table: a line for every mark. Numbers with a point, so that a program reads them in any language. */
export function* markCells(t: Translate, edition: CsvEdition, stages: readonly MarkStage[]): Generator<Cell[]> {
  for (const { name, criteria, lines } of stages) {
    const stage = inLocale(t.locale, name);
    const names = criteria.map((one) => inLocale(t.locale, one.name));
    for (const line of lines) {
      const [head, tail] = [[numberText(edition.year, line.entry), stage, assessorOf(t, line)], [rounded(line.total), rounded(line.leniency), rounded(line.panel), rounded(line.counted), ...markedNote(edition)]];
      for (const [index, mark] of line.marks.entries()) yield [...head, names[index] ?? "", mark, ...tail];
    }
  }
}

/** By what the marks were counted and what tells this version from every other. */
export function rulesSheet(t: Translate, { list, edition, stages, inputs }: Pick<KeptMarks, "list" | "edition" | "stages" | "inputs">, sha256: string): BookSheet {
  const { definition, rehearsal } = edition;
  const award = listOf(inputs.rules, list.listKey);
  const instant = (at: number | null): string => (at === null ? t("ranking.list.notYet") : formatInstant(t.locale, at, definition.zone));
  const facts: [string, Cell][] = [
    [t("ranking.pdf.edition"), inLocale(t.locale, definition.name)],
    [t("ranking.lists.name"), inLocale(t.locale, award.name)],
    ...(rehearsal ? [[t("ranking.table.note"), markedNote({ year: definition.year, rehearsal })[0] ?? ""] as [string, Cell]] : []),
    [t("ranking.pdf.version"), list.version],
    [t("ranking.pdf.state"), t(`ranking.statuses.${list.status}`)],
    [t("ranking.list.computed"), instant(list.computedAt)],
    [t("ranking.list.approved"), instant(list.publishedAt)],
    [t("ranking.pdf.digest"), list.digest],
    [t("ranking.marks.inputs"), sha256],
    [t("ranking.explain.quantity"), t(`ranking.quantities.${list.quantity}`)],
    [t("ranking.marks.places"), award.size],
    [t("ranking.list.reserve"), award.reserve],
    [t("ranking.marks.quorum"), t(`competitions.rules.lists.quorums.${award.quorum}`)],
    ...stages.flatMap(({ name, weightBp, criteria }): [string, Cell][] => [
      [inLocale(t.locale, name), formatShare(t.locale, weightBp)],
      ...criteria.map((one): [string, Cell] => [`${inLocale(t.locale, name)}: ${inLocale(t.locale, one.name)}`, formatShare(t.locale, one.weightBp)]),
    ]),
    [t("ranking.marks.howTitle"), t(list.quantity === "raw" ? "ranking.marks.howRaw" : "ranking.marks.howCalibrated")],
    [t("ranking.marks.seed"), list.model === null ? "" : formatNumber("en", list.model.seed).replaceAll(",", "")],
  ];
  return { name: t("ranking.marks.rules"), columns: [{ title: t("ranking.marks.fact"), width: 40 }, { title: t("ranking.marks.value"), width: 80 }], rows: facts };
}
