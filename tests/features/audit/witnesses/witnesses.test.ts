import { describe, expect, it } from "vitest";
import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { readNote } from "#app/features/audit/checkpoints/rules.ts";
import { verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import type { Checkpoint } from "#app/features/audit/checkpoints/types.ts";
import { examineLog } from "#app/features/audit/examination/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { handInCosignatures, registerWitness } from "#app/features/audit/witnesses/operations.server.ts";
import { cosignedNote, listCosignatures, listCosigned, listWitnesses } from "#app/features/audit/witnesses/queries.server.ts";
import { readWitnessKey, witnessKeyOf } from "#app/features/audit/witnesses/rules.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";
import { makeWitness, type OwnWitness } from "#tests/features/audit/witnesses/witness.ts";
import { makeWorld } from "#tests/support/world.ts";

/** How it was refused, with the name it gives; `done` when it was not. */
function refusalOf(work: () => unknown): string {
  try {
    work();
    return "done";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return typeof error.params.name === "string" ? `${error.code} ${error.params.name}` : error.code;
  }
}

/** A log with two checkpoints, and a witness that is registered unless another one is given. */
function makeLog(witness: OwnWitness | null = makeWitness()) {
  const world = makeWorld();
  const auditor = world.as(world.person("Auditor", "system::auditor"));
  const checkpoint = (): Checkpoint =>
    inTransaction(world.ctx, () => {
      recordAudit(world.ctx, { action: "scoring.lock", subject: { kind: "list", id: "lst_a" }, data: { mark: 8_400 } });
      return signCheckpoint(world.ctx, { reason: "asked" });
    });
  if (witness) registerWitness(auditor, { title: "Inspektorat", key: witness.key });
  const [first, second] = [checkpoint(), checkpoint()];
  const visitor = world.as(null);
  const seconds = Math.floor(world.ctx.now / 1_000);
  const handIn = (note: string, number = second.number): string => refusalOf(() => handInCosignatures(visitor, { number, note }));
  return { world, auditor, visitor, first, second, seconds, handIn };
}

describe("a witness", () => {
  it("is registered once, by a key of its own that reads as one", () => {
    const witness = makeWitness();
    const { world, auditor } = makeLog(null);
    const register = (key: string) => refusalOf(() => registerWitness(auditor, { title: "Inspektorat", key }));
    const [name, keyId, bytes] = witness.key.split("+");
    const outcomes = ["", "bukan kunci", `${name}+00000000+${bytes}`, `lain+${keyId}+${bytes}`, verifierKey(world.ctx), witness.key, witness.key, makeWitness(witness.name).key].map(register);
    expect(outcomes).toEqual([...["", "", "", ""].map(() => "audit.keyUnreadable"), "audit.ownKey", "done", "audit.witnessKnown", "audit.witnessKnown"]);
    expect(listWitnesses(world.ctx).map((one) => [one.title, witnessKeyOf(one)])).toEqual([["Inspektorat", witness.key]]);
  });

  it("has one key for plain and timestamped signatures", () => {
    const { name, publicKey } = readWitnessKey(makeWitness().key);
    expect(readWitnessKey(witnessKeyOf({ name, publicKey }, "note"))).toEqual({ name, publicKey });
  });
});

describe("a checkpoint signed by a witness", () => {
  it("is taken from anybody and downloaded with the lines of both, which whoever reads notes can read", () => {
    const witness = makeWitness();
    const { world, second, seconds, handIn } = makeLog(witness);
    const cosigned = witness.cosign(second.note, seconds);
    expect([handIn(cosigned.replaceAll("\n", "\r\n")), handIn(cosigned), handIn(witness.signPlain(second.note))]).toEqual(["done", "audit.cosignedAlready", "done"]);
    const said = listCosignatures(world.ctx, [second.number]).map(({ title, kind, signedAt }) => [title, kind, signedAt]);
    expect(said).toEqual([["Inspektorat", "cosignature/v1", seconds * 1_000], ["Inspektorat", "note", null]]);
    const note = cosignedNote(world.ctx, second);
    expect([note.startsWith(cosigned), readNote(note)?.signatures.length, listCosigned(world.ctx)]).toEqual([true, 3, [second.number]]);
  });

  it("is refused with the reason, and nothing of it is kept", () => {
    const [witness, stranger] = [makeWitness(), makeWitness("orang.lain/saksi")];
    const { world, first, second, seconds, handIn } = makeLog(witness);
    const forged = witness.cosign(first.note, seconds).split("\n").at(-2);
    const imitated = makeWitness(witness.name).cosign(second.note, seconds);
    const outcomes = [
      "bukan catatan",
      second.note,
      witness.cosign(first.note, seconds),
      stranger.cosign(second.note, seconds),
      `${second.note}${forged}\n`,
      imitated,
      witness.cosign(second.note, seconds - 3_600),
      witness.cosign(second.note, seconds + 3_600),
    ].map((note) => handIn(note));
    expect(outcomes).toEqual([
      ...["audit.otherCheckpoint", "audit.cosignatureForeign", "audit.otherCheckpoint", "audit.cosignatureForeign"],
      ...[`audit.cosignatureBad ${witness.name}`, "audit.cosignatureForeign", "audit.cosignatureTime", "audit.cosignatureTime"],
    ]);
    expect([handIn(witness.cosign(second.note, seconds), 99), listCosigned(world.ctx)]).toEqual(["audit.checkpointUnknown", []]);
  });

  it("may bear lines of others, which are passed over", () => {
    const [witness, stranger] = [makeWitness(), makeWitness("orang.lain/saksi")];
    const { world, second, seconds, handIn } = makeLog(witness);
    expect(handIn(witness.cosign(stranger.cosign(second.note, seconds), seconds))).toBe("done");
    expect(listCosignatures(world.ctx, [second.number]).map(({ name }) => name)).toEqual([witness.name]);
  });
});

describe("the examination of the log", () => {
  const named = (world: ReturnType<typeof makeLog>["world"], notes: string[] = []) =>
    examineLog(world.ctx, { notes }).named.map(({ fault, table, row }) => [fault, table, row]);

  it("believes what witnesses signed, and names a line under a checkpoint from outside that is not the witness's", () => {
    const witness = makeWitness();
    const { world, first, second, seconds, handIn } = makeLog(witness);
    handIn(witness.cosign(second.note, seconds));
    const forged = `${second.note}${witness.cosign(first.note, seconds).split("\n").at(-2)}\n`;
    const good = [witness.cosign(first.note, seconds), makeWitness("orang.lain/saksi").cosign(second.note, seconds)];
    expect([named(world, good), named(world, [forged])]).toEqual([[], [["cosignature", null, witness.name]]]);
  });

  it("names a witness or a signature that was changed by another way", () => {
    const witness = makeWitness();
    const { world, first, second, seconds, handIn } = makeLog(witness);
    handIn(witness.cosign(second.note, seconds));
    const { $client } = world.ctx.db;
    expect(() => $client.exec("update audit_witnesses set title = ''")).toThrow("witnesses of the log are kept");
    expect(() => $client.exec("delete from audit_cosignatures")).toThrow("cosignatures are kept");
    $client.exec("drop trigger audit_cosignatures_no_rewrite");
    const forged = witness.cosign(first.note, seconds).split("\n").at(-2) ?? "";
    $client.prepare("update audit_cosignatures set line = ?").run(forged);
    expect(named(world).map(([fault, table]) => [fault, table])).toEqual([["cosignature", null], ["changed", "audit_cosignatures"]]);
  });
});
