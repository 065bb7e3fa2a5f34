import { z } from "zod";
import { presences, type SignerLine } from "#app/features/ranking/signers/types.ts";
import type { Id } from "#app/lib/ids.ts";

/** A field that comes once a member. */
const each = <T extends z.ZodType>(one: T) => z.preprocess((sent) => (typeof sent === "string" ? [sent] : sent), z.array(one).min(1).max(200));

/** The table of signers as a form sends it: for every member who, how, and why somebody was absent, in one order. */
export const signerFields = {
  signer: each(z.string().regex(/^usr_[0-9A-Za-z]{1,40}$/)),
  presence: each(z.enum(presences)),
  reason: each(z.string().trim().max(300)),
};

export const signersInput = z.strictObject(signerFields);

/** Lines of a table; a reason counts where somebody was absent alone. Which members it has to name is a rule of its own. */
export const linesOf = ({ signer, presence, reason }: z.output<typeof signersInput>): SignerLine[] =>
  signer.flatMap((userId, index) => {
    const how = presence[index];
    return how ? [{ userId: userId as Id<"user">, presence: how, reason: how === "absent" ? (reason[index] ?? "") : "" }] : [];
  });
