import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "#tests/architecture/sources.ts";

/** Pages of an agency, as the table of routes names them; a page of a thing these parameters do not name is left out. */
function pathsOf(params: Record<string, string>): string[] {
  const table = readFileSync(join(root, "app/routes.ts"), "utf8");
  const own = table.slice(table.indexOf("routes/agency/layout.tsx")).split("\n  ]),")[0] ?? "";
  return [...own.matchAll(/route\("([^"]+)", "[^"]+\.tsx"/g)]
    .map(([, path = ""]) => `/${path}`.replaceAll(/\/:(\w+)\?/g, "").replaceAll(/:(\w+)/g, (whole, name: string) => params[name] ?? whole))
    .filter((path) => !path.includes(":"));
}

/**
 * What an agency can get of a proposal: every page of the agency's layout and its notices, each as HTML and as the `.data` answer
 * that its scripts ask for; by address.
 */
export async function agencyAnswers(page: Page, params: Record<string, string>): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const path of [...pathsOf(params), "/notices"]) {
    for (const address of [path, `${path}.data`]) {
      const answer = await page.request.get(address);
      if (answer.status() >= 500) throw new Error(`${address} answered ${answer.status()}`);
      answers.set(address, await answer.text());
    }
  }
  return answers;
}

/** Addresses whose answer says any of these texts. */
export const saying = (answers: Map<string, string>, texts: readonly string[]): string[] =>
  [...answers].flatMap(([address, body]) => (texts.some((text) => body.includes(text)) ? [address] : []));
