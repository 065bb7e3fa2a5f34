import { asc, desc, gt, isNotNull, type SQL } from "drizzle-orm";
import { isSignedBy, readNote } from "#app/features/audit/checkpoints/rules.ts";
import type { Checkpoint } from "#app/features/audit/checkpoints/types.ts";
import { type Examination, type Find, type LogFault, namedMost } from "#app/features/audit/examination/types.ts";
import { compareRows, forgetSeals, keepSeals } from "#app/features/audit/examination/state/queries.server.ts";
import { mayReadRecords } from "#app/features/audit/policy.ts";
import { chainStart, checkEntry, contentOf } from "#app/features/audit/rules.ts";
import { blockSize, type Frontier, pushNode, rootOf } from "#app/features/audit/tree/rules.ts";
import { logSize } from "#app/features/audit/tree/queries.server.ts";
import { cosignedNote, listCosigned, listWitnesses } from "#app/features/audit/witnesses/queries.server.ts";
import { wrongCosigners } from "#app/features/audit/witnesses/rules.ts";
import type { Witness } from "#app/features/audit/witnesses/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditBlocks, auditCheckpoints, auditEntries, auditExaminations } from "#db/schema/audit.ts";

type Reach = Pick<Ctx, "db">;

/** What is checked against the log: notes of checkpoints from outside, and the key ours are signed with, in PEM. */
export type Evidence = { notes?: readonly string[]; publicKeyPem?: string };

/**
 * Examines the whole log and the state: each entry, the chain, stored blocks, each checkpoint and those given, and that every
 * watched row equals what its last entry says. Reads one snapshot of the database in pages; takes seconds in a full year, so it is
 * work for the worker or the command line.
 */
export function examineLog(ctx: Reach, evidence: Evidence = {}): Examination {
  return inSnapshot(ctx, () => {
    const found = collector();
    const walk = walkLog(ctx, found.add, headsOf(ctx, evidence, found.add));
    const rows = compareRows(ctx, found.add);
    return { ...walk, rows, signatures: evidence.publicKeyPem !== undefined, faults: found.count(), named: found.named };
  });
}

/** Reads see one state of the database whatever is written meanwhile. */
function inSnapshot<T>(ctx: Reach, read: () => T): T {
  const client = ctx.db.$client;
  const isOwn = !client.inTransaction;
  if (isOwn) client.exec("BEGIN");
  try {
    return read();
  } finally {
    forgetSeals(ctx);
    if (isOwn) client.exec("ROLLBACK");
  }
}

function collector() {
  const named: LogFault[] = [];
  let count = 0;
  const add: Find = (fault) => {
    count += 1;
    if (named.length < namedMost) named.push({ seq: null, table: null, row: null, columns: null, ...fault });
  };
  return { named, add, count: () => count };
}

type Head = { size: number; root: string; fault: "checkpoint" | "given" };

/** Every tree head the log is held to, by size; notes that are none or not ours are faults at once. */
function headsOf(ctx: Reach, { notes = [], publicKeyPem }: Evidence, add: Find): { heads: Head[]; checkpoints: number } {
  const own = ctx.db.select().from(auditCheckpoints).orderBy(asc(auditCheckpoints.number)).all();
  own.forEach((checkpoint, index) => checkOwn(checkpoint, { index, publicKeyPem }, add));
  const witnesses = listWitnesses(ctx);
  const cosigned = new Set(listCosigned(ctx));
  for (const checkpoint of own) if (cosigned.has(checkpoint.number)) checkCosigned(cosignedNote(ctx, checkpoint), witnesses, add);
  const given = notes.flatMap((text): Head[] => {
    const note = readNote(text);
    if (!note) add({ fault: "unreadable" });
    else if (publicKeyPem !== undefined && !isSignedBy(note, publicKeyPem)) add({ fault: "signature", seq: note.size });
    checkCosigned(text, witnesses, add);
    return note ? [{ size: note.size, root: note.root.toString("hex"), fault: "given" }] : [];
  });
  const heads: Head[] = own.map(({ size, root }) => ({ size, root, fault: "checkpoint" }));
  return { heads: [...heads, ...given].sort((a, b) => a.size - b.size), checkpoints: own.length };
}

