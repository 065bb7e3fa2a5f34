import { join } from "node:path";
import { existsSync } from "node:fs";
import { verifyAuditChain } from "#app/features/audit/queries.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import type { Db } from "#db/client.server.ts";
import { contentAddresses } from "#db/contents.ts";

/** What is looked at: the database, and the folder of its files by content address; or what of them a bucket holds. */
export type Inspected = { db: Db; filesDir: string; inBucket?: ReadonlySet<string> };

/** Something that may never be false. `find` names what breaks it; an empty list means it holds. */
export type Invariant = { key: InvariantKey; find: (inspected: Inspected) => string[] };

export const invariantKeys = [
  "integrity",
  "foreignKeys",
  "entryNumbers",
  "entryReach",
  "submittedContent",
  "submissionVersions",
  "attachmentFiles",
  "screenedReach",
  "sheetMarks",
  "markRange",
  "ownAgency",
  "currentLists",
  "finalLists",
  "twoPersons",
  "listRows",
  "openObjections",
  "certificateLists",
  "certificateSerials",
  "slotOverlap",
  "auditChain",
] as const;

export type InvariantKey = (typeof invariantKeys)[number];

/** Runs the query and gives its first column as text: the names of what is wrong. */
const rows =
  (sql: string) =>
  ({ db }: Inspected): string[] =>
    db.$client.prepare(sql).pluck().all().map(String);

const criteria = `criteria as materialized (
  select e.id as edition_id, r.value ->> '$.stage' as stage, r.value ->> '$.maxMark' as max_mark, c.value ->> '$.key' as key
  from editions e, json_each(e.definition, '$.rubrics') r, json_each(r.value, '$.criteria') c)`;

const finders: Record<InvariantKey, Invariant["find"]> = {
  integrity: ({ db }) => (db.$client.pragma("integrity_check") as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== "ok"),

  foreignKeys: ({ db }) =>
    (db.$client.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[]).map(
      ({ table, rowid, parent }) => `${table} ${rowid} -> ${parent}`,
    ),

  entryNumbers: rows(`
    select e.slug || ' ' || count(p.number) || '/' || e.last_number
    from editions e left join proposals p on p.edition_id = e.id and p.number is not null
    group by e.id having count(p.number) <> e.last_number or coalesce(max(p.number), 0) <> e.last_number`),

  entryReach: rows(`
    select p.id from proposals p
    where (p.status = 'submitted' and (p.reach = 'draft' or p.number is null or not exists (select 1 from submissions s where s.proposal_id = p.id)))
       or (p.reach in ('passed', 'failed', 'finalist', 'winner') and p.status <> 'submitted'
         and (p.number is null or not exists (select 1 from submissions s where s.proposal_id = p.id)))`),

  submittedContent: findAlteredContent,

  submissionVersions: rows(`
    select proposal_id from submissions group by proposal_id having count(*) <> max(version) or min(version) <> 1`),

  attachmentFiles: ({ db, filesDir, inBucket }) =>
    contentAddresses(db).filter((sha256) => !(inBucket?.has(sha256) ?? existsSync(join(filesDir, sha256.slice(0, 2), sha256)))),

  screenedReach: rows(`
    select p.id from proposals p
    left join screenings s on s.proposal_id = p.id
      and s.version = (select max(version) from screenings l where l.proposal_id = p.id)
    where (p.reach in ('passed', 'finalist', 'winner') and coalesce(s.outcome, '') <> 'passed')
       or (p.reach = 'failed' and coalesce(s.outcome, '') <> 'failed')`),

  sheetMarks: rows(`
    with ${criteria}
    select s.id || ' ' || c.key from score_sheets s
    join criteria c on c.edition_id = s.edition_id and c.stage = s.stage
    left join marks m on m.sheet_id = s.id and m.criterion_key = c.key
    where s.status = 'locked' and m.mark is null`),

  markRange: rows(`
    with ${criteria}
    select m.sheet_id || ' ' || m.criterion_key from marks m
    join score_sheets s on s.id = m.sheet_id
    left join criteria c on c.edition_id = s.edition_id and c.stage = s.stage and c.key = m.criterion_key
    where c.key is null or m.mark < 0 or m.mark > c.max_mark`),

  ownAgency: rows(`
    select a.id from assignments a
    join proposals p on p.id = a.proposal_id
    join agency_members m on m.agency_id = p.agency_id and m.user_id = a.user_id
    where a.ended_at is null`),

  currentLists: rows(`
    select edition_id || ' ' || list_key from ranking_lists where status not in ('superseded', 'keeping')
    group by edition_id, list_key having count(*) > 1`),

  finalLists: rows(`
    select id from ranking_lists where status = 'final'
      and (coalesce(decree_number, '') = '' or decree_date is null or finalised_at is null
        or objections_close_at is null or finalised_at < objections_close_at)`),

  twoPersons: rows(`
    select id from ranking_lists where signed_by = approved_by
    union select l.id from ranking_lists l join ranking_documents d on d.list_id = l.id and d.kind = 'minutes'
      where d.attached_by = d.checked_by or (l.signed_by is null and l.approved_by in (d.attached_by, d.checked_by))
    union select l.id from ranking_lists l where l.published_at is not null and l.signed_by is null
      and not exists (select 1 from ranking_documents d where d.list_id = l.id and d.kind = 'minutes' and d.checked_at is not null)`),

  listRows: rows(`
    select l.id from ranking_lists l left join ranking_rows r on r.list_id = l.id
    group by l.id having count(r.rank) <> coalesce(max(r.rank), 0) or sum(r.listed) > l.size or sum(r.listed and r.reserve) > 0`),

  openObjections: rows(`
    select o.id from objections o join ranking_lists l on l.id = o.list_id
    join ranking_lists f on f.edition_id = l.edition_id and f.list_key = l.list_key and f.status = 'final'
    where o.status = 'open'`),

  certificateLists: rows(`
    select c.serial from certificates c
    join ranking_lists l on l.id = c.list_id
    left join ranking_rows r on r.list_id = c.list_id and r.proposal_id = c.proposal_id
    where l.status <> 'final' or coalesce(r.listed, 0) = 0`),

  certificateSerials: rows(`
    select rtrim(serial, '0123456789') from certificates
    group by edition_id, rtrim(serial, '0123456789')
    having count(*) <> max(sequence) or count(distinct sequence) <> count(*)`),

  slotOverlap: rows(`
    select a.id || ' ' || b.id from interview_slots a
    join interview_slots b on b.panel_id = a.panel_id and b.id > a.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at`),

  auditChain: ({ db }) => {
    const { fault } = verifyAuditChain({ db });
    return fault ? [`${fault.seq} ${fault.fault}`] : [];
  },
};

/** Every invariant, the cheap and fundamental ones first. */
export const invariants: readonly Invariant[] = invariantKeys.map((key) => ({ key, find: finders[key] }));

function findAlteredContent({ db }: Inspected): string[] {
  const altered: string[] = [];
  const stored = db.$client.prepare("select id, content, sha256 from submissions order by id");
  for (const row of stored.iterate() as IterableIterator<{ id: string; content: string; sha256: string }>) {
    if (sha256Hex(row.content) !== row.sha256) altered.push(row.id);
  }
  return altered;
}
