import { createPublicKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { configOf, databaseFileOf, openToCheck } from "#app/cli/house.ts";
import type { Io } from "#app/cli/io.ts";
import { readText } from "#app/cli/read-file.ts";
import { faultSentence } from "#app/features/audit/examination/rules.ts";
import { examineLog } from "#app/features/audit/examination/queries.server.ts";
import type { Examination } from "#app/features/audit/examination/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";

const files = z.preprocess((given) => given ?? [], z.array(z.string().min(1)));

export const command = defineCommand({
  options: { db: { type: "string" }, data: { type: "string" }, checkpoint: { type: "string", multiple: true } },
  input: z.strictObject({ db: z.string().min(1).optional(), data: z.string().min(1).optional(), checkpoint: files }),
  run: (given, { io, t, print }) => {
    const notes = given.checkpoint.map(readText);
    const file = databaseFileOf(io, given);
    const db = openToCheck(file);
    try {
      const publicKeyPem = publicKeyBeside(io, file);
      const found = examineLog({ db }, { notes, ...(publicKeyPem === null ? {} : { publicKeyPem }) });
      print({ ok: found.faults === 0, ...found }, said(t, found).join("\n"));
      return found.faults > 0 ? exitCodes.refused : exitCodes.ok;
    } finally {
      db.$client.close();
    }
  },
});

/** The key that signs the log, where the house has it: without it roots are compared and signatures are not. */
function publicKeyBeside(io: Io, databaseFile: string): string | null {
  const file = configOf(io).auditKey ?? join(dirname(databaseFile), "keys", "audit.pem");
  if (!existsSync(file)) return null;
  return createPublicKey(readFileSync(file)).export({ type: "spki", format: "pem" }).toString();
}

function said(t: Translate, found: Examination): string[] {
  const count = (n: number): string => formatNumber(t.locale, n);
  const { entries, rows, checkpoints, erased } = found;
  const facts = { entries: count(entries), rows: count(rows), checkpoints: count(checkpoints), erased: count(erased), head: found.head, root: found.root };
  const notes = found.signatures ? [] : [t("cli.auditVerify.unsigned")];
  if (found.faults === 0) return [t("cli.auditVerify.good", facts), ...notes];
  const more = found.faults - found.named.length;
  const isUnspoken = found.named.some(({ fault, seq }) => fault === "unrecorded" && seq === null);
  return [
    t("cli.auditVerify.bad", { faults: count(found.faults) }),
    ...found.named.map((fault) => `- ${faultSentence(t, fault)}`),
    ...(more > 0 ? [t("cli.auditVerify.more", { more: count(more) })] : []),
    ...(isUnspoken ? [t("cli.auditVerify.unspoken")] : []),
    ...notes,
  ];
}
