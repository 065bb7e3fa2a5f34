import { expect, it } from "vitest";
import { sourcesBelow } from "#tests/architecture/sources.ts";

/** Every refusal of the sources: its code with its kind. */
const refusals = sourcesBelow("app").flatMap(({ text }) => [
  ...[...text.matchAll(/notFound\("([\w.]+)"/g)].map(([, code = ""]) => ({ code, kind: "notFound" })),
  ...[...text.matchAll(/new DomainError\(\s*"([\w.]+)"(?:,\s*\{([^}]*))?/g)].map(([, code = "", options = ""]) => ({
    code,
    kind: /kind: "(\w+)"/.exec(options)?.[1] ?? (options.includes("kind") ? "chosen where it is thrown" : "invalid"),
  })),
]);

it("gives every code of a refusal one kind, so that a table of permissions that names the code has named the answer", () => {
  const kinds = new Map<string, Set<string>>();
  for (const { code, kind } of refusals) kinds.set(code, (kinds.get(code) ?? new Set()).add(kind));
  expect(refusals.length).toBeGreaterThan(200);
  expect([...kinds].filter(([, of]) => of.size > 1 || of.has("chosen where it is thrown")).map(([code, of]) => `${code}: ${[...of].join(", ")}`)).toEqual([]);
});
