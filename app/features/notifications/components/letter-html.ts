import type { LetterWords } from "#app/features/notifications/types.ts";

type LetterPage = LetterWords & {
  locale: "id" | "en";
  /** Only links to this host can be pressed; any other address stays text. */
  baseUrl: string;
  /** Under the letter: who sends it, and how to turn it off where one may. */
  foot: string;
};

/** The same words as the plain part, set calmly: one column, our own type, no picture, nothing loaded from anywhere. */
export function letterHtml({ subject, body, locale, baseUrl, foot }: LetterPage): string {
  const host = new URL(baseUrl).host;
  const paragraphs = body.split(/\n{2,}/).map((part) => `<p style="margin:0 0 16px">${linesOf(part, host)}</p>`);
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(subject)}</title></head><body style="margin:0;background:#F7F6F3;color:#16222B;`,
    `font:16px/1.55 'Plus Jakarta Sans','Segoe UI',Arial,sans-serif">`,
    `<div style="max-width:600px;margin:0 auto;padding:32px 24px">`,
    `<p style="margin:0 0 24px;padding-bottom:12px;border-bottom:3px solid #12353F;font-weight:700;color:#12353F">Anugerah</p>`,
    ...paragraphs,
    `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #DDD9D1;font-size:13px;color:#59656D">${linesOf(foot, host)}</p>`,
    `</div></body></html>`,
  ].join("");
}

const linesOf = (text: string, host: string): string =>
  text
    .split("\n")
    .map((line) => line.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? linkOf(part, host) : escaped(part))).join(""))
    .join("<br>");

function linkOf(address: string, host: string): string {
  const own = URL.canParse(address) && new URL(address).host === host;
  return own ? `<a href="${escaped(address)}" style="color:#0D4E5E">${escaped(address)}</a>` : escaped(address);
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
