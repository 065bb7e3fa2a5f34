import { randomBytes } from "node:crypto";
import { cpus } from "node:os";
import { rehearsalPdf } from "#app/cli/season/attachment.ts";
import { inventOrganiser, peopleOf } from "#app/cli/season/cast.ts";
import { rehearsalOf } from "#app/cli/season/edition.ts";
import { inventAnswers, inventTitle } from "#app/cli/season/texts.ts";
import { inBatches, makeSeasonWorld, type SeasonWorld } from "#app/cli/season/world.ts";
import { type House, openAnyHouse } from "#app/cli/house.ts";
import { listAgencies } from "#app/features/agencies/queries.server.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { createEditionFrom, openEdition, seatPerson } from "#app/features/competitions/operations.server.ts";
import { presets } from "#app/features/competitions/presets/registry.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { askedFields } from "#app/features/proposals/form/rules.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { handOver, submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { type Actor, systemActor } from "#app/lib/ctx.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedReference } from "#db/seed.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** An agency's admin with a session, and the drafts that are ready to be submitted. */
export type Entrant = { agencyId: string; cookie: string; email: string; ready: ProposalId[] };

export type IntakeScene = {
  dataDir: string;
  editionId: EditionId;
  slug: string;
  organiser: string;
  screener: string;
  entrants: Entrant[];
  proposals: number;
  cores: number;
};

export type IntakeSize = { proposals: number; ready: number; submitted: number };

/**
 * Fills a data folder with an edition whose registration runs now: `ready` complete drafts at their agencies, `submitted`
 * entries, all written through the operations of the product, and copies of what was submitted up to `proposals` rows. Sessions are written
 * directly, because signing in hundreds of people measures argon2 and not intake.
 */
export async function makeIntakeScene(dataDir: string, size: IntakeSize, told: (words: string) => void): Promise<IntakeScene> {
  const config = readConfig({ DATA_DIR: dataDir, NODE_ENV: "production" });
  const house = openAnyHouse(config);
  try {
    migrateDatabase(house.db);
    // What is written here is thrown away with the folder: no wait for the disk.
    house.db.$client.pragma("synchronous = OFF");
    const world = makeSeasonWorld(house, 7);
    return await fill(world, size, told);
  } finally {
    house.db.$client.pragma("synchronous = FULL");
    house.close();
  }
}

async function fill(world: SeasonWorld, size: IntakeSize, told: (words: string) => void): Promise<IntakeScene> {
  const { house } = world;
  const now = Date.now();
  const organiser = await inventOrganiser(world, now);
  seedReference(world.as(systemActor, now));
  const edition = openNow(world, organiser, now);
  const ctx = world.as(world.personOf(organiser.userId), now);
  seatPerson(ctx, { editionId: edition.id, email: "seleksi-01@latihan.invalid", name: "Seleksi Latihan", role: "screener", organisation: "Sekretariat" });
  const agencies = listAgencies(house, { limit: 10_000, offset: 0 }).filter(({ kind }) => edition.definition.agencyKinds.includes(kind));
  told(`${agencies.length} agencies`);
  const entrants = new Map<string, Entrant>();
  const write = await writer(world, { ...edition, organiser, agencies, now, entrants });
  const numbers = Array.from({ length: size.ready + size.submitted }, (_, index) => index);
  inBatches(world, numbers, (index) => write(index, index >= size.ready), (done) => done % 1_000 < 100 && told(`${done} drafts written`));
  const copied = copyProposals(house, size.proposals - numbers.length, told);
  settleComparisons(house);
  house.db.$client.exec("analyze");
  const screener = house.db.$client.prepare("select id from users where email = 'seleksi-01@latihan.invalid'").pluck().get() as string;
  return {
    dataDir: house.config.dataDir,
    editionId: edition.id,
    slug: edition.slug,
    organiser: sessionOf(house, organiser.userId),
    screener: sessionOf(house, screener),
    entrants: [...entrants.values()],
    proposals: numbers.length + copied,
    cores: cpus().length,
  };
}

function openNow(world: SeasonWorld, organiser: Actor, now: number): { id: EditionId; slug: string; definition: Definition } {
  const preset = presets.find(({ key }) => key === "kipp-2022");
  if (!preset) throw new Error("the preset is gone");
  const opensOn = dayOfInstant(preset.definition.zone, now - day);
  const plain = rehearsalOf(preset, { year: Number(opensOn.slice(0, 4)), opensOn });
  const definition = { ...plain, groups: plain.groups.map((group) => ({ ...group, quotaPerAgency: 0 })) };
  const id = createEditionFrom(world.as(organiser, now), { definition, presetKey: preset.key, slug: "intake", rehearsal: true });
  world.forget(organiser.userId);
  const fresh = world.personOf(organiser.userId);
  openEdition(world.as(fresh, now), { editionId: id, revision: getEdition(world.as(fresh, now), id).revision });
  return { id, slug: "intake", definition };
}

type Writing = { id: EditionId; definition: Definition; organiser: Actor; agencies: Agency[]; now: number; entrants: Map<string, Entrant> };

