import { join } from "node:path";
import { expect } from "vitest";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

/** Plays a small season once into a folder of its own. */
export async function playSeason(registered: number): Promise<string> {
  const out = join(freshFolder(), "musim");
  const { code, err } = await run(["season", "--registered", String(registered), "--out", out]);
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  return out;
}
