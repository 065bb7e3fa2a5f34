import { join } from "node:path";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { assignEvaluators } from "#app/features/assignment/operations.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { type Actor, type Ctx, systemActor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { openDatabase } from "#db/client.server.ts";
import { addAgency, addEdition, addMember, definition, question, type Scene, submitted } from "#tests/features/proposals/scene.ts";
import { judged, seated } from "#tests/features/screening/scene.ts";
import { moved } from "#tests/support/moved.ts";
import { makeWorld } from "#tests/support/world.ts";

const day = 86_400_000;
const words = (text: string) => ({ id: text, en: `${text} (en)` });
const choices = ["Ya", "Tidak"].map((name) => ({ key: name.toLowerCase(), name: words(name) }));

export const password = "perahu kertas di teluk";
export const mailOf = (name: string): string => `${name.split(" ")[0]?.toLowerCase()}@contoh.go.id`;
export const [writerName, readerName, organiserName, adminName] = ["Siti Penulis", "Budi Penilai", "Sari Sekretaris", "Agus Admin"];

/** One page with every kind of question that is written, none of them a page of its own. */
const fields = [
  question("uraian", { maxWords: 500 }),
  question("nama", { kind: "shortText", maxWords: null }),
  question("jumlah", { kind: "number", maxWords: null }),
  question("mulai", { kind: "date", maxWords: null }),
  question("laman", { kind: "url", maxWords: null }),
  question("pakai", { kind: "choice", maxWords: null, options: choices }),
  question("sasaran", { kind: "multiChoice", maxWords: null, options: choices }),
  question("biaya", { kind: "rows", maxWords: null, minRows: 1, maxRows: 5, columns: [{ key: "guna", kind: "shortText" as const, label: words("Guna"), required: true }] }),
].map((field) => ({ ...field, section: "semua" }));

/** Rules of an edition that opened yesterday and closes tomorrow. */
export const isOpen = (now: number): Definition => ({
  ...definition,
  name: words("Lomba menulis (data latihan)"),
  categories: ["layanan", "tata-kelola"].map((key) => ({ key, name: words(key), sdgs: [] })),
  fields,
  sections: [{ key: "semua", name: words("Semua jenis isian"), help: words("-") }],
  stages: definition.stages.map((stage) => ({ ...stage, opensAt: now - day, closesAt: now + day })),
});

/** The desk opened yesterday; one reader an entry. */
function isRead(now: number): Definition {
  const rules = { ...definition, ...judged };
  const opens = Object.fromEntries(rules.stages.map(({ key }, index) => [key, now + (index - 2) * 10 * day - day]));
  const stages = rules.stages.map((stage) => ({ ...stage, opensAt: opens[stage.key] ?? now, closesAt: (opens[stage.key] ?? now) + 10 * day }));
  return { ...rules, stages, rubrics: rules.rubrics.map((rubric) => ({ ...rubric, readers: 1 })) };
}

export type EarlyScene = {
  ctx: Ctx;
  /** The edition that is open for writing, with the agency whose admin and writer sign in. */
  writing: Scene;
  /** A draft whose long text and day are filled already; of a health office unless another unit is named. */
  draft: (unit?: string) => ProposalId;
  /** Address of the agency's work. */
  agencyPath: string;
  /** Address of the sheet of the one reading. */
  sheet: string;
  /** Gives somebody of that name an account. */
  enrol: (name: string) => Promise<void>;
  /** Seats somebody of that name as a screener in the edition that is read; the address of its seats. */
  seat: (name: string) => Promise<string>;
};

/** In the database of a running product: an edition to write for, and one whose desk has opened. */
export async function makeEarlyScene(dataDir: string): Promise<EarlyScene> {
  const now = Date.now();
  const made = makeWorld(now);
  const ctx = { ...made.ctx, db: openDatabase(join(dataDir, "anugerah.db")), actor: systemActor };
  const ids = new Map<string, Id<"user">>();
  const enrol = async (name: string): Promise<void> => {
    ids.set(name, await createUser(ctx, { email: mailOf(name), name, password, systemRole: name === organiserName ? "organiser" : "none" }));
  };
  for (const name of [writerName, readerName, organiserName, adminName]) await enrol(name);
  const person = (name: string, ...grants: string[]): Actor => ({
    ...{ userId: ids.get(name) as Id<"user">, name, email: mailOf(name) },
    grants: grants.map((grant) => ((parts) => ({ scope: parts[0], scopeId: parts[1], role: parts[2] }))(grant.split(":")) as Actor["grants"][number]),
  });
  const as = (actor: Actor | null, at = now): Ctx => ({ ...ctx, actor, now: at });
  const world = { ...made, ctx, as, person };
  const agencyId = addAgency(world, "99.99", "Pemerintah Kabupaten Uji");
  const writer = addMember(world, { agencyId, name: writerName, role: "writer" });
  const admin = addMember(world, { agencyId, name: adminName, role: "admin" });
  const writing = addEdition(world, isOpen(now), "menulis");
  const reading = { world, editionId: addEdition(world, isRead(now), "membaca"), agencyId, admin, writer, as };
  const title = { groupKey: "umum", categoryKey: "layanan", unit: "Dinas Kesehatan" };
  let drafts = 0;
  return {
    ctx,
    writing: { ...reading, editionId: writing, as },
    agencyPath: `/agencies/${agencyId}`,
    draft: (unit = title.unit) => {
      drafts += 1;
      const proposalId = createProposal(as(writer), { editionId: writing, agencyId, title: `Apotek Singgah ${drafts}`, ...title, unit });
      saveAnswers(as(writer), { proposalId, answers: { uraian: "sudah ada", mulai: "2024-01-15", pakai: "tidak" } });
      return proposalId;
    },
    enrol,
    seat: async (name) => {
      await enrol(name);
      seated(reading, name, "screener");
      return `/organiser/editions/${reading.editionId}/seats`;
    },
    sheet: handOut({ ...reading, as: (actor, at = now - 15 * day) => as(actor, at) }, now),
  };
}

function handOut(scene: Parameters<typeof submitted>[0], now: number): string {
  const { editionId, world } = scene;
  seated(scene, readerName, "evaluator");
  const organiser = seated(scene, organiserName, "organiser");
  const { proposalId } = submitted(scene);
  moved(world.ctx, { proposalId, from: ["submitted"], to: "passed" });
  const desk = { editionId, stage: "proposal" };
  assignEvaluators(world.as(organiser, now), desk);
  return `/assessor/${editionId}/sheets/${listAssignments(world.ctx, desk)[0]?.id}`;
}
