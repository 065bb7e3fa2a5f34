import { expect, it } from "vitest";
import { issueCertificates, renderCertificateByCode, renderCertificatePdf, revokeCertificate } from "#app/features/certificates/operations.server.ts";
import { listCertificates } from "#app/features/certificates/queries.server.ts";
import { seatRoles } from "#app/features/competitions/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { DomainError } from "#app/lib/errors.ts";
import { addSeat } from "#tests/features/ranking/scene.ts";
import { makeFinal, makeIssued } from "#tests/features/certificates/scene.ts";
import { keptScene } from "#tests/support/world.ts";

const everybody = [...seatRoles, "agency admin", "other agency", "visitor", "another edition's organiser", "system auditor"] as const;
type Person = (typeof everybody)[number];
type Scene = ReturnType<typeof makeFinal>;

function personOf(scene: Scene, person: Person): Actor | null {
  if (person === "visitor") return null;
  if (person === "agency admin") return scene.admins[0] ?? null;
  if (person === "other agency") return scene.admins[1] ?? null;
  if (person === "another edition's organiser") return scene.world.person("Tetangga", "edition:edn_lain:organiser");
  if (person === "system auditor") return scene.world.person("Auditor", "system::auditor");
  return addSeat(scene.world, scene.editionId, `Orang ${person}`, person);
}

/** `told` know the thing and are refused (403); for everybody else it does not exist (404): `hidden`. */
type Row = { allowed: readonly Person[]; told?: readonly Person[]; hidden?: string; scene: () => Scene; run: (ctx: Ctx, scene: Scene) => unknown };
const office: readonly Person[] = ["organiser", "signatory"];
const readers: readonly Person[] = [...office, "chair", "auditor", "system auditor"];
const firstOf = (scene: Scene) => (scene as ReturnType<typeof makeIssued>).rows[0]!;

const [final, issued] = [keptScene(() => makeFinal()), keptScene(() => makeIssued())];

/** Every operation and every scoped read of the room, by who may. */
const table: Record<string, Row> = {
  issueCertificates: { allowed: office, told: readers, hidden: "ranking.listUnknown", scene: final, run: (ctx, { listId }) => issueCertificates(ctx, { listId }) },
  revokeCertificate: {
    ...{ allowed: office, told: [...readers, "agency admin"], hidden: "certificates.unknown" },
    scene: issued,
    run: (ctx, scene) => revokeCertificate(ctx, { certificateId: firstOf(scene).id, reason: "Alasan yang cukup panjang." }),
  },
  renderCertificatePdf: {
    ...{ allowed: [...readers, "agency admin"], hidden: "certificates.unknown" },
    scene: issued,
    run: (ctx, scene) => renderCertificatePdf(ctx, firstOf(scene).id),
  },
  renderCertificateByCode: { allowed: everybody, scene: issued, run: (ctx, scene) => renderCertificateByCode(ctx, firstOf(scene).code) },
  listCertificates: { allowed: readers, hidden: "competitions.editionUnknown", scene: issued, run: (ctx, { editionId }) => listCertificates(ctx, { editionId }) },
};

const cells = Object.entries(table).flatMap(([name, row]) => everybody.map((person) => [name, person, row] as const));

it.each(cells)("%s by %s", async (_name, person, row) => {
  const scene = row.scene();
  const outcome = await (async () => row.run(scene.as(personOf(scene, person)), scene))().then(
    () => "done",
    (error: DomainError) => `${error.kind} ${error.code}`,
  );
  const refusal = row.told?.includes(person) ? "forbidden accounts.notAllowed" : `notFound ${row.hidden}`;
  expect(outcome).toBe(row.allowed.includes(person) ? "done" : refusal);
});
