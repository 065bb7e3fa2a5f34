/** One list that is open while the page is read. */
type OpenList = { ordered: boolean; next: number };

type Reading = { lines: string[]; line: string; lists: OpenList[]; skip: number; pre: number; fresh: boolean; wordItem: boolean };

const blocks = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "section", "article", "header", "footer", "table", "ul", "ol", "li", "dl", "dt", "dd", "pre", "figure", "hr"]);
const paragraphs = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre"]);
const dropped = new Set(["head", "style", "script", "title", "xml", "noscript", "template", "svg", "o:p"]);
/** Word writes the sign of a list item as text, between two conditions only Word reads; other programs see a comment. */
const conditions = /<!--\[if !supportLists\]-->([\s\S]*?)<!--\[endif\]-->|<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/gi;

/**
 * What is pasted from Word, LibreOffice, Google Docs or a web page, as plain text: paragraphs and lists ("- " and "1. ") are kept,
 * everything else is dropped. Takes the HTML of the clipboard; null when there is nothing to read in it.
 */
export function textOfClipboard(html: string): string | null {
  const fragment = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/i.exec(html)?.[1] ?? html;
  const marked = fragment.replace(conditions, (_, one?: string, two?: string) => `<word-sign>${one ?? two ?? ""}</word-sign>`);
  const source = marked.replace(/<!--[\s\S]*?-->/g, "").replace(/<!\[[\s\S]*?\]>/g, "");
  const reading: Reading = { lines: [], line: "", lists: [], skip: 0, pre: 0, fresh: false, wordItem: false };
  for (const token of source.match(/<\/?[a-z][^>]*>|[^<]+|</gi) ?? []) {
    const tag = /^<(\/?)([a-z][\w:-]*)([^>]*)>$/i.exec(token);
    if (tag) readTag(reading, { name: (tag[2] ?? "").toLowerCase(), closes: tag[1] === "/", attributes: tag[3] ?? "" });
    else if (reading.skip === 0) addText(reading, token);
  }
  endLine(reading);
  const text = tidy(reading.lines);
  return text === "" ? null : text;
}

type Tag = { name: string; closes: boolean; attributes: string };

function readTag(reading: Reading, tag: Tag): void {
  const { name, closes } = tag;
  if (dropped.has(name)) {
    if (!tag.attributes.endsWith("/")) reading.skip = Math.max(0, reading.skip + (closes ? -1 : 1));
    return;
  }
  if (name === "br") return endLine(reading);
  if (name === "td" || name === "th") return void (closes && (reading.line += " "));
  if (name === "word-sign") return readSign(reading, closes);
  if (!blocks.has(name)) return;
  // A paragraph inside a list item (LibreOffice, Google Docs) goes on with the line of its sign.
  if (!(reading.fresh && !closes)) endLine(reading);
  if (name === "ul" || name === "ol") readList(reading, tag);
  else if (name === "li" && !closes) beginItem(reading);
  else if (paragraphs.has(name)) paragraphEdge(reading, tag);
  if (name === "pre") reading.pre += closes ? -1 : 1;
}

function readList(reading: Reading, { name, closes, attributes }: Tag): void {
  if (closes) reading.lists.pop();
  else reading.lists.push({ ordered: name === "ol", next: Number(/\bstart="?(\d+)/i.exec(attributes)?.[1] ?? 1) });
  if (reading.lists.length === 0) reading.lines.push("");
}

function beginItem(reading: Reading): void {
  const list = reading.lists.at(-1) ?? { ordered: false, next: 1 };
  const indent = "  ".repeat(Math.max(0, reading.lists.length - 1));
  reading.line = indent + (list.ordered ? `${list.next}. ` : "- ");
  list.next += 1;
  reading.fresh = true;
}

/** An empty line stands between paragraphs, none between the items of a list. */
function paragraphEdge(reading: Reading, { attributes, closes }: Tag): void {
  if (!closes) reading.wordItem = /mso-list:\s*l|class="?[^"]*\bMsoListParagraph/i.test(attributes);
  if (!reading.wordItem && reading.lists.length === 0) reading.lines.push("");
}

/** Between the two marks stands "·", "o", "1." or "a)" with spaces; it becomes a sign that can be typed. */
function readSign(reading: Reading, closes: boolean): void {
  if (!closes) {
    reading.line = "\u0001";
    return;
  }
  const sign = reading.line.slice(1).trim();
  const number = /^\(?(\d{1,3})[.)]/.exec(sign)?.[1];
  const letter = /^\(?([a-z]|[ivxl]{1,5})[.)]/i.exec(sign)?.[1];
  reading.line = number ? `${number}. ` : letter ? `${letter}. ` : "- ";
  reading.fresh = true;
}

function addText(reading: Reading, token: string): void {
  const text = decode(token);
  const shown = reading.pre > 0 ? text : text.replace(/[ \t\r\n\f]+/g, " ");
  const isEdge = reading.line === "" || reading.line.endsWith(" ") || reading.line === "\u0001";
  const added = isEdge ? shown.replace(/^ +/, "") : shown;
  if (added === "") return;
  reading.fresh = false;
  const [first = "", ...more] = added.split("\n");
  reading.line += first;
  for (const line of more) {
    endLine(reading);
    reading.line = line;
  }
}

function endLine(reading: Reading): void {
  if (reading.line.trim() !== "") reading.lines.push(reading.line.trimEnd());
  reading.line = "";
  reading.fresh = false;
}

const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "", ndash: "–", mdash: "—", hellip: "…", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", bull: "•", middot: "·", deg: "°", eacute: "é" };

function decode(text: string): string {
  const plain = text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return names[name] ?? names[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
  return plainSigns(plain);
}

/** Spaces that only typesetting needs become plain ones; soft hyphens and zero-width signs go. */
export const plainSigns = (text: string): string =>
  text.replaceAll("\r\n", "\n").replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, " ").replace(/[\u00AD\u200B\u2060\uFEFF]/g, "");

/** At most one empty line between lines, none at the ends, none between items of one list. */
function tidy(lines: string[]): string {
  const kept: string[] = [];
  for (const line of lines) if (line !== "" || (kept.length > 0 && kept.at(-1) !== "")) kept.push(line);
  return kept.join("\n").trim();
}
