import { and, asc, count, desc, eq, gt, inArray, isNull, lte } from "drizzle-orm";
import type { KeptFile, PagePicture, ScanState, Upload, UploadId } from "#app/features/proposals/attachments/types.ts";
import type { AttachmentId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { attachments, fileContents, pagePictures, uploads } from "#db/schema/proposals.ts";

type Base = Pick<Ctx, "db">;

/** Notes what is known of content; a verdict of a scanner replaces an earlier "not yet", never an earlier verdict. */
export function saveContent(ctx: Ctx, file: KeptFile & { signature?: string }): void {
  const { sha256, bytes, kind, pages, scan, signature = "" } = file;
  const known = findScan(ctx, sha256);
  const row = { sha256, bytes, contentType: kind, pages, scan, signature, scannedAt: isVerdict(scan) ? ctx.now : null, keptAt: ctx.now };
  if (known === undefined) ctx.db.insert(fileContents).values(row).run();
  else if (isVerdict(scan) && !isVerdict(known)) saveScan(ctx, { sha256, scan, signature });
}

const isVerdict = (scan: ScanState): boolean => scan === "clean" || scan === "infected";

export const findScan = (ctx: Base, sha256: string): ScanState | undefined =>
  ctx.db.select({ scan: fileContents.scan }).from(fileContents).where(eq(fileContents.sha256, sha256)).get()?.scan;

export function saveScan(ctx: Ctx, verdict: { sha256: string; scan: ScanState; signature: string }): void {
  const { sha256, scan, signature } = verdict;
  ctx.db.update(fileContents).set({ scan, signature, scannedAt: ctx.now }).where(eq(fileContents.sha256, sha256)).run();
}

/** How the scanner left each of the addresses; what was kept before there were scanners is `none`. */
export function findScans(ctx: Base, addresses: readonly string[]): Map<string, ScanState> {
  if (addresses.length === 0) return new Map();
  const rows = ctx.db
    .select({ sha256: fileContents.sha256, scan: fileContents.scan })
    .from(fileContents)
    .where(inArray(fileContents.sha256, [...addresses]))
    .all();
  return new Map(rows.map(({ sha256, scan }) => [sha256, scan]));
}

/** Content that no scanner has judged: of which it could not be asked, and what was kept before there was one. */
export const findPendingContents = (ctx: Base, limit: number): string[] =>
  ctx.db
    .select({ sha256: fileContents.sha256 })
    .from(fileContents)
    .where(inArray(fileContents.scan, ["pending", "none"]))
    // What keeps a draft from being submitted first; what was kept while there was no scanner after it.
    .orderBy(desc(fileContents.scan), asc(fileContents.keptAt))
    .limit(limit)
    .all()
    .map(({ sha256 }) => sha256);

/** Where content stands, one row a question; files taken away since are left out. */
export const findHolders = (ctx: Base, sha256: string) =>
  ctx.db
    .select({ proposalId: attachments.proposalId, fileName: attachments.fileName, uploadedBy: attachments.uploadedBy })
    .from(attachments)
    .where(and(eq(attachments.sha256, sha256), isNull(attachments.removedAt)))
    .orderBy(attachments.proposalId, attachments.id)
    .all();

export const findAttachment = (ctx: Base, id: AttachmentId) => ctx.db.select().from(attachments).where(eq(attachments.id, id)).get();

export const findContent = (ctx: Base, sha256: string) =>
  ctx.db.select().from(fileContents).where(eq(fileContents.sha256, sha256)).get();

export function savePictures(ctx: Base, sha256: string, pictures: readonly (PagePicture & { picture: string })[]): void {
  if (pictures.length === 0) return;
  ctx.db
    .insert(pagePictures)
    .values(pictures.map((one) => ({ sha256, ...one })))
    .onConflictDoNothing()
    .run();
}

export const countPictures = (ctx: Base, sha256: string): number =>
  ctx.db.select({ n: count() }).from(pagePictures).where(eq(pagePictures.sha256, sha256)).get()?.n ?? 0;

export function insertUpload(ctx: Base, upload: Upload): void {
  ctx.db.insert(uploads).values(upload).run();
}

export const findUpload = (ctx: Base, id: UploadId): Upload | undefined =>
  ctx.db.select().from(uploads).where(eq(uploads.id, id)).get();

export const findUploadsOf = (ctx: Base, userId: Upload["userId"], since: number): Upload[] =>
  ctx.db
    .select()
    .from(uploads)
    .where(and(eq(uploads.userId, userId), gt(uploads.createdAt, since)))
    .all();

export function deleteUpload(ctx: Base, id: UploadId): void {
  ctx.db.delete(uploads).where(eq(uploads.id, id)).run();
}

/** Takes away what was announced until `before` and says which. */
export const deleteUploadsUntil = (ctx: Base, before: number): UploadId[] =>
  ctx.db.delete(uploads).where(lte(uploads.createdAt, before)).returning({ id: uploads.id }).all().map(({ id }) => id);
