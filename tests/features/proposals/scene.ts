import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Definition, FormField } from "#app/features/competitions/definition/types.ts";
import { attachFile } from "#app/features/proposals/attachments/operations.server.ts";
import type { KeptFile } from "#app/features/proposals/attachments/types.ts";
import { inviteEntry } from "#app/features/proposals/invitations/operations.server.ts";
import type { EntryInvitationId } from "#app/features/proposals/invitations/types.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { handOver, submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId, SubmissionReceipt } from "#app/features/proposals/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import type { Id } from "#app/lib/ids.ts";
import { makeWorld, type World } from "#tests/support/world.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";
import { editions } from "#db/schema/competitions.ts";
import { plainField, plainRules } from "#tests/support/plain-rules.ts";

const words = (text: string) => ({ id: text, en: text });

/** A question with everything open that the test does not speak of. */
export const question = (key: string, change: Partial<FormField> = {}): FormField => ({
  key,
  kind: "longText",
  label: { id: key, en: `${key} (en)` },
  help: words(""),
  required: true,
  groups: [],
  maxWords: 5,
  options: [],
  maxBytes: null,
  accept: [],
  min: null,
  max: null,
  evidence: false,
  when: null,
  ...plainField,
  ...change,
});

/** 1 March to 17 April 2026 00.00 WIB: the last day is the 16th. */
export const opensAt = Date.UTC(2026, 1, 28, 17);
export const closesAt = Date.UTC(2026, 3, 16, 17);

export const definition: Definition = {
  name: words("KIPP 2026 (data latihan)"),
  year: 2026,
  organiser: words("Kementerian PANRB"),
  zone: "Asia/Jakarta",
  agencyKinds: ["kabupaten", "kota", "provinsi"],
  groups: [
    { key: "umum", name: words("Kelompok umum"), description: words(""), byInvitation: false, minimumAgeMonths: 24, quotaPerAgency: 2 },
    { key: "khusus", name: words("Kelompok khusus"), description: words(""), byInvitation: true, minimumAgeMonths: 0, quotaPerAgency: 1 },
  ].map((group) => ({ ...group, description: words("-") })),
  categories: [{ key: "layanan", name: words("Pelayanan"), sdgs: [] }],
  fields: [
    question("ringkasan", { evidence: true }),
    question("aplikasi", {
      kind: "choice",
      maxWords: null,
      options: [
        { key: "ya", name: words("Ya") },
        { key: "tidak", name: words("Tidak") },
      ],
    }),
    question("spbe", { kind: "url", maxWords: null, when: { field: "aplikasi", option: "ya" } }),
    question("pembaruan", { groups: ["khusus"] }),
    question("surat", { kind: "file", maxWords: null, maxBytes: 400 }),
  ].map((field) => ({ ...field, help: words("-") })),
  rubrics: [],
  lists: [],
  stages: [{ key: "pendaftaran", kind: "registration", name: words("Pendaftaran"), opensAt, closesAt }],
  interview: null,
  ...plainRules,
  objections: { windowDays: 5, decisionDays: 5 },
  declaration: words("Isi proposal benar."),
};

