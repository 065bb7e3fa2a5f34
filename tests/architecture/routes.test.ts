import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, sourcesBelow } from "#tests/architecture/sources.ts";

const routes = sourcesBelow("app/routes");
const shells = routes.filter((source) => /export (const|async function|function) (loader|action)\b/.test(source.text));
const table = sourcesBelow("app").find((source) => source.path === "app/routes.ts")?.text ?? "";

describe("routes", () => {
  it("asks who is there in every loader and action", () => {
    const faults = shells.filter((source) => !/requireCtx|publicCtx/.test(source.text)).map((source) => source.path);
    expect(faults).toEqual([]);
  });

  it("names in its table only files that stand, and every screen stands in it", () => {
    const named = [...table.matchAll(/"(routes\/[^"]+)"/g)].map((match) => `app/${match[1] as string}`);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const screens = routes.filter((source) => /export default function/.test(source.text) || shells.includes(source));
    const loose = screens.map((source) => source.path).filter((path) => !named.includes(path));
    expect(loose).toEqual([]);
  });

  it("uses no store and no input but through the room's operations", () => {
    const faults = routes.flatMap((source) =>
      source.imports.filter((name) => /store\.server|#db\/(?!seeds\/demo-accounts)/.test(name)).map((name) => `${source.path} imports ${name}`),
    );
    expect(faults).toEqual([]);
  });
});
