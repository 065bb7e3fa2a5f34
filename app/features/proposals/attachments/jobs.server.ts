import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { pictureBox, picturedPages, uploadLifetime } from "#app/features/proposals/attachments/rules.ts";
import * as store from "#app/features/proposals/attachments/store.server.ts";
import type { PagePicture } from "#app/features/proposals/attachments/types.ts";
import { tellInfected } from "#app/features/proposals/letters/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { pdfPictures } from "#app/lib/pdf-reading/read.server.ts";
import { shrinkPicture, smallPicture } from "#app/lib/uploads/picture.server.ts";
import { inTransaction } from "#db/client.server.ts";

type Payload = Record<string, string | number>;

/** Draws the first pages of content for the strip beside the text. A document too hard to draw has none. */
export async function drawPages(ctx: Ctx, payload: Payload): Promise<void> {
  const sha256 = String(payload.sha256);
  const content = store.findContent(ctx, sha256);
  if (!content || store.countPictures(ctx, sha256) > 0) return;
  const bytes = new Uint8Array(await ctx.files.read(sha256));
  const pictures = content.contentType === "application/pdf" ? await picturesOfPdf(ctx, bytes) : [await pictureOfImage(ctx, bytes)];
  inTransaction(ctx, () => store.savePictures(ctx, sha256, pictures));
}

type Drawn = PagePicture & { picture: string };

async function picturesOfPdf(ctx: Ctx, bytes: Uint8Array): Promise<Drawn[]> {
  const pages = await pdfPictures(bytes, { from: 0, count: picturedPages, box: pictureBox });
  const drawn: Drawn[] = [];
  for (const { page, width, height, rgba } of pages) {
    const picture = await ctx.files.put(await smallPicture({ rgba, width, height }));
    drawn.push({ page: page + 1, width, height, picture });
  }
  return drawn;
}

async function pictureOfImage(ctx: Ctx, bytes: Uint8Array): Promise<Drawn> {
  const { webp, width, height } = await shrinkPicture(bytes, pictureBox);
  return { page: 1, width, height, picture: await ctx.files.put(webp) };
}

/** Contents a turn: a scanner that comes back after a night is not asked for everything at once. */
const scansATurn = 20;

/**
 * Asks the scanner for what it could not be asked for, and for what was kept before there was one; stops at the first sign that it is still away. Whoever holds what
 * turns out infected is told by notice and letter.
 */
export async function scanPending(ctx: Ctx): Promise<void> {
  const { scanner } = ctx.files;
  if (scanner === null) return;
  for (const sha256 of store.findPendingContents(ctx, scansATurn)) {
    const answer = await scanner.scan(await ctx.files.stream(sha256));
    if (answer.verdict === "unreachable") return;
    const signature = answer.verdict === "infected" ? answer.signature : "";
    inTransaction(ctx, () => {
      store.saveScan(ctx, { sha256, scan: answer.verdict, signature });
      if (signature === "") return;
      recordAudit(ctx, { action: "proposals.findInfected", subject: { kind: "file", id: sha256 }, data: { signature } });
      for (const { proposalId, ...file } of store.findHolders(ctx, sha256)) {
        tellInfected(ctx, { proposal: getProposal(ctx, proposalId), file: { ...file, sha256 }, signature });
      }
    });
  }
}

/** Clears away what was announced a day ago and never finished, and files on their way that nobody announced. */
export async function sweepUploads(ctx: Ctx, payload: Payload): Promise<void> {
  const expired = inTransaction(ctx, () => store.deleteUploadsUntil(ctx, ctx.now - uploadLifetime));
  const names = await readdir(ctx.files.incoming).catch(() => []);
  for (const name of names) {
    const path = join(ctx.files.incoming, name);
    const isExpired = expired.some((id) => name.startsWith(id)) || (await isOld(path, Number(payload.realNow)));
    if (isExpired) await rm(path, { force: true });
  }
}

/** Files have the real clock, which a demo does not move. */
const isOld = (path: string, realNow: number): Promise<boolean> =>
  stat(path).then(({ mtimeMs }) => realNow - mtimeMs > uploadLifetime, () => false);