/** Lines of witnesses we know are theirs; of other lines nothing is said, as the format asks. */
function checkCosigned(text: string, witnesses: readonly Witness[], add: Find): void {
  const note = readNote(text);
  if (note) for (const name of wrongCosigners(note, witnesses)) add({ fault: "cosignature", seq: note.size, row: name });
}

function checkOwn({ number, size, root, note }: Checkpoint, { index, publicKeyPem }: { index: number; publicKeyPem?: string | undefined }, add: Find): void {
  const said = readNote(note);
  if (!said || said.size !== size || said.root.toString("hex") !== root || number !== index + 1) add({ fault: "checkpoint", seq: size });
  else if (publicKeyPem !== undefined && !isSignedBy(said, publicKeyPem)) add({ fault: "signature", seq: size });
}

const pageSize = 2_000;

function walkLog(ctx: Reach, add: Find, { heads, checkpoints }: ReturnType<typeof headsOf>) {
  const walk = growingTree(ctx, add, heads);
  let last = { seq: 0, chain: chainStart };
  let erased = 0;
  for (;;) {
    const page = ctx.db.select().from(auditEntries).where(gt(auditEntries.seq, last.seq)).orderBy(asc(auditEntries.seq)).limit(pageSize).all();
    for (const entry of page) {
      const fault = checkEntry(last, entry);
      if (fault) add(fault);
      if (entry.record === null) erased += 1;
      else if (fault?.fault !== "leaf") keepSeals(ctx, entry.seq, contentOf(entry.record).rows);
      walk.push(entry.seq, Buffer.from(entry.leaf, "hex"));
      last = { seq: entry.seq, chain: entry.chain };
    }
    if (page.length < pageSize) return { entries: last.seq, head: last.chain, root: walk.end(last.seq), erased, checkpoints };
  }
}

/** The tree as the walk grows it, compared at every head and every stored block on the way. */
function growingTree(ctx: Reach, add: Find, heads: readonly Head[]) {
  const blocks = new Map(ctx.db.select().from(auditBlocks).all().map(({ number, hash }) => [number, hash]));
  const frontier: Frontier = [];
  let [block, next]: [Frontier, number] = [[], 0];
  const compare = (seq: number): void => {
    for (let head = heads[next]; head && head.size <= seq; head = heads[(next += 1)]) {
      if (head.size === seq && rootOf([...frontier, ...block]).toString("hex") !== head.root) add({ fault: head.fault, seq });
    }
  };
  return {
    push: (seq: number, leaf: Buffer): void => {
      pushNode(block, leaf, 1);
      if (seq % blockSize === 0) {
        const hash = rootOf(block);
        const stored = blocks.get(seq / blockSize - 1);
        if (stored !== undefined && stored !== hash.toString("hex")) add({ fault: "block", seq });
        pushNode(frontier, hash, blockSize);
        block = [];
      }
      compare(seq);
    },
    /** Heads of a longer log than this one: its end was cut off. */
    end: (size: number): string => {
      for (const head of heads.slice(next)) if (head.size > size) add({ fault: head.fault, seq: head.size });
      return rootOf([...frontier, ...block]).toString("hex");
    },
  };
}

export type ExaminationRow = typeof auditExaminations.$inferSelect;

/**
 * Since when an examination waits, how many entries it has before it, and the last that was finished. Which entries and rows do not fit is named to auditors alone, since
 * they may be of any edition; everybody else who reads a log learns how many. The caller has asked `mayReadAudit`.
 */
export function findExaminations(ctx: Pick<Ctx, "db" | "actor">, editionId: string): { waitingSince: number | null; size: number; finished: ExaminationRow | null } {
  const newest = (where?: SQL) => ctx.db.select().from(auditExaminations).where(where).orderBy(desc(auditExaminations.number)).limit(1).get();
  const finished = newest(isNotNull(auditExaminations.finishedAt));
  const named = mayReadRecords(ctx.actor, editionId) ? finished?.named : [];
  const last = newest();
  return { waitingSince: last?.finishedAt === null ? last.askedAt : null, size: logSize(ctx), finished: finished ? { ...finished, named: named ?? [] } : null };
}
