import { stat } from "node:fs/promises";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { plainFileName } from "#app/features/proposals/attachments/rules.ts";
import { abstentionOf, abstentionsOf } from "#app/features/ranking/abstaining/queries.server.ts";
import { findScan } from "#app/features/ranking/documents/queries.server.ts";
import * as rules from "#app/features/ranking/documents/rules.ts";
import { insertDocument, saveCheck } from "#app/features/ranking/documents/store.server.ts";
import type { KeptPaper, ListDocumentId, MinutesSignature, Scan } from "#app/features/ranking/documents/types.ts";
import { mayAttachMinutes, mayCheckMinutes, mayFinaliseList } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { checkStagesClosed, countedStages, nextListStatus } from "#app/features/ranking/rules.ts";
import { panelOf, readingsOf } from "#app/features/ranking/signers/queries.server.ts";
import { checkQuorum, checkTable, differing, signedOf, standingReadings } from "#app/features/ranking/signers/rules.ts";
import { insertReading } from "#app/features/ranking/signers/store.server.ts";
import { presences, type SignerLine } from "#app/features/ranking/signers/types.ts";
import { updateList } from "#app/features/ranking/store.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, InvalidInput } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inspectFile } from "#app/lib/uploads/inspect.server.ts";
import { refuseInfected } from "#app/lib/uploads/refuse-infected.server.ts";
import { inTransaction } from "#db/client.server.ts";

type Received = { path: string; fileName: string };
export type SignedPaper = { listId: ListId; file: Received; signers: readonly SignerLine[]; signature: MinutesSignature; signedOn: string; minutesNumber: string; minutes: string; digest: string };

/**
 * Hands in the scan of minutes that the panel signed on paper: one PDF of at most 20 MB, looked at by its content. The newest scan
 * counts, until the list is published. Whoever hands it in says of every seat of the panel whether it signed, was absent or abstained.
 * Secretariat or chair (403). Refuses a version that takes none (`ranking.cannotAttach`), a digest that is not this version's
 * (`ranking.digestDiffers`), a day that cannot be (`ranking.sessionDay`), a table that leaves a seat out (`ranking.signersIncomplete`)
 * and fewer signatures than the edition asks for (`ranking.quorumMissing`). It signs nothing before a second person has checked it.
 */
export async function attachMinutes(ctx: Ctx, { file, digest, signers, ...said }: SignedPaper): Promise<ListDocumentId> {
  checkAttachable(ctx, { ...said, digest, signers });
  const kept = await keepPdf(ctx, file);
  return inTransaction(ctx, () => {
    const list = checkAttachable(ctx, { ...said, digest, signers });
    const id = ctx.newId("listDocument");
    const { listId, signature, signedOn, minutesNumber, minutes } = said;
    insertDocument(ctx, {
      ...{ id, listId, kind: "minutes", ...kept, attachedBy: personOf(ctx), attachedAt: ctx.now },
      ...{ signature, signedOn, minutesNumber, minutes, listDigest: list.digest },
    });
    insertReading(ctx, { listId, documentId: id, reading: 1, lines: signers, statedBy: personOf(ctx) });
    record(ctx, list, "ranking.attachMinutes", { document: id, file: kept.sha256, signature, signedOn, number: minutesNumber, ...countLines(signers) });
    return id;
  });
}

function checkAttachable(ctx: Ctx, { listId, signedOn, digest, signers }: Pick<SignedPaper, "listId" | "signedOn" | "digest" | "signers">): RankingList {
  const list = getList(ctx, listId);
  authorize(mayAttachMinutes(ctx.actor, list.editionId));
  rules.checkScannable(list);
  const { zone } = getEdition(ctx, list.editionId).definition;
  rules.checkDigest(digest, list.digest);
  rules.checkSignedOn(signedOn, { zone, computedAt: list.computedAt, now: ctx.now });
  checkSigners(ctx, list, signers);
  return list;
}

/**
 * A second person holds the newest scan against the list: digest, number, and of every seat whether it signed. From then on the version
 * is signed, as if the panel had done so here, and each signer in conflict abstains from what he may not judge. Where he reads another
 * table than whoever handed the scan in, his reading is kept for both to see, the version stays as it was, and the members they differ
 * on are returned; none when it is signed. Refuses whoever handed it in (`ranking.ownScan`), a scan that another has replaced meanwhile
 * (`ranking.changed`), a version that takes none, a table as `attachMinutes` does and, of what both read alike, a quorum, and a stage
 * that is open again.
 */
export function checkMinutes(ctx: Ctx, { listId, documentId, signers }: ReadScan): Id<"user">[] {
  return inTransaction(ctx, () => {
    const { list, scan } = loadScan(ctx, { listId, documentId });
    rules.checkChecker(scan, personOf(ctx));
    checkClosed(ctx, list);
    checkTable(panelOf(ctx, list.editionId), signers);
    const readings = readingsOf(ctx, scan.id);
    const others = differing(standingReadings(readings, scan.attachedBy).stated?.lines ?? [], signers);
    insertReading(ctx, { listId, documentId: scan.id, reading: readings.length + 1, lines: signers, statedBy: personOf(ctx) });
    // An entry of its own seals who stands how: that of the signature is shown to whoever has the bundle.
    record(ctx, list, "ranking.readMinutes", { document: scan.id, file: scan.sha256, differing: others.length, ...countLines(signers) });
    if (others.length === 0) signFromScan(ctx, { list, scan, signers });
    return others;
  });
}

