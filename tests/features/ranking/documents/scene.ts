import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attachMinutes, checkMinutes } from "#app/features/ranking/documents/operations.server.ts";
import type { ListDocumentId } from "#app/features/ranking/documents/types.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { panelOf } from "#app/features/ranking/signers/queries.server.ts";
import type { SignerLine } from "#app/features/ranking/signers/types.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { makeRanked, type Scene } from "#tests/features/ranking/scene.ts";
import { smallPdf } from "#tests/support/pdf.ts";

/** A file as a form has received it; its content is taken over by whoever keeps it. */
export function received({ world }: Pick<Scene, "world">, content: Buffer = smallPdf()): { path: string; fileName: string } {
  const path = join(world.filesRoot, `sent-${randomUUID()}`);
  mkdirSync(world.filesRoot, { recursive: true });
  writeFileSync(path, content);
  return { path, fileName: "BA bertanda tangan.pdf" };
}

export const said = { signature: "wet", signedOn: "2026-04-01", minutesNumber: "BA-07/2026", minutes: "Panel bersidang dan menandatangani di atas kertas." } as const;

/** The whole panel has signed. */
export const allSigned = ({ world, editionId }: Pick<Scene, "world" | "editionId">): SignerLine[] =>
  panelOf(world.ctx, editionId).map(({ userId }) => ({ userId, presence: "signed", reason: "" }));

/** A draft, and how its scan is handed in. */
export function makeDraft() {
  const scene = makeRanked();
  const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
  const { digest } = getList(scene.world.ctx, listId);
  const attach = (person: Actor | null, change: Partial<Parameters<typeof attachMinutes>[1]> = {}): Promise<ListDocumentId> =>
    attachMinutes(scene.as(person), { listId, file: received(scene), ...said, digest, signers: allSigned(scene), ...change });
  const check = (person: Actor | null, documentId: ListDocumentId, signers = allSigned(scene)) => checkMinutes(scene.as(person), { listId, documentId, signers });
  return { ...scene, listId, digest, attach, check };
}

/** How an operation that keeps a file is refused; `done` when it is not. */
export const refusalLater = (work: () => Promise<unknown>): Promise<string> =>
  work().then(
    () => "done",
    (error: unknown) => (error as { code?: string; faults?: { path: string; code: string }[] }).code ?? (error as { faults?: { code: string }[] }).faults?.map(({ code }) => code).join() ?? String(error),
  );

export type Draft = ReturnType<typeof makeDraft> & { listId: ListId };
