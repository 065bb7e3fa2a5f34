import { readFileSync } from "node:fs";
import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { Refused } from "#app/cli/refusals.ts";
import { verifyBundle } from "#app/features/ranking/bundle/verifying/rules.ts";
import type { BundleVerdict } from "#app/features/ranking/bundle/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

export const command = defineCommand({
  operands: ["file"],
  options: { key: { type: "string" } },
  input: z.strictObject({ file: z.string().min(1), key: z.string().min(1).optional() }),
  run: ({ file, key }, { t, print }) => {
    const verdict = verifyBundle(readBytes(file), { key: key ?? null });
    print(verdict, said(t, verdict).join("\n"));
    return verdict.ok ? exitCodes.ok : exitCodes.refused;
  },
});

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Refused("cli.errors.noFile", { file: path });
  }
}

function said(t: Translate, { ok, rows, sheets, faults, notes, list }: BundleVerdict): string[] {
  const facts = { list: list?.key ?? "", version: list?.version ?? 0, digest: list?.digest ?? "", rows: formatNumber(t.locale, rows), sheets: formatNumber(t.locale, sheets) };
  return [
    ok ? t("cli.bundleVerify.good", facts) : t("cli.bundleVerify.bad"),
    ...faults.map(({ code, detail }) => `- ${t(`cli.bundleVerify.faults.${code}` as MessageKey, { detail })}`),
    ...(notes.length > 0 ? [t("cli.bundleVerify.notesTitle")] : []),
    ...notes.map(({ code, detail }) => `- ${t(`cli.bundleVerify.notes.${code}` as MessageKey, { detail })}`),
  ];
}
