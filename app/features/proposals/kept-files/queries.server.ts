import { eq, or } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { attachments, pagePictures } from "#db/schema/proposals.ts";

/** Whether an attachment of whatever draft or version, or a picture of its pages, is this content. For the act that takes files away. */
export const holdsFile = ({ db }: Pick<Ctx, "db">, sha256: string): boolean =>
  db.select({ id: attachments.id }).from(attachments).where(eq(attachments.sha256, sha256)).get() !== undefined ||
  db.select({ page: pagePictures.page }).from(pagePictures).where(or(eq(pagePictures.sha256, sha256), eq(pagePictures.picture, sha256))).get() !== undefined;
