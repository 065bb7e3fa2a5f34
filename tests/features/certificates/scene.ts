import { eq } from "drizzle-orm";
import { issueCertificates } from "#app/features/certificates/operations.server.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { finaliseList } from "#app/features/ranking/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Certificate } from "#app/features/certificates/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { certificates } from "#db/schema/certificates.ts";
import { editions } from "#db/schema/competitions.ts";
import { rankingRows } from "#db/schema/ranking.ts";
import { makeProvisional } from "#tests/features/ranking/scene.ts";

/** After the objection window: 7 April 2026, 00.00 WIB. */
export const afterWindow = Date.UTC(2026, 3, 6, 17);
export const decree = { decreeNumber: "47 Tahun 2026", decreeDate: "2026-04-06" };

/** A final list of two entries, real awards unless a rehearsal is asked for. */
export function makeFinal(kind: "award" | "rehearsal" = "award", change: Partial<Definition> = {}) {
  const scene = makeProvisional(change);
  const { db } = scene.world.ctx;
  db.update(editions).set({ rehearsal: kind === "rehearsal" }).where(eq(editions.id, scene.editionId)).run();
  finaliseList(scene.as(scene.organiser, afterWindow), { listId: scene.listId, ...decree, paper: { fileName: "keputusan.pdf", bytes: 1, sha256: "0".repeat(64) } });
  return scene;
}

export type FinalScene = ReturnType<typeof makeFinal>;

/** The same with its certificates issued at the instant of the decree. */
export function makeIssued(kind: "award" | "rehearsal" = "award") {
  const scene = makeFinal(kind);
  const { issued } = issueCertificates(scene.as(scene.signatory, afterWindow), { listId: scene.listId });
  return { ...scene, issued, rows: certificatesOf(scene.world.ctx) };
}

export const certificatesOf = (ctx: Ctx): Certificate[] => ctx.db.select().from(certificates).orderBy(certificates.serial).all();

/** Lists an entry of a published list, or takes it off, past the trigger that keeps its rows. */
export function relist(ctx: Ctx, proposalId: ProposalId, listed: boolean): void {
  ctx.db.$client.exec("drop trigger if exists ranking_rows_published_no_rewrite");
  ctx.db.update(rankingRows).set({ listed }).where(eq(rankingRows.proposalId, proposalId)).run();
}

/** Changes the stored row behind the product's back, past the trigger that keeps what a certificate says. */
export function tamper(ctx: Ctx, certificate: Certificate, change: Partial<Certificate>): void {
  ctx.db.$client.exec("drop trigger if exists certificates_no_rewrite");
  ctx.db.update(certificates).set(change).where(eq(certificates.id, certificate.id)).run();
}
