import { expect, it } from "vitest";
import { pseudonymiseObjector } from "#app/features/objections/privacy/operations.server.ts";
import { seatRoles } from "#app/features/competitions/types.ts";
import { decideObjection, fileObjection } from "#app/features/objections/operations.server.ts";
import { getObjection, listObjections } from "#app/features/objections/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { objections } from "#db/schema/objections.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { addSeat, makeProvisional } from "#tests/features/ranking/scene.ts";

type Provisional = ReturnType<typeof makeProvisional>;
const others = ["visitor", "agency admin", "another edition's organiser", "system auditor"];
const filing = { name: "Warga", email: "warga@contoh.id", text: "Data manfaat tidak sesuai catatan layanan kami." };

const readers = ["organiser", "chair", "signatory", "auditor", "system auditor"];

function filed(scene: Provisional) {
  fileObjection(scene.as(null), { ...filing, listId: scene.listId });
  return scene.world.ctx.db.select({ id: objections.id }).from(objections).get()!.id;
}

/** Every operation and read of the room, by the people who may. */
const table: [name: string, allowed: string[], act: (scene: Provisional, actor: Actor | null) => unknown][] = [
  ["fileObjection", [...seatRoles, ...others], (scene, actor) => fileObjection(scene.as(actor), { ...filing, listId: scene.listId })],
  [
    "decideObjection",
    ["organiser"],
    (scene, actor) => {
      const objectionId = filed(scene);
      decideObjection(scene.as(actor), { objectionId, upheld: false, decision: "Sudah diperiksa dan sesuai." });
    },
  ],
  ["getObjection", readers, (scene, actor) => getObjection(scene.as(actor), filed(scene))],
  [
    "listObjections",
    readers,
    (scene, actor) => listObjections(scene.as(actor), scene.editionId),
  ],
];

function personOf(scene: Provisional, role: string): Actor | null {
  if (role === "visitor") return null;
  if (role === "agency admin") return scene.admins[0] ?? null;
  if (role === "system auditor") return scene.world.person("Auditor", "system::auditor");
  if (role === "another edition's organiser") return scene.world.person("Tetangga", "edition:edn_lain:organiser");
  return addSeat(scene.world, scene.editionId, `Orang ${role}`, role as (typeof seatRoles)[number]);
}

/** What does not exist (404) for whoever may not read it; a reader is told that they may not decide (403). */
const hidden: Record<string, string> = { decideObjection: "objections.unknown", getObjection: "objections.unknown", listObjections: "competitions.editionUnknown" };

const cells = table.flatMap(([name, allowed, act]) => [...seatRoles, ...others].map((role) => [name, role, { allowed, act }] as const));

it.each(cells)("%s by %s", (name, role, { allowed, act }) => {
  const scene = makeProvisional();
  const outcome = refusalOf(() => act(scene, personOf(scene, role)));
  const refusal = name === "decideObjection" && readers.includes(role) ? "accounts.notAllowed" : (hidden[name] ?? "");
  expect(outcome).toBe(allowed.includes(role) ? "done" : refusal);
});

it.each([...seatRoles, ...others])("pseudonymiseObjector is refused to %s", (role) => {
  const scene = makeProvisional();
  const actor = personOf(scene, role);
  const person = { userId: scene.organiser.userId, email: filing.email, pseudonym: { name: "x", email: "x@terhapus.invalid" } };
  filed(scene);
  expect(refusalOf(() => pseudonymiseObjector(scene.as(actor), person))).toBe("accounts.notAllowed");
  expect(scene.world.ctx.db.select().from(objections).get()?.name).toBe(filing.name);
});
