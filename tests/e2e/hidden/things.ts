import { type IdKind, idPrefixes } from "#app/lib/ids.ts";
import type { openDatabase } from "#db/client.server.ts";

export type Client = ReturnType<typeof openDatabase>["$client"];

/** A thing with the place and the person it belongs to. */
export type Thing = { id: string; editionId: string | null; agencyId: string | null; proposalId: string | null; userId: string | null };

const ofProposal = (table: string, user = "null", where = "1") =>
  `select x.id, p.edition_id as editionId, p.agency_id as agencyId, p.id as proposalId, ${user} as userId from ${table} x join proposals p on p.id = x.proposal_id where ${where}`;
const ofEdition = (table: string, where = "1") => `select id, edition_id as editionId, null as agencyId, null as proposalId, null as userId from ${table} where ${where}`;
const ofAgency = (table: string) => `select id, null as editionId, agency_id as agencyId, null as proposalId, null as userId from ${table}`;
const ofNobody = (table: string, user = "null") => `select id, null as editionId, null as agencyId, null as proposalId, ${user} as userId from ${table}`;

const statements = {
  edition: "select id, id as editionId, null as agencyId, null as proposalId, null as userId from editions",
  draftEdition: "select slug as id, id as editionId, null as agencyId, null as proposalId, null as userId from editions where status = 'draft'",
  proposal: "select id, edition_id as editionId, agency_id as agencyId, id as proposalId, null as userId from proposals",
  agency: "select id, null as editionId, id as agencyId, null as proposalId, null as userId from agencies where id in (select agency_id from proposals)",
  unit: ofAgency("agency_units"),
  attachment: ofProposal("attachments"),
  upload: ofProposal("uploads", "x.user_id"),
  comment: ofProposal("proposal_comments"),
  slot: ofProposal("interview_slots"),
  appeal: ofProposal("screening_appeals"),
  pair: ofProposal("similarity_pairs"),
  assignment: ofProposal("assignments", "x.user_id"),
  sheet: ofProposal("score_sheets", "x.user_id"),
  certificate: ofProposal("certificates"),
  appointment: ofAgency("appointments"),
  peopleImport: "select id, case kind when 'seats' then scope_id end as editionId, case kind when 'members' then scope_id end as agencyId, null as proposalId, null as userId from person_imports",
  registryImport: ofNobody("registry_imports"),
  seat: ofEdition("seats"),
  entryInvitation: "select id, edition_id as editionId, agency_id as agencyId, null as proposalId, null as userId from proposal_invitations",
  list: ofEdition("ranking_lists", "status = 'draft'"),
  listDocument: "select d.id, l.edition_id as editionId, null as agencyId, null as proposalId, null as userId from ranking_documents d join ranking_lists l on l.id = d.list_id",
  objection: ofEdition("objections"),
  announcement: ofEdition("announcements"),
  extension: "select id, edition_id as editionId, agency_id as agencyId, proposal_id as proposalId, null as userId from submission_extensions",
  mail: ofEdition("outbox", "edition_id is not null"),
  user: ofNobody("users", "id"),
  erasure: ofNobody("erasure_requests", "user_id"),
  notice: ofNobody("notices", "user_id"),
  conflict: "select id, edition_id as editionId, agency_id as agencyId, proposal_id as proposalId, null as userId from conflicts",
  session: ofNobody("sessions", "user_id"),
  training: ofEdition("training_entries"),
  assignmentPlan: ofEdition("assignment_plans"),
  agreement: ofEdition("agreed_values"),
  round: ofEdition("rounds"),
} as const;

export type Kind = keyof typeof statements;

export const kindNames = Object.keys(statements) as Kind[];

export const thingsOf = (client: Client, kind: Kind): Thing[] => client.prepare(`${statements[kind]} order by 1`).all() as Thing[];

const prefixes: Partial<Record<Kind, IdKind>> = { pair: "similarity", peopleImport: "personImport" };

/** Of the same shape and length as the thing's own, and of nothing. */
export function nobodysLike(kind: Kind, id: string): string {
  const prefix = idPrefixes[(prefixes[kind] ?? kind) as IdKind] as string | undefined;
  return prefix ? `${prefix}_`.padEnd(id.length, "0") : id.replaceAll(/[^-]/g, "0");
}

