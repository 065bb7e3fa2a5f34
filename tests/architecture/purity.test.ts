import { describe, expect, it } from "vitest";
import { sourcesBelow } from "#tests/architecture/sources.ts";

const features = sourcesBelow("app/features");
const pure = features.filter((source) => /\/(types|rules|policy|inputs)\.ts$/.test(source.path));

describe("purity", () => {
  it("keeps rules, policies and inputs free of database, server, React and node", () => {
    const faults = pure.flatMap((source) =>
      source.imports
        .filter((name) => /^#db|\.server\.|^react|^@remix|^node:(?!crypto)|^drizzle|^better/.test(name))
        .filter((name) => !(name.startsWith("#db/schema/") && source.text.includes(`import type`)))
        .map((name) => `${source.path} imports ${name}`),
    );
    expect(faults).toEqual([]);
  });

  it("reads no clock, environment or randomness below the route", () => {
    const faults = features
      .filter((source) => !source.path.endsWith("accounts/sessions/store.server.ts") && !source.path.includes("/components/"))
      .filter((source) => /Date\.now\(|new Date\(\)|process\.env|Math\.random|randomUUID|randomBytes\(\d/.test(withoutCtx(source.text)))
      .map((source) => source.path);
    expect(faults).toEqual([]);
  });

  it("lets only stores, queries and operations import the database, and operations only its transaction", () => {
    const faults = features.flatMap((source) =>
      source.imports
        .filter((name) => name.startsWith("#db/"))
        .filter((name) => !mayImportDatabase(source.path, name, source.text))
        .map((name) => `${source.path} imports ${name}`),
    );
    expect(faults).toEqual([]);
  });

  it("prints dates and numbers only through i18n/format", () => {
    const shells = [...features, ...sourcesBelow("app/routes"), ...sourcesBelow("app/components")];
    const faults = shells.filter((source) => /toLocale(Date|Time)?String\(|Intl\.(DateTime|Number)Format/.test(source.text));
    expect(faults.map((source) => source.path)).toEqual([]);
  });
});

const withoutCtx = (text: string): string => text.replaceAll(/ctx\.randomBytes\(\d+\)/g, "");

function mayImportDatabase(path: string, imported: string, text: string): boolean {
  if (/\/(store|queries)\.server\.ts$/.test(path)) return true;
  if (/\/(operations|jobs)\.server\.tsx?$/.test(path) && imported === "#db/client.server.ts") return true;
  // The types of JSON columns are declared with the table.
  return new RegExp(`import type [^;]*"${imported.replaceAll(".", "\\.")}"`).test(text);
}
