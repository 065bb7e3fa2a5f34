import type { Locale } from "#app/lib/ctx.ts";

type PlainPage = { locale: Locale; title: string; words: string; home: string; nonce: string };

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A page that needs nothing else to work: for what is refused before the product is reached. */
export function plainPage(page: PlainPage): string {
  return `<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)} | Anugerah</title>
<style nonce="${page.nonce}">
@font-face{font-family:"Plus Jakarta Sans";font-weight:200 800;src:url(/fonts/plus-jakarta-sans-latin-wght-normal.woff2) format("woff2")}
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;font:450 1.0625rem/1.65 "Plus Jakarta Sans",sans-serif;background:light-dark(#f7f6f3,#0e1519);color:light-dark(#16222b,#ece9e3)}
main{max-width:34rem}h1{font-size:2rem;line-height:1.2;font-weight:680}a{color:light-dark(#0d4e5e,#86cbdb)}
</style>
</head>
<body><main><h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.words)}</p><p><a href="/">${escapeHtml(page.home)}</a></p></main></body>
</html>`;
}
