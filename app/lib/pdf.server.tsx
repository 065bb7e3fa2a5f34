import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Document, Font, Page, Path, renderToBuffer, StyleSheet, Svg, Text, View } from "@react-pdf/renderer";
import type { Style } from "@react-pdf/types";
import type { ReactElement, ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** Colours of paper: the light theme's roles, because paper has no dark one. */
export const paper = {
  ink: "#16222B",
  soft: "#414E57",
  faint: "#59656D",
  line: "#DDD9D1",
  strong: "#827C71",
  accent: "#0D4E5E",
  mark: "#B04A14",
  band: "#12353F",
  sunk: "#EFEDE8",
};

const weights = [300, 400, 500, 600, 700] as const;

/** Latin first, then the letters of other Latin alphabets (a name such as Żółć); per weight a file, since PDFs take no variable font. */
export const fontFamily: string[] = ["Plus Jakarta Sans", "Plus Jakarta Sans Ext"];

registerFonts();

function registerFonts(): void {
  const folder = join(projectFolder(), "public/fonts");
  const subsets = { "Plus Jakarta Sans": "latin", "Plus Jakarta Sans Ext": "latin-ext" };
  for (const [family, subset] of Object.entries(subsets)) {
    const src = (weight: number): string => join(folder, `plus-jakarta-sans-${subset}-${weight}-normal.ttf`);
    Font.register({ family, fonts: weights.map((fontWeight) => ({ src: src(fontWeight), fontWeight })) });
  }
  // Names and titles are never hyphenated: the default breaks Indonesian by English rules.
  Font.registerHyphenationCallback((word) => [word]);
}

/** The fonts stand beside the source and beside its build, at different depths. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "public/fonts")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** Makes the PDF of a document. The same element gives the same bytes: nothing in it comes from a clock or from chance. */
export async function renderPdf(document: ReactElement): Promise<Uint8Array> {
  return new Uint8Array(await renderToBuffer(document as Parameters<typeof renderToBuffer>[0]));
}

export type PrintProps = {
  t: Translate;
  title: string;
  /** Instant of printing, UTC ms, shown in the zone. */
  printedAt: number;
  zone: string;
  rehearsal: boolean;
  /** A word across every page besides LATIHAN: what this paper is not yet. */
  mark?: string;
  orientation?: "portrait" | "landscape";
  children: ReactNode;
};

/** An A4 document with brand, title, page numbers and the time of printing; LATIHAN across every page of a rehearsal. */
export function PrintedDocument({ t, title, printedAt, zone, rehearsal, mark, orientation, children }: PrintProps) {
  const across = [mark, rehearsal && t("common.rehearsal")].filter(Boolean).join("\n");
  const stamp = t("common.printedAt", { time: formatInstant(t.locale, printedAt, zone) });
  return (
    <Document {...documentFacts(t, title, printedAt)}>
      <Page size="A4" orientation={orientation ?? "portrait"} style={styles.page}>
        {across ? <RehearsalWatermark word={across} /> : null}
        <View style={styles.head} fixed>
          <PrintedBrand name={t("common.product")} />
          <Text style={styles.running}>{title}</Text>
        </View>
        {children}
        <View style={styles.foot} fixed>
          <Text style={styles.note}>{rehearsal ? `${stamp}. ${t("common.rehearsalNote")}` : stamp}</Text>
          <Text
            style={styles.pageNumber}
            render={({ pageNumber, totalPages }) => t("common.table.page", { page: pageNumber, pages: totalPages })}
          />
        </View>
      </Page>
    </Document>
  );
}

/** What a PDF says of itself; its dates are the given instant, so that printing again gives the same file. */
export function documentFacts(t: Translate, title: string, at: number) {
  const when = new Date(at);
  return {
    title,
    language: t.locale,
    author: t("common.product"),
    creator: t("common.product"),
    producer: t("common.product"),
    creationDate: when,
    modificationDate: when,
  };
}

/** The word LATIHAN across the whole page, behind everything. */
export function RehearsalWatermark({ word }: { word: string }) {
  return (
    <View style={styles.watermark} fixed>
      <Text style={styles.watermarkWord}>{word}</Text>
    </View>
  );
}

const petals =
  "M1.6 1.6A13.8 13.8 0 0 1 15.4 15.4A13.8 13.8 0 0 1 1.6 1.6ZM30.4 1.6A13.8 13.8 0 0 1 16.6 15.4A13.8 13.8 0 0 1 30.4 1.6ZM1.6 30.4A13.8 13.8 0 0 1 15.4 16.6A13.8 13.8 0 0 1 1.6 30.4ZM30.4 30.4A13.8 13.8 0 0 1 16.6 16.6A13.8 13.8 0 0 1 30.4 30.4Z";

/** The mark and the name. */
export function PrintedBrand({ name }: { name: string }) {
  return (
    <View style={styles.brand}>
      <Svg viewBox="0 0 32 32" style={styles.logo}>
        <Path d={petals} fill={paper.accent} />
        <Path d="M16 12.4L19.6 16L16 19.6L12.4 16Z" fill={paper.mark} />
      </Svg>
      <Text style={styles.brandName}>{name}</Text>
    </View>
  );
}

export const PrintedTitle = ({ children }: { children: ReactNode }) => <Text style={styles.title}>{children}</Text>;
/** `newPage` for a part whose tall pictures would leave its heading behind. */
export const PrintedHeading = ({ newPage, children }: { newPage?: boolean; children: ReactNode }) => (
  <Text style={styles.heading} minPresenceAhead={96} break={newPage ?? false}>
    {children}
  </Text>
);
/** What must stand on one page: a drawing with its heading and words. Not taller than a page. */
export const PrintedWhole = ({ children }: { children: ReactNode }) => <View wrap={false}>{children}</View>;
export const PrintedText = ({ children }: { children: ReactNode }) => <Text style={styles.text}>{children}</Text>;

/** A list: its sign at the left, the lines of an item under one another. */
export function PrintedList({ items }: { items: { sign: string; text: string }[] }) {
  return (
    <View style={styles.list}>
      {items.map((item, index) => (
        <View key={index} style={styles.listItem}>
          <Text style={styles.listSign}>{item.sign}</Text>
          <Text style={styles.listText}>{item.text}</Text>
        </View>
      ))}
    </View>
  );
}

/** Facts as label and value, one a line. */
export function PrintedFacts({ facts }: { facts: { label: string; value: string }[] }) {
  return (
    <View style={styles.facts}>
      {facts.map((fact) => (
        <View key={fact.label} style={styles.fact} wrap={false}>
          <Text style={styles.factLabel}>{fact.label}</Text>
          <Text style={styles.factValue}>{fact.value}</Text>
        </View>
      ))}
    </View>
  );
}

/** `share` is the part of the width in per cent; numbers stand right. */
export type PrintedColumn = { head: string; share: number; align?: "left" | "right" };

/** A table whose head repeats on every page and whose rows stay whole; `roomy` rows leave room for a hand to sign. */
export function PrintedTable({ columns, rows, roomy }: { columns: PrintedColumn[]; rows: string[][]; roomy?: boolean }) {
  const cell = (column: PrintedColumn): Style => ({ width: `${column.share}%`, textAlign: column.align ?? "left", paddingRight: 6 });
  return (
    <View style={styles.table}>
      <View style={styles.tableHead} fixed>
        {columns.map((column) => (
          <Text key={column.head} style={cell(column)}>
            {column.head}
          </Text>
        ))}
      </View>
      {rows.map((row, at) => (
        <View key={at} style={roomy ? [styles.tableRow, styles.tableRoom] : styles.tableRow} wrap={false}>
          {columns.map((column, index) => (
            <Text key={column.head} style={cell(column)}>
              {row[index] ?? ""}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

/** Room to sign by hand, side by side: office above, name on the line. */
export function PrintedSignatures({ places }: { places: { office: string; name: string }[] }) {
  return (
    <View style={styles.signatures} wrap={false}>
      {places.map((place) => (
        <View key={place.office} style={styles.signature}>
          <Text>{place.office}</Text>
          <Text style={styles.signatureName}>{place.name}</Text>
        </View>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({
  // No line height here: react-pdf multiplies an inherited one and drops text rendered per page, such as the page number.
  page: { fontFamily, fontSize: 9.5, letterSpacing: 0.08, color: paper.ink, paddingTop: 78, paddingBottom: 62, paddingHorizontal: 54 },
  head: { position: "absolute", top: 34, left: 54, right: 54, flexDirection: "row", justifyContent: "space-between", alignItems: "center", paddingBottom: 8, borderBottomWidth: 0.75, borderBottomColor: paper.line },
  running: { fontSize: 8, color: paper.faint, maxWidth: "70%", textAlign: "right" },
  foot: { position: "absolute", bottom: 26, left: 54, right: 54, flexDirection: "row", justifyContent: "space-between", gap: 16, fontSize: 7.5, color: paper.faint, paddingTop: 6, borderTopWidth: 0.75, borderTopColor: paper.line },
  note: { flex: 1 },
  // A width of its own: the number is not known yet when the line is laid out.
  pageNumber: { width: 96, textAlign: "right" },
  brand: { flexDirection: "row", alignItems: "center", gap: 6 },
  logo: { width: 15, height: 15 },
  brandName: { fontSize: 11, fontWeight: 600 },
  title: { fontSize: 19, fontWeight: 600, lineHeight: 1.25, marginBottom: 10 },
  heading: { fontSize: 12, fontWeight: 600, marginTop: 14, marginBottom: 5 },
  // A line height counts from the font size beside it, and from 18 points where none stands there.
  text: { marginBottom: 6, fontSize: 9.5, lineHeight: 1.45 },
  list: { marginBottom: 6 },
  listItem: { flexDirection: "row", marginBottom: 2 },
  listSign: { width: 18 },
  listText: { flex: 1, fontSize: 9.5, lineHeight: 1.45 },
  facts: { marginVertical: 6 },
  fact: { flexDirection: "row", gap: 12, paddingVertical: 4, borderBottomWidth: 0.5, borderBottomColor: paper.line },
  factLabel: { width: "32%", color: paper.soft },
  factValue: { flex: 1, fontWeight: 500 },
  table: { marginTop: 6, marginBottom: 12, fontSize: 8.5 },
  tableHead: { flexDirection: "row", fontWeight: 600, color: paper.soft, paddingBottom: 4, borderBottomWidth: 1, borderBottomColor: paper.strong },
  tableRow: { flexDirection: "row", paddingVertical: 3.5, borderBottomWidth: 0.5, borderBottomColor: paper.line },
  // 14 mm.
  tableRoom: { minHeight: 40 },
  signatures: { flexDirection: "row", gap: 36, marginTop: 28 },
  signature: { flex: 1, textAlign: "center" },
  signatureName: { marginTop: 46, paddingTop: 4, borderTopWidth: 0.75, borderTopColor: paper.ink, fontWeight: 600 },
  watermark: { position: "absolute", top: 0, left: 0, right: 0, bottom: 0, justifyContent: "center", alignItems: "center" },
  watermarkWord: { textAlign: "center", fontSize: 96, fontWeight: 700, color: paper.mark, opacity: 0.1, letterSpacing: 8, transform: "rotate(-28deg)" },
});