export type ReadScan = { listId: ListId; documentId: ListDocumentId; signers: readonly SignerLine[] };

/**
 * Whoever handed a scan in says anew how the panel stands on it, after another has read it otherwise; what was said before is kept.
 * Refuses anybody else (`ranking.othersScan`), a scan that was checked or replaced, and a table or a quorum as `attachMinutes` does.
 */
export function restateSigners(ctx: Ctx, { listId, documentId, signers }: ReadScan): void {
  inTransaction(ctx, () => {
    const { list, scan } = loadScan(ctx, { listId, documentId });
    rules.checkAttacher(scan, personOf(ctx));
    checkSigners(ctx, list, signers);
    insertReading(ctx, { listId, documentId: scan.id, reading: readingsOf(ctx, scan.id).length + 1, lines: signers, statedBy: personOf(ctx) });
    record(ctx, list, "ranking.restateSigners", { document: scan.id, file: scan.sha256, ...countLines(signers) });
  });
}

function loadScan(ctx: Ctx, { listId, documentId }: Pick<ReadScan, "listId" | "documentId">): { list: RankingList; scan: Scan } {
  const list = getList(ctx, listId);
  authorize(mayCheckMinutes(ctx.actor, list.editionId));
  rules.checkScannable(list);
  const scan = findScan(ctx, listId);
  if (scan?.id !== documentId || scan.listDigest !== list.digest) throw new DomainError("ranking.changed", { kind: "conflict" });
  return { list, scan };
}

function checkSigners(ctx: Ctx, list: RankingList, signers: readonly SignerLine[]): void {
  const panel = panelOf(ctx, list.editionId);
  checkTable(panel, signers);
  checkQuorum(listOf(getEdition(ctx, list.editionId).definition, list.listKey).quorum, panel, signedOf(signers));
}

function signFromScan(ctx: Ctx, { list, scan, signers }: { list: RankingList; scan: Scan; signers: readonly SignerLine[] }): void {
  checkSigners(ctx, list, signers);
  const people = signedOf(signers);
  const checking = people.includes(personOf(ctx)) ? [] : abstentionOf(ctx, list, "check");
  const abstentions = [...abstentionsOf(ctx, list, { act: "sign", people }), ...checking];
  saveCheck(ctx, scan.id, { checkedBy: personOf(ctx), checkedAt: ctx.now });
  const status = list.status === "draft" ? nextListStatus(list.status, "sign") : list.status;
  const { minutesNumber, minutes } = scan;
  updateList(ctx, list, { status, minutesNumber, minutes, signedAt: ctx.now, abstentions });
  const abstained = abstentions.flatMap(({ numbers }) => numbers).length;
  record(ctx, list, "ranking.checkMinutes", { document: scan.id, file: scan.sha256, number: minutesNumber, ...(abstained > 0 ? { abstained } : {}) });
  signCheckpoint(ctx, { reason: "signed", editionId: list.editionId });
}

/** How many of the panel stand how; who they are stands in the rows the entry seals. */
const countLines = (lines: readonly SignerLine[]): Record<string, number> => Object.fromEntries(presences.map((presence) => [`panel.${presence}`, lines.filter((line) => line.presence === presence).length]));

function checkClosed(ctx: Ctx, list: RankingList): void {
  const { definition } = getEdition(ctx, list.editionId);
  const counting = countedStages(definition, listOf(definition, list.listKey));
  checkStagesClosed(counting.map(({ stage }) => stage), definition.zone, ctx.now);
}

/**
 * Looks at the PDF of a decree and keeps its content, before the list it makes final is touched; `finaliseList` names it. Whoever
 * makes lists final (403).
 */
export async function keepDecree(ctx: Ctx, { listId, file }: { listId: ListId; file: Received }): Promise<KeptPaper> {
  authorize(mayFinaliseList(ctx.actor, getList(ctx, listId).editionId));
  return keepPdf(ctx, file);
}

async function keepPdf(ctx: Ctx, { path, fileName }: Received): Promise<KeptPaper> {
  const { size } = await stat(path);
  if (size > rules.paperMost) {
    throw new InvalidInput([{ path: "file", code: "fileTooBig", params: { size: megabytes(size), limit: megabytes(rules.paperMost) } }]);
  }
  const verdict = await inspectFile(path, ["application/pdf"]);
  if (!verdict.ok) throw new InvalidInput([{ path: "file", code: verdict.fault, params: {} }]);
  await refuseInfected(ctx, path, "file");
  return { fileName: plainFileName(fileName), bytes: size, sha256: await ctx.files.putFile(path) };
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const personOf = (ctx: Ctx): Actor["userId"] => (ctx.actor as Actor).userId;

function record(ctx: Ctx, list: RankingList, action: string, data: Record<string, string | number>): void {
  const subject = { kind: "list", id: list.id };
  recordAudit(ctx, { action, subject, editionId: list.editionId, data: { list: list.listKey, version: list.version, digest: list.digest, ...data } });
}
