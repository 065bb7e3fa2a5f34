import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { databaseFileOf, openToCheck } from "#app/cli/house.ts";
import { verifyAuditChain } from "#app/features/audit/queries.server.ts";

export const command = defineCommand({
  options: { db: { type: "string" }, data: { type: "string" } },
  input: z.strictObject({ db: z.string().min(1).optional(), data: z.string().min(1).optional() }),
  run: (given, { io, t, print }) => {
    const db = openToCheck(databaseFileOf(io, given));
    try {
      const { entries, head, fault } = verifyAuditChain({ db });
      if (!fault) print({ ok: true, entries, head, fault }, t("cli.auditVerify.good", { entries, head }));
      else {
        // A sequence number is a name, not an amount: printed without separators.
        const words = { seq: String(fault.seq), fault: t(`cli.auditVerify.faults.${fault.fault}`) };
        print({ ok: false, entries, head, fault }, t("cli.auditVerify.bad", words));
      }
      return fault ? exitCodes.refused : exitCodes.ok;
    } finally {
      db.$client.close();
    }
  },
});