/** Things that a demo lacks, each where it belongs: of the open edition and of the last agency of its register. */
export function plant(client: Client, at: { editionId: string; earlierId: string; proposalId: string; agencyId: string; userId: string }): void {
  const { editionId, earlierId, proposalId, agencyId, userId } = at;
  const add = (table: string, row: Record<string, unknown>): void => {
    const names = Object.keys(row);
    client.prepare(`insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`).run(...Object.values(row));
  };
  const id = (prefix: string): string => `${prefix}_${"7".repeat(20)}`;
  const people = { name: "Rahasia", email: "rahasia@latihan.invalid" };
  add("proposal_comments", { id: id("cmt"), proposal_id: proposalId, thread_id: id("cmt"), part: "", text: "Rahasia", written_by: userId, written_at: 1 });
  add("screening_appeals", { id: id("apl"), edition_id: editionId, proposal_id: proposalId, text: "Rahasia", filed_by: userId, filed_at: 1, decide_by: 2, status: "open" });
  const letter = { position: "Sekretaris", phone: "1", file_name: "surat.pdf", bytes: 1, pages: 1, sha256: "0".repeat(64), status: "waiting", locale: "id", created_at: 1 };
  add("appointments", { id: id("apt"), agency_id: agencyId, ...people, ...letter });
  const imported = { file_name: "orang.csv", status: "open", created_by: userId, created_at: 1 };
  add("person_imports", { id: id("pimp"), kind: "members", scope_id: agencyId, ...imported });
  add("person_imports", { id: `pimp_${"8".repeat(20)}`, kind: "seats", scope_id: editionId, ...imported });
  const row = { line: 2, ...people, role: "writer", place: "", verdict: "faulty", faults: "[]" };
  for (const import_id of [id("pimp"), `pimp_${"8".repeat(20)}`]) add("person_import_rows", { import_id, ...row });
  add("registry_imports", { id: id("rimp"), file_name: "instansi.csv", seeds: "[]", faults: "[]", created_by: userId, created_at: 1 });
  const words = { title_id: "Rahasia", title_en: "Secret", body_id: "Rahasia", body_en: "Secret", audience: '{"kind":"screeners"}', published: 0, by_mail: 0 };
  add("announcements", { id: id("ann"), edition_id: editionId, ...words, status: "sent", due_at: 1, total: 0, told: 0, created_by: userId, created_at: 1, sent_at: 1 });
  add("submission_extensions", { id: id("ext"), edition_id: editionId, agency_id: agencyId, proposal_id: proposalId, closes_at: 2, reason: "Rahasia", granted_by: userId, granted_at: 1 });
  add("uploads", { id: id("upl"), proposal_id: proposalId, field_key: "ringkasan", file_name: "rahasia.pdf", bytes: 10, user_id: userId, created_at: 1 });
  add("erasure_requests", { id: id("ers"), user_id: userId, reason: "Rahasia", status: "open", requested_at: 1 });
  add("agency_units", { id: id("unit"), agency_id: agencyId, name: "Rahasia", kind: "unit", created_at: 1 });
  add("conflicts", { id: id("coi"), edition_id: editionId, user_id: userId, agency_id: agencyId, source: "declared", reason: "Rahasia", declared_at: 1 });
  add("sessions", { id: "7".repeat(40), user_id: userId, expires_at: 9_999_999_999 });
  const other = client.prepare("select id from proposals where edition_id = ? and id > ? limit 1").pluck().get(editionId, proposalId) as string;
  const shares = { kind: "sameEdition", share_bp: 9_000, other_share_bp: 9_000, greatest_bp: 9_000, same_title: 0, found_at: 1, state: "unseen", note: "" };
  add("similarity_pairs", { id: id("sim"), edition_id: editionId, proposal_id: proposalId, other_proposal_id: other, ...shares });
  const desk = { edition_id: editionId, stage: "desk" };
  add("training_entries", { id: id("trn"), ...desk, title: "Rahasia", body: "Rahasia", anchors: "[]", created_by: userId, created_at: 1 });
  add("assignment_plans", { id: id("apn"), ...desk, change: '{"kind":"handOut"}', cause: "organiser", reason: "Rahasia", status: "queued", seed: 1, created_by: userId, created_at: 1 });
  const agreed = { value: 8_000, marks: "{}", reason: "Rahasia", present: "[]", sources: "[]", held_on: "2026-01-01", recorded_by: userId, recorded_at: 1 };
  add("agreed_values", { id: id("agr"), ...desk, proposal_id: proposalId, ...agreed });
  add("rounds", { id: id("rnd"), ...desk, reason: "Rahasia", missing: "[]", closed_by: userId, closed_at: 1 });
  copy(client, "ranking_lists", { edition_id: earlierId }, { id: id("lst"), edition_id: editionId, status: "draft", approved_by: null, published_at: null });
  const paper = { kind: "minutes", file_name: "rahasia.pdf", bytes: 1, sha256: "0".repeat(64), attached_by: userId, attached_at: 1, signature: "wet", signed_on: "2026-01-01" };
  add("ranking_documents", { id: id("ldc"), list_id: id("lst"), ...paper });
  copy(client, "editions", { id: earlierId }, { id: id("edn"), slug: "rahasia-2027", status: "draft" });
}

function copy(client: Client, table: string, of: Record<string, string>, change: Record<string, unknown>): void {
  const [[name, value]] = Object.entries(of) as [[string, string]];
  const row = { ...(client.prepare(`select * from ${table} where ${name} = ? limit 1`).get(value) as Record<string, unknown>), ...change };
  const names = Object.keys(row);
  client.prepare(`insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`).run(...Object.values(row));
}