/** Writes one complete draft of the next agency in turn and hands it over; submits it too where told. */
async function writer(world: SeasonWorld, { id: editionId, definition, organiser, agencies, now, entrants }: Writing) {
  const titles = new Set<string>();
  const group = definition.groups.find(({ byInvitation }) => !byInvitation);
  const pdf = rehearsalPdf();
  await Promise.resolve(world.house.files.put(pdf));
  const file = { sha256: sha256Hex(pdf), bytes: pdf.length };
  if (!group) throw new Error("every group is by invitation");
  return (index: number, submitted: boolean): void => {
    const agency = agencies[index % agencies.length] as Agency;
    const people = peopleOf(world, agency, { organiser: world.personOf(organiser.userId), now });
    const ctx = world.as(people.writer, now);
    const category = definition.categories[index % definition.categories.length];
    const proposalId = createProposal(ctx, {
      ...{ editionId, agencyId: agency.id, groupKey: group.key, categoryKey: category?.key ?? "" },
      ...{ title: inventTitle(world.random, titles), unit: "Dinas Latihan", innovator: "Tim Latihan", startedOn: "2019-01-02" },
    });
    const answers = inventAnswers(definition, group.key, world.random);
    saveAnswers(ctx, { proposalId, answers });
    for (const field of askedFields(definition, group.key, answers)) {
      if ((field.kind === "file" || field.kind === "statement") && field.required) attach(world.house, { proposalId, field: field.key, by: people.writer, file, now });
    }
    handOver(ctx, { proposalId });
    const entrant = entrants.get(agency.id) ?? { agencyId: agency.id, cookie: sessionOf(world.house, people.admin.userId), email: people.admin.email, ready: [] };
    entrants.set(agency.id, entrant);
    if (submitted) submitProposal(world.as(people.admin, now), { proposalId, accepted: true });
    else entrant.ready.push(proposalId);
  };
}

type Attaching = { proposalId: ProposalId; field: string; by: Actor; file: { sha256: string; bytes: number }; now: number };

/** One file serves for all: what is measured is not its upload. */
function attach({ db }: House, { proposalId, field, by, file, now }: Attaching): void {
  const columns = "(id, proposal_id, field_key, file_name, content_type, bytes, sha256, uploaded_by, uploaded_at)";
  db.$client
    .prepare(`insert into attachments ${columns} values (?, ?, ?, ?, 'application/pdf', ?, ?, ?, ?)`)
    .run(`att_${randomBytes(12).toString("hex")}`, proposalId, field, `${field}.pdf`, file.bytes, file.sha256, by.userId, now);
}

/** The cookie of a new session of a person. */
function sessionOf({ db, config }: House, userId: string): string {
  const id = randomBytes(20).toString("hex");
  const expiresAt = Math.floor((Date.now() + config.sessionMs) / 1_000);
  db.$client.prepare("insert into sessions (id, user_id, expires_at, last_seen_at) values (?, ?, ?, ?)").run(id, userId, expiresAt, Date.now());
  return `anugerah_session=${id}`;
}

/** Copies what was submitted, with its answers and versions, under other ids and numbers, until so many more stand. */
function copyProposals({ db }: House, wanted: number, told: (words: string) => void): number {
  const client = db.$client;
  client.exec("create temp table originals as select id from proposals where number is not null");
  const count = client.prepare("select count(*) from originals").pluck().get() as number;
  const last = client.prepare("select max(number) from proposals").pluck().get() as number;
  let copied = 0;
  for (let wave = 1; copied < wanted; wave += 1) {
    const most = Math.min(count, wanted - copied);
    const from = `from originals o join %s t on t.%k = o.id where o.rowid <= ${most}`;
    client.transaction(() => {
      copyRows(db, "proposals", from.replace("%k", "id"), {
        id: `t.id || '_${wave}'`,
        number: `t.number + ${wave * last}`,
        title: `t.title || ' ${wave}'`,
        title_key: `t.title_key || '${wave}'`,
      });
      copyRows(db, "answers", from.replace("%k", "proposal_id"), { proposal_id: `t.proposal_id || '_${wave}'` });
      const ids = { id: `t.id || '_${wave}'`, proposal_id: `t.proposal_id || '_${wave}'` };
      copyRows(db, "attachments", from.replace("%k", "proposal_id"), ids);
      copyRows(db, "submissions", from.replace("%k", "proposal_id"), ids);
    })();
    copied += most;
    told(`${count + copied} submitted`);
  }
  client.prepare("update editions set last_number = (select max(number) from proposals)").run();
  return copied;
}

/** What stands has been compared long ago, as on any day of registration: the worker compares what comes in. */
const settleComparisons = ({ db }: House): void =>
  void db.$client.exec(`insert into similarity_sketches (proposal_id, version, title_key, names, sketched_at)
    select p.id, max(s.version), p.title_key, x'', 0 from submissions s join proposals p on p.id = s.proposal_id group by p.id`);

function copyRows({ $client }: House["db"], table: string, from: string, change: Record<string, string>): void {
  const columns = $client.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[];
  const values = columns.map((column) => change[column] ?? `t."${column}"`).join(", ");
  const names = columns.map((column) => `"${column}"`).join(", ");
  $client.exec(`insert into ${table} (${names}) select ${values} ${from.replace("%s", table)}`);
}
