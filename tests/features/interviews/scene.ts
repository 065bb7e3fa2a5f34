import type { Definition } from "#app/features/competitions/definition/types.ts";
import { scheduleInterviews } from "#app/features/interviews/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { addAgency, addEntry, addSeat, makeScene, type Scene, type Zone } from "#tests/features/ranking/scene.ts";

export const meetingBaseUrl = "https://temu.contoh.go.id";

/** A week before the interviews begin: Monday 25 May 2026, 09.00 WIB. */
export const before = Date.UTC(2026, 4, 25, 2);

export type Finalists = Scene & {
  jurors: Actor[];
  agencies: { agencyId: Id<"agency">; admin: Actor }[];
  entries: ProposalId[];
};

const zones: Zone[] = ["Asia/Makassar", "Asia/Jayapura", "Asia/Jakarta"];

/** Finalists of three agencies in three zones, a chair and jurors. */
export function makeFinalists(input: { entries: number; jurors?: number; change?: Partial<Definition> }): Finalists {
  const scene = makeScene(input.change);
  const { world, editionId } = scene;
  const jurors = Array.from({ length: input.jurors ?? 2 }, (_, index) => addSeat(world, editionId, `Juri ${index + 1}`, "juror"));
  const agencies = ["Satu", "Dua", "Tiga"].map((name, index) => addAgency(world, `Kabupaten ${name}`, zones[index]));
  const entries = Array.from({ length: input.entries }, (_, index) =>
    addEntry(scene, { agencyId: agencies[index % 3]!.agencyId, number: index + 1, reach: "finalist" }),
  );
  return { ...scene, jurors, agencies, entries };
}

/** Schedules as the secretariat, a week before the interviews begin unless said otherwise. */
export function schedule(scene: Finalists, panels = 1, ctx: Ctx = scene.as(scene.organiser, before)): { scheduled: number } {
  return scheduleInterviews(ctx, { editionId: scene.editionId, stage: "wawancara", panels, meetingBaseUrl });
}
