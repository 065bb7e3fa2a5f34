/** A plain text as it is read: paragraphs, whose single line ends are kept, and lists. */
export type TextBlock = { kind: "paragraph"; text: string } | { kind: "list"; ordered: boolean; start: number; items: string[] };

const bullet = /^\s*[-*•–]\s+(.*)$/;
const numbered = /^\s*(\d{1,3})[.)]\s+(.*)$/;

/**
 * Reads lines that begin with "- " or "1. " as lists, the way writers type them and the way they are pasted; an empty line ends
 * a paragraph. A single line like a numbered one inside a text is no list ("2019. Tahun itu …" stays as it is typed).
 */
export function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const last = blocks.at(-1);
    const item = itemOf(line);
    if (item && last?.kind === "list" && last.ordered === item.ordered) last.items.push(item.text);
    else if (item) blocks.push({ kind: "list", ordered: item.ordered, start: item.start, items: [item.text] });
    else if (last?.kind === "paragraph" && last.text !== "" && line.trim() !== "") last.text += `\n${line}`;
    else blocks.push({ kind: "paragraph", text: line.trim() === "" ? "" : line });
  }
  return blocks.map(asTyped).filter((block) => block.kind === "list" || block.text !== "");
}

type Item = { ordered: boolean; start: number; text: string };

function itemOf(line: string): Item | null {
  const dash = bullet.exec(line);
  if (dash) return { ordered: false, start: 1, text: dash[1] ?? "" };
  const number = numbered.exec(line);
  return number ? { ordered: true, start: Number(number[1]), text: number[2] ?? "" } : null;
}

/** A list of one numbered line is a sentence that begins with a number. */
function asTyped(block: TextBlock): TextBlock {
  if (block.kind === "paragraph" || block.items.length > 1 || !block.ordered) return block;
  return { kind: "paragraph", text: `${block.start}. ${block.items[0] ?? ""}` };
}
