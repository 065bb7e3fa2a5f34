import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "#tests/architecture/sources.ts";
import { freshFolder } from "#tests/support/folders.ts";

it("regenerates the migrations without a difference", () => {
  const copy = freshFolder();
  cpSync(join(root, "db/migrations"), copy, { recursive: true });
  const before = readdirSync(copy).toSorted();
  const kit = join(root, "node_modules/drizzle-kit/bin.cjs");
  execFileSync(process.execPath, [kit, "generate", "--dialect", "sqlite", "--schema", "./db/schema/all.ts", "--out", copy], {
    cwd: root,
    stdio: "pipe",
  });
  expect(readdirSync(copy).toSorted()).toEqual(before);
});
