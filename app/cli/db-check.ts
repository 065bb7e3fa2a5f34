import { dirname, join } from "node:path";
import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { configOf, databaseFileOf, openToCheck } from "#app/cli/house.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { openBucket } from "#app/lib/files/bucket.server.ts";
import type { Db } from "#db/client.server.ts";
import { contentAddresses } from "#db/contents.ts";
import { type Inspected, type InvariantKey, invariants } from "#db/invariants.ts";

/** Violations named of one rule; the rest is counted. */
const named = 5;

type Finding = { rule: InvariantKey; count: number; first: string[] };

export const command = defineCommand({
  options: { db: { type: "string" }, data: { type: "string" } },
  input: z.strictObject({ db: z.string().min(1).optional(), data: z.string().min(1).optional() }),
  run: async (given, { io, t, print }) => {
    const file = databaseFileOf(io, given);
    const db = openToCheck(file);
    try {
      const { s3Url } = configOf(io, { DATA_DIR: given.data });
      const bucket = s3Url === null ? {} : { inBucket: await heldBy(s3Url, db) };
      const findings = inspect({ db, filesDir: join(dirname(file), "files"), ...bucket });
      const broken = findings.filter(({ count }) => count > 0);
      const verdict =
        broken.length === 0
          ? t("cli.dbCheck.allGood", { count: findings.length })
          : t("cli.dbCheck.broken", { count: broken.length });
      const lines = findings.map((finding) => lineOf(finding, t));
      print({ ok: broken.length === 0, findings }, [...lines, "", verdict].join("\n"));
      return broken.length === 0 ? exitCodes.ok : exitCodes.refused;
    } finally {
      db.$client.close();
    }
  },
});

/** Addresses asked of the bucket at the same time. */
const together = 16;

async function heldBy(url: string, db: Db): Promise<Set<string>> {
  const bucket = openBucket(url);
  const held = new Set<string>();
  const all = contentAddresses(db);
  for (let from = 0; from < all.length; from += together) {
    const some = all.slice(from, from + together);
    const found = await Promise.all(some.map((sha256) => bucket.has(sha256)));
    some.filter((_, index) => found[index]).forEach((sha256) => held.add(sha256));
  }
  return held;
}

function inspect(inspected: Inspected): Finding[] {
  return invariants.map(({ key, find }) => {
    const violations = find(inspected);
    return { rule: key, count: violations.length, first: violations.slice(0, named) };
  });
}

function lineOf({ rule, count, first }: Finding, t: Translate): string {
  const state = count === 0 ? t("cli.dbCheck.ok") : t("cli.dbCheck.violations", { count });
  const names = first.map((name) => `\n    ${name}`).join("");
  return `  ${count === 0 ? "✓" : "✗"} ${t(`cli.dbCheck.names.${rule}`)}: ${state}${names}`;
}
