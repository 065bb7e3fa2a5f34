import { listAgencyGrants } from "#app/features/agencies/queries.server.ts";
import { compareNewEntries } from "#app/features/screening/similarity/jobs.server.ts";
import { beginThread } from "#app/features/proposals/comments/operations.server.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { handOver } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { claimEntry } from "#app/features/screening/claims/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { openDatabase } from "#db/client.server.ts";
import { similarityPairs } from "#db/schema/similarity.ts";
import { agencyMembers, agencyUnits } from "#db/schema/agencies.ts";
import { addEdition, asked, completeDraft, definition, type Scene, submitted, whole } from "#tests/features/proposals/scene.ts";
import { month } from "#tests/features/ranking/edition.ts";
import { nobodys } from "#tests/non-interference/ids.ts";
import { entry, fromAgency, judged, type JudgingScene, judgingScene, screeningOpens, seated } from "#tests/features/screening/scene.ts";

const day = 86_400_000;

/** Findings wait for their announcement, a rejection for a second screener, and an entry may go back once. */
const screening = {
  ...{ requirements: [], reasons: [{ key: "title", text: { id: "Judul sama.", en: "The same title." } }], corrections: { times: 1, days: 3 } },
  ...{ secondScreener: true, appealDays: 3, appealDecisionDays: 3 },
};

/** While drafts are written, and while entries are screened and nothing is announced yet. */
export const moments = {
  ...{ registration: Date.UTC(2026, 2, 1, 2), screening: screeningOpens + day },
  /** Of the world of `judging.ts`: readings are locked, a list stands as a draft, interviews are set. */
  judging: month(3) + day,
} as const;
export type Moment = keyof typeof moments;

const judges = ["barredChair", "barredAuditor", "barredSystemAuditor", "barredOrganiser", "barredSignatory", "barredEvaluator", "barredJuror"] as const;

export const people = [
  "ownAdmin",
  "ownWriter",
  "confinedWriter",
  "siblingAdmin",
  "otherAdmin",
  "otherWriter",
  "screener",
  "barredScreener",
  "organiser",
  "auditor",
  "evaluator",
  "organiserElsewhere",
  "screenerElsewhere",
  "stranger",
  "visitor",
  ...judges,
] as const;
export type PersonName = (typeof people)[number];

/** Ids and words a person might type: of what is theirs, of what is hidden, and one of each that nothing bears. */
export type Known = {
  here: Scene;
  other: Scene;
  elsewhere: Scene;
  /** Keys of stages and lists of the rules, and one that they do not know. */
  stages: string[];
  lists: string[];
  editions: JudgingScene["editionId"][];
  agencies: JudgingScene["agencyId"][];
  proposals: ProposalId[];
  hiddenProposals: ProposalId[];
  people: Partial<Record<PersonName, Actor | null>>;
  /** Words to search for: in hidden titles, in own ones, in names of agencies, and in nothing. */
  words: string[];
};

/** A world with everything that can be hidden, and the same world copied for each change. */
export type Hidden = { known: Known; ctx: Ctx; copy: () => Ctx };

export const hiddenWord = "Rahasia";

/**
 * Two editions; three agencies of one province, the third a child of the sibling of the first; drafts, entries, comments, a claim
 * and similar texts of each, so that every read has something to hold back.
 */
export async function makeHidden(): Promise<Hidden> {
  const here = judgingScene({ screening });
  const sibling = fromAgency(here, "74.08", "Pemerintah Kabupaten Kolaka Utara");
  const other = fromAgency(here, "74.09", "Pemerintah Kabupaten Buton Utara");
  here.world.ctx.db.$client.prepare("update agencies set parent_id = ? where id = ?").run(sibling.agencyId, other.agencyId);
  const elsewhere: Scene = { ...other, editionId: addEdition(here.world, { ...definition, ...judged, screening, name: { id: "Edisi lain", en: "Edition elsewhere" } }, "lain-2026") };
  const seats = seatedPeople(here, { sibling, other, elsewhere });
  const own = fill(here, "Apotek Singgah");
  fill(sibling, "Puskesmas Terapung");
  fill(other, `${hiddenWord} Layanan`);
  submitted(elsewhere, { title: `${hiddenWord} di edisi lain` });
  claimEntry(here.as(here.screener, moments.screening), { proposalId: own });
  await compareNewEntries({ ...here.world.ctx, now: moments.screening });
  const ctx = here.world.ctx;
  pairEntries(ctx, here.editionId);
  // What was submitted is kept for ever; here it is as if something else had been submitted.
  ctx.db.$client.exec("drop trigger submissions_no_rewrite");
  const image = ctx.db.$client.serialize();
  return { known: knownOf(ctx, { here, sibling, other, elsewhere, people: seats }), ctx, copy: () => ({ ...ctx, db: openDatabase(image) }) };
}

