import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { removeLetters } from "#app/acts/remove-letters.server.ts";
import { refuseAppointment, verifyAppointment } from "#app/features/agencies/appointments/operations.server.ts";
import { getAppointment, getLetterFile } from "#app/features/agencies/appointments/queries.server.ts";
import { contestedFor, erasedName, isFileNeeded } from "#app/features/agencies/appointments/rules.ts";
import type { AppointmentId } from "#app/features/agencies/types.ts";
import { appointments } from "#db/schema/agencies.ts";
import { attachments } from "#db/schema/proposals.ts";
import { appointmentScene, written } from "#tests/features/agencies/appointments/scene.ts";
import { completeDraft, makeScene, refusalOf } from "#tests/features/proposals/scene.ts";
import { smallPdf } from "#tests/support/pdf.ts";

const day = 24 * 3_600_000;
const realNow = Date.UTC(2026, 5, 1);

type Scene = ReturnType<typeof appointmentScene>;

const rowOf = ({ world }: Scene, id: AppointmentId) => world.ctx.db.select().from(appointments).where(eq(appointments.id, id)).get();
const filesOf = ({ world }: Scene): string[] => readdirSync(world.filesRoot, { recursive: true }).map(String).filter((name) => /[0-9a-f]{64}$/.test(name));

/** Files as old as a time away from the real clock. */
function age(scene: Scene, ms: number): void {
  for (const name of filesOf(scene)) utimesSync(join(scene.world.filesRoot, name), new Date(realNow - ms), new Date(realNow - ms));
}

const sweep = (scene: Scene, after: number): Promise<void> => removeLetters(scene.world.at(scene.world.ctx.now + after).ctx, { realNow });

async function refused(scene: Scene, change: Parameters<Scene["ask"]>[0] = {}): Promise<AppointmentId> {
  const id = await scene.ask(change);
  refuseAppointment(scene.world.as(scene.organiser), { appointmentId: id, reason: "Tanda tangan tidak ada." });
  return id;
}

describe("the file of a letter of appointment", () => {
  it("is taken away once its refusal can no longer be contested, and what was written and answered stays", async () => {
    const scene = appointmentScene();
    const id = await refused(scene);
    age(scene, 2 * day);
    await sweep(scene, contestedFor - 1);
    expect(filesOf(scene)).toHaveLength(1);
    await sweep(scene, contestedFor);
    expect(filesOf(scene)).toEqual([]);
    expect(getAppointment(scene.world.as(scene.organiser), id)).toMatchObject({ hasFile: false, name: "Ani Wijaya", status: "refused" });
    expect(refusalOf(() => getLetterFile(scene.world.as(scene.organiser), id))).toBe("agencies.appointmentUnknown");
    await sweep(scene, contestedFor);
  });

  it("stays while another letter needs the same content, which the first one then only forgets", async () => {
    const scene = appointmentScene();
    const first = await refused(scene);
    const second = await scene.ask({ email: "budi@contoh.go.id" });
    age(scene, 2 * day);
    await sweep(scene, contestedFor);
    expect([filesOf(scene).length, rowOf(scene, first)?.sha256, rowOf(scene, second)?.sha256.length]).toEqual([1, "", 64]);
  });

  it("stays while another room keeps the same content", async () => {
    const scene = appointmentScene();
    const first = await refused(scene);
    const proposal = makeScene();
    completeDraft(proposal);
    const row = proposal.world.ctx.db.select().from(attachments).get();
    scene.world.ctx.db.$client.pragma("foreign_keys = off");
    scene.world.ctx.db.insert(attachments).values({ ...(row as NonNullable<typeof row>), sha256: rowOf(scene, first)?.sha256 ?? "" }).run();
    age(scene, 2 * day);
    await sweep(scene, contestedFor);
    expect([filesOf(scene).length, rowOf(scene, first)?.sha256]).toEqual([1, ""]);
  });

  it("stays a day after the same content was kept again, for whoever is about to refer to it", async () => {
    const scene = appointmentScene();
    const id = await refused(scene);
    age(scene, day - 1);
    await sweep(scene, contestedFor);
    expect([filesOf(scene).length, rowOf(scene, id)?.sha256.length]).toEqual([1, 64]);
    age(scene, day + 1);
    await sweep(scene, contestedFor);
    expect([filesOf(scene), rowOf(scene, id)?.sha256]).toEqual([[], ""]);
  });

  it("of a letter in force stays, and goes once the person it names was erased", async () => {
    const scene = appointmentScene();
    const id = await scene.ask({ file: written(smallPdf("berlaku")) });
    verifyAppointment(scene.world.as(scene.organiser), { appointmentId: id, unit: "Biro", termEndsOn: null });
    age(scene, 2 * day);
    await sweep(scene, 1_000 * day);
    expect(filesOf(scene)).toHaveLength(1);
    scene.world.ctx.db.update(appointments).set({ fileName: erasedName }).where(eq(appointments.id, id)).run();
    await sweep(scene, 0);
    expect(filesOf(scene)).toEqual([]);
  });

  it("is needed by status: waiting, in force, past its term, refused, lapsed, erased", () => {
    const letter = { sha256: "x", fileName: "SK.pdf", userId: null, createdAt: 0, decidedAt: null } as const;
    const needed = (change: Partial<Parameters<typeof isFileNeeded>[0]>, now: number) => isFileNeeded({ ...letter, status: "asked", ...change }, now);
    const carried = { userId: "usr_x" as never, decidedAt: 0 };
    expect([needed({}, 89 * day), needed({ status: "verified", ...carried }, 9_999 * day), needed({ status: "expired", ...carried }, 9_999 * day)]).toEqual([true, true, true]);
    expect([44, 45].map((days) => needed({ status: "refused", decidedAt: day }, (days + 1) * day))).toEqual([true, false]);
    expect([134, 135].map((days) => needed({ status: "expired" }, days * day))).toEqual([true, false]);
    expect(needed({ status: "verified", ...carried, fileName: erasedName }, 0)).toBe(false);
  });

  it("is taken away by the system alone", async () => {
    const scene = appointmentScene();
    await expect(removeLetters(scene.world.as(scene.organiser), { realNow })).rejects.toThrow("accounts.notAllowed");
  });
});

describe("columns that hold the hash of a file", () => {
  /** Hashes of other things than kept files, and knowledge about content that keeps none. */
  const others = ["file_contents.sha256", "submissions.sha256", "ranking_inputs.sha256", "similarity_file_texts.sha256"];
  const asked = ["appointments.sha256", "attachments.sha256", "certificates.pdf_sha256", "page_pictures.picture", "page_pictures.sha256", "ranking_documents.sha256", "screening_appeals.sha256"];

  it("are all asked for, or are named as something else", () => {
    const columns = "select m.name || '.' || c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and (c.name like '%sha256' or c.name = 'picture') order by 1";
    expect(makeScene().world.ctx.db.$client.prepare(columns).pluck().all()).toEqual([...asked, ...others].toSorted());
  });
});