export const pdf = (text = "surat"): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`);

export type Scene = {
  world: World;
  editionId: Id<"edition">;
  agencyId: Id<"agency">;
  admin: Actor;
  writer: Actor;
  as: (actor: Actor | null, now?: number) => Ctx;
};

/** An open edition in registration, and one agency with its admin and a writer of a unit. */
export function makeScene(change: Partial<Definition> = {}): Scene {
  const world = makeWorld();
  const editionId = addEdition(world, { ...definition, ...change });
  const agencyId = addAgency(world, "74.07", "Pemerintah Kabupaten Wakatobi");
  const admin = addMember(world, { agencyId, name: "Admin Wakatobi", role: "admin" });
  const writer = addMember(world, { agencyId, name: "Penulis Dinkes", role: "writer" });
  return { world, editionId, agencyId, admin, writer, as: world.as };
}

export function addEdition({ ctx }: World, rules: Definition, slug = "kipp-2026"): Id<"edition"> {
  const id = ctx.newId("edition");
  const counters = { revision: 1, lastNumber: 0, tieSeed: 1, createdAt: ctx.now, openedAt: ctx.now };
  ctx.db
    .insert(editions)
    .values({ id, slug, presetKey: null, definition: rules, status: "open", rehearsal: true, createdBy: "usr_x" as Id<"user">, ...counters })
    .run();
  return id;
}

export function addAgency({ ctx }: World, code: string, name: string): Id<"agency"> {
  const id = ctx.newId("agency");
  const region = { kind: "kabupaten", provinceCode: code.slice(0, 2), parentId: null, zone: "Asia/Makassar", source: "test" } as const;
  ctx.db.insert(agencies).values({ id, code, name, ...region }).run();
  return id;
}

export function addMember(world: World, member: { agencyId: Id<"agency">; name: string; role: "admin" | "writer" }): Actor {
  const { agencyId, name, role } = member;
  const actor = world.person(name, `agency:${agencyId}:${role}`);
  const row = { agencyId, userId: actor.userId, role, unit: "Dinas Kesehatan", createdAt: world.ctx.now, removedAt: null };
  world.ctx.db.insert(agencyMembers).values(row).run();
  return actor;
}

export const asked = { title: "Apotek Singgah (data latihan)", groupKey: "umum", categoryKey: "layanan", unit: "Dinas Kesehatan" };
export const whole = { innovator: "Tim Apotek", startedOn: "2024-01-15" };

/** Content as it is after its checks, kept in the store of the scene; the content itself is taken as it is. */
export function kept(scene: Pick<Scene, "world">, bytes: Uint8Array, change: Partial<KeptFile> = {}): KeptFile {
  const sha256 = sha256Hex(bytes);
  const folder = join(scene.world.filesRoot, sha256.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, sha256), bytes);
  return { sha256, bytes: bytes.length, kind: "application/pdf", pages: 1, scan: "none", ...change };
}

/** A draft of the writer with everything the form asks for. */
export function completeDraft(scene: Scene, change: Partial<typeof asked & typeof whole> = {}): ProposalId {
  const { editionId, agencyId, admin, writer } = scene;
  const by = scene.as((change.groupKey ?? "umum") === "khusus" ? admin : writer);
  const proposalId = createProposal(by, { editionId, agencyId, ...asked, ...whole, ...change });
  const special: Record<string, string> = change.groupKey === "khusus" ? { pembaruan: "lebih jauh" } : {};
  saveAnswers(by, { proposalId, answers: { ringkasan: "obat sampai di pulau", aplikasi: "tidak", ...special } });
  attachFile(by, { proposalId, fieldKey: "surat", fileName: "Surat pernyataan.pdf", file: kept(scene, pdf()) });
  return proposalId;
}

/** A submitted entry and its receipt. */
export function submitted(scene: Scene, change: Partial<typeof asked & typeof whole> = {}): { proposalId: ProposalId; receipt: SubmissionReceipt } {
  const proposalId = completeDraft(scene, change);
  handOver(scene.as(scene.writer), { proposalId });
  return { proposalId, receipt: submitProposal(scene.as(scene.admin), { proposalId, accepted: true }) };
}

const organisers = new WeakMap<World, Actor>();

/** The secretariat of the scene's edition: one person, however often asked for. */
export function organiserOf({ world, editionId }: Pick<Scene, "world" | "editionId">): Ctx {
  const known = organisers.get(world) ?? world.person("Sekretariat Edisi", `edition:${editionId}:organiser`);
  organisers.set(world, known);
  return world.as(known);
}

/** Invites the scene's agency into the special group, as many times as asked. */
export function invited({ world, editionId, agencyId }: Pick<Scene, "world" | "editionId" | "agencyId">, count = 1): EntryInvitationId[] {
  const organiser = organiserOf({ world, editionId });
  const at = { editionId, agencyId, groupKey: "khusus", awardId: null, note: "" };
  return Array.from({ length: count }, (_, index) => inviteEntry(organiser, { ...at, reference: `Top 45 KIPP ${2019 + index}: Apotek Singgah` }));
}

/** The code of a refusal, or what else happened. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
    return "done";
  } catch (error) {
    const { code, faults } = error as { code?: string; faults?: { path: string; code: string }[] };
    return code ?? faults?.map((fault) => `${fault.path} ${fault.code}`).join(", ") ?? String(error);
  }
}
