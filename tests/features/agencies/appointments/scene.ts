import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Asking, askAppointment } from "#app/features/agencies/appointments/operations.server.ts";
import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import type { Agency, AppointmentId } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { province, wakatobi } from "#tests/features/agencies/seeds.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { smallPdf } from "#tests/support/pdf.ts";
import { makeWorld } from "#tests/support/world.ts";

export function written(content: Buffer | string = smallPdf()): { path: string; fileName: string } {
  const path = join(freshFolder(), "surat");
  writeFileSync(path, content);
  return { path, fileName: "SK Admin.pdf" };
}

export function appointmentScene() {
  const world = makeWorld();
  importAgencies(world.ctx, [province, wakatobi]);
  const agency = findAgencyByCode(world.ctx, "74.07") as Agency;
  const organiser = world.person("Sekretariat", "edition:edn_x:organiser");
  const asking = (change: Partial<Asking> = {}): Asking => ({
    ...{ agencyId: agency.id, name: "Ani Wijaya", position: "Kepala Bagian Organisasi", email: "ani@contoh.go.id", phone: "0812 3456 789" },
    file: written(),
    ...change,
  });
  const ask = (change: Partial<Asking> = {}, given: { ctx?: Ctx } = {}): Promise<AppointmentId> =>
    askAppointment(given.ctx ?? world.as(null), asking(change), { now: world.ctx.now });
  return { world, agency, organiser, ask, asking };
}
