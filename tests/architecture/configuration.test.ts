import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environmentSchema, readConfig } from "#app/lib/config.server.ts";
import { root } from "#tests/architecture/sources.ts";

describe("configuration", () => {
  it("starts with no configuration at all", () => {
    const config = readConfig({});
    expect([config.port, config.host, config.demo, config.environment]).toEqual([3000, "localhost", false, "production"]);
  });

  it("names the faulty variable", () => {
    expect(() => readConfig({ PORT: "many" })).toThrow(/^The environment is not valid\.\nPORT: /);
  });

  it("documents every variable in the README's table", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const missing = Object.keys(environmentSchema.shape).filter((name) => !readme.includes(`| \`${name}\` |`));
    expect(missing).toEqual([]);
  });
});