/** An entry, one that came back as a draft, and a comment of the agency. */
function fill(scene: JudgingScene, title: string): ProposalId {
  const first = entry(scene, title);
  entry(scene, `${title} Kedua`);
  const draft = createProposal(scene.as(scene.writer), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, ...whole, title: `${title} Draf` });
  saveAnswers(scene.as(scene.writer), { proposalId: draft, answers: { ringkasan: `${title} ditulis` } });
  handOver(scene.as(scene.writer), { proposalId: completeDraft(scene, { title: `${title} Serahan` }) });
  beginThread(scene.as(scene.admin), { proposalId: first, part: "", text: `Komentar tentang ${title}` });
  return first;
}

/** Each entry of an edition with the next: own with sibling, sibling with hidden, hidden with own. */
function pairEntries(ctx: Ctx, editionId: JudgingScene["editionId"]): void {
  const ids = (ctx.db.$client.prepare("select id from proposals where edition_id = ? and reach = 'submitted' order by id").all(editionId) as { id: ProposalId }[]).map(({ id }) => id);
  const shares = { editionId, awardId: null, kind: "sameEdition", shareBp: 4_000, otherShareBp: 3_000, sameTitle: false, foundAt: ctx.now } as const;
  const verdict = { state: "unseen", note: "", judgedBy: null, judgedAt: null } as const;
  for (const [index, id] of ids.entries()) {
    const next = ids[(index + 1) % ids.length] as ProposalId;
    const pair = { proposalId: id < next ? id : next, otherProposalId: id < next ? next : id, greatestBp: 4_000 + index };
    ctx.db.insert(similarityPairs).values({ id: ctx.newId("similarity"), ...shares, ...verdict, ...pair }).onConflictDoNothing().run();
  }
}

type Scenes = { sibling: Scene; other: Scene; elsewhere: Scene };

function seatedPeople(here: JudgingScene, { sibling, other, elsewhere }: Scenes): Known["people"] {
  const [barredScreener, barredOrganiser] = [seated(here, "Penyaring Terikat", "screener"), seated(here, "Sekretariat Terikat", "organiser")];
  for (const { userId } of [barredScreener, barredOrganiser]) {
    // Worked for the other agency once: no grant any more, and still no judge of its entries.
    const past = { agencyId: other.agencyId, userId, role: "writer", unit: "Dinas", createdAt: here.world.ctx.now, removedAt: here.world.ctx.now } as const;
    here.world.ctx.db.insert(agencyMembers).values(past).run();
  }
  return {
    ownAdmin: here.admin,
    ownWriter: here.writer,
    confinedWriter: confinedTo(here),
    siblingAdmin: sibling.admin,
    otherAdmin: other.admin,
    otherWriter: other.writer,
    screener: here.screener,
    ...{ barredScreener, barredOrganiser },
    organiser: here.organiser,
    auditor: seated(here, "Auditor 01", "auditor"),
    evaluator: here.evaluators[0] ?? null,
    organiserElsewhere: seated(elsewhere, "Sekretariat Lain", "organiser"),
    screenerElsewhere: seated(elsewhere, "Penyaring Lain", "screener"),
    stranger: here.world.person("Orang Lain"),
    visitor: null,
  };
}

/** Writes for one unit of the agency, which has no proposals; it is closed, so that the others go on to name theirs freely. */
function confinedTo({ world, agencyId }: JudgingScene): Actor {
  const id = world.ctx.newId("unit");
  const now = world.ctx.now;
  world.ctx.db.insert(agencyUnits).values({ id, agencyId, parentId: null, name: "Dinas Arsip", kind: "office", createdAt: now, closedAt: now }).run();
  const writer = world.person("Pengusul Satu Unit");
  world.ctx.db.insert(agencyMembers).values({ agencyId, userId: writer.userId, role: "writer", unit: "Dinas Arsip", unitId: id, createdAt: now, removedAt: null }).run();
  return { ...writer, grants: listAgencyGrants(world.ctx, writer.userId) };
}

function knownOf(ctx: Ctx, parts: Scenes & Pick<Known, "here" | "people">): Known {
  const rows = ctx.db.$client.prepare("select id, agency_id, edition_id from proposals order by id").all() as { id: ProposalId; agency_id: string; edition_id: string }[];
  const { sibling, ...known } = parts;
  const { here, other, elsewhere } = known;
  return {
    ...known,
    ...{ stages: ["proposal", "wawancara"], lists: ["tiada"] },
    editions: [here.editionId, elsewhere.editionId],
    agencies: [here.agencyId, sibling.agencyId, other.agencyId],
    proposals: [...rows.map(({ id }) => id), nobodys("proposal")],
    hiddenProposals: rows.filter((row) => row.agency_id === other.agencyId && row.edition_id === here.editionId).map(({ id }) => id),
    words: ["", hiddenWord, "Apotek", "Buton", "2026-00", "%"],
  };
}

