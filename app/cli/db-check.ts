import { dirname, join } from "node:path";
import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { databaseFileOf, openToCheck } from "#app/cli/house.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { type Inspected, type InvariantKey, invariants } from "#db/invariants.ts";

/** Violations named of one rule; the rest is counted. */
const named = 5;

type Finding = { rule: InvariantKey; count: number; first: string[] };

export const command = defineCommand({
  options: { db: { type: "string" }, data: { type: "string" } },
  input: z.strictObject({ db: z.string().min(1).optional(), data: z.string().min(1).optional() }),
  run: (given, { io, t, print }) => {
    const file = databaseFileOf(io, given);
    const db = openToCheck(file);
    try {
      const findings = inspect({ db, filesDir: join(dirname(file), "files") });
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
