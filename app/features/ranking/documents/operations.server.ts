import { stat } from "node:fs/promises";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { plainFileName } from "#app/features/proposals/attachments/rules.ts";
import { abstentionOf } from "#app/features/ranking/abstaining/queries.server.ts";
import { findScan } from "#app/features/ranking/documents/queries.server.ts";
import * as rules from "#app/features/ranking/documents/rules.ts";
import { insertDocument, saveCheck } from "#app/features/ranking/documents/store.server.ts";
import type { KeptPaper, ListDocumentId, MinutesSignature } from "#app/features/ranking/documents/types.ts";
import { mayAttachMinutes, mayCheckMinutes, mayFinaliseList } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { checkStagesClosed, countedStages, nextListStatus } from "#app/features/ranking/rules.ts";
import { updateList } from "#app/features/ranking/store.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, InvalidInput } from "#app/lib/errors.ts";
import { inspectFile } from "#app/lib/uploads/inspect.server.ts";
import { refuseInfected } from "#app/lib/uploads/refuse-infected.server.ts";
import { inTransaction } from "#db/client.server.ts";

type Received = { path: string; fileName: string };
export type SignedPaper = { listId: ListId; file: Received; signature: MinutesSignature; signedOn: string; minutesNumber: string; minutes: string; digest: string };

/**
 * Hands in the scan of minutes that the panel signed on paper: one PDF of at most 20 MB, looked at by its content. The newest scan
 * counts, until the list is published. Secretariat or chair (403). Refuses a version that takes none (`ranking.cannotAttach`), a
 * digest that is not this version's (`ranking.digestDiffers`) and a day that cannot be (`ranking.sessionDay`). It signs nothing
 * before a second person has checked it.
 */
export async function attachMinutes(ctx: Ctx, { file, digest, ...said }: SignedPaper): Promise<ListDocumentId> {
  checkAttachable(ctx, { ...said, digest });
  const kept = await keepPdf(ctx, file);
  return inTransaction(ctx, () => {
    const list = checkAttachable(ctx, { ...said, digest });
    const id = ctx.newId("listDocument");
    const { listId, signature, signedOn, minutesNumber, minutes } = said;
    insertDocument(ctx, {
      ...{ id, listId, kind: "minutes", ...kept, attachedBy: personOf(ctx), attachedAt: ctx.now },
      ...{ signature, signedOn, minutesNumber, minutes, listDigest: list.digest },
    });
    record(ctx, list, "ranking.attachMinutes", { document: id, file: kept.sha256, signature, signedOn, number: minutesNumber });
    return id;
  });
}

function checkAttachable(ctx: Ctx, { listId, signedOn, digest }: Pick<SignedPaper, "listId" | "signedOn" | "digest">): RankingList {
  const list = getList(ctx, listId);
  authorize(mayAttachMinutes(ctx.actor, list.editionId));
  rules.checkScannable(list);
  const { zone } = getEdition(ctx, list.editionId).definition;
  rules.checkDigest(digest, list.digest);
  rules.checkSignedOn(signedOn, { zone, computedAt: list.computedAt, now: ctx.now });
  return list;
}

/**
 * A second person holds the newest scan against the list: digest, number, signatures. From then on the version is signed, as if the
 * chair had done so here. Refuses whoever handed it in (`ranking.ownScan`), a scan that another has replaced meanwhile
 * (`ranking.changed`), a version that takes none, and a stage that is open again.
 */
export function checkMinutes(ctx: Ctx, { listId, documentId }: { listId: ListId; documentId: ListDocumentId }): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, listId);
    authorize(mayCheckMinutes(ctx.actor, list.editionId));
    rules.checkScannable(list);
    const scan = findScan(ctx, listId);
    if (scan?.id !== documentId || scan.listDigest !== list.digest) throw new DomainError("ranking.changed", { kind: "conflict" });
    rules.checkChecker(scan, personOf(ctx));
    checkClosed(ctx, list);
    const abstention = abstentionOf(ctx, list, "check");
    saveCheck(ctx, scan.id, { checkedBy: personOf(ctx), checkedAt: ctx.now });
    const status = list.status === "draft" ? nextListStatus(list.status, "sign") : list.status;
    const { minutesNumber, minutes } = scan;
    updateList(ctx, list, { status, minutesNumber, minutes, signedAt: ctx.now, abstentions: abstention });
    const abstained = abstention.flatMap(({ numbers }) => numbers).length;
    record(ctx, list, "ranking.checkMinutes", { document: scan.id, file: scan.sha256, number: minutesNumber, ...(abstained > 0 ? { abstained } : {}) });
    signCheckpoint(ctx, { reason: "signed", editionId: list.editionId });
  });
}

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
