import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { type InvariantKey, invariantKeys, invariants } from "#db/invariants.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { playSeason } from "#tests/support/season.ts";

let whole: Buffer;
let filesDir: string;

beforeAll(async () => {
  const folder = await playSeason(30);
  const db = openDatabase(join(folder, "anugerah.db"));
  // What is serialised in WAL mode cannot be opened from memory.
  db.$client.pragma("journal_mode = DELETE");
  whole = db.$client.serialize();
  db.$client.close();
  filesDir = join(folder, "files");
}, 120_000);

/** Which invariants a copy of the season breaks after the harm, with triggers, checks and foreign keys out of the way. */
function brokenBy(harm: string, files = filesDir): InvariantKey[] {
  const db = openDatabase(whole);
  const client = db.$client;
  client.pragma("foreign_keys = OFF");
  for (const name of client.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[]) {
    client.exec(`drop trigger ${name}`);
  }
  client.pragma("ignore_check_constraints = ON");
  client.exec("drop index ranking_lists_standing");
  client.exec(harm);
  const broken = invariants.filter(({ find }) => find({ db, filesDir: files }).length > 0).map(({ key }) => key);
  client.close();
  return broken;
}

const someEntry = "(select id from proposals where reach = 'passed' or reach = 'finalist' or reach = 'winner' order by number limit 1)";
const someList = "(select id from ranking_lists where list_key = 'top99')";

/** One harm each; what else it breaks is said, so that nothing is found by accident. */
const harms: [InvariantKey, string, InvariantKey[]][] = [
  ["foreignKeys", "update seats set user_id = 'usr_nobody' where id = (select id from seats limit 1)", ["foreignKeys"]],
  ["entryNumbers", "update editions set last_number = last_number + 1", ["entryNumbers"]],
  ["entryReach", `update proposals set reach = 'draft' where id = ${someEntry}`, ["entryReach"]],
  ["submittedContent", "update submissions set content = content || ' ' where id = (select id from submissions limit 1)", ["submittedContent"]],
  ["submissionVersions", "update submissions set version = 3 where id = (select id from submissions limit 1)", ["submissionVersions"]],
  ["screenedReach", `update screenings set outcome = 'failed' where proposal_id = ${someEntry}`, ["screenedReach"]],
  ["sheetMarks", "delete from marks where sheet_id = (select id from score_sheets limit 1)", ["sheetMarks"]],
  ["markRange", "update marks set mark = 10001 where sheet_id = (select id from score_sheets limit 1)", ["markRange"]],
  [
    "ownAgency",
    `insert into agency_members (agency_id, user_id, role, unit, created_at, removed_at) select p.agency_id, a.user_id, 'writer', 'x', 0, 1 from assignments a
     join proposals p on p.id = a.proposal_id limit 1`,
    ["ownAgency"],
  ],
  [
    "currentLists",
    `update ranking_lists set list_key = 'top99', version = 2 where list_key = 'top45'`,
    ["currentLists"],
  ],
  ["finalLists", `update ranking_lists set decree_number = null where id = ${someList}`, ["finalLists"]],
  ["twoPersons", `update ranking_lists set approved_by = signed_by where id = ${someList}`, ["twoPersons"]],
  [
    "twoPersons",
    `insert into ranking_documents (id, list_id, kind, file_name, bytes, sha256, attached_by, attached_at, checked_by, checked_at)
     select 'ldc_1', id, 'minutes', 'ba.pdf', 1, '${"0".repeat(64)}', 'usr_1', 1, 'usr_1', 2 from ranking_lists limit 1`,
    ["attachmentFiles", "twoPersons"],
  ],
  ["twoPersons", `update ranking_lists set signed_by = null where id = ${someList}`, ["twoPersons"]],
  ["listRows", `update ranking_rows set rank = rank + 1 where list_id = ${someList} and listed = 1`, ["listRows"]],
  ["openObjections", "update objections set status = 'open' where number = 1", ["openObjections"]],
  [
    "certificateLists",
    `update ranking_rows set listed = 0 where list_id = ${someList} and rank = 1`,
    ["certificateLists"],
  ],
  ["certificateSerials", "delete from certificates where sequence = 1 and serial like '%T99%'", ["certificateSerials"]],
  [
    "slotOverlap",
    `update interview_slots set starts_at = (select max(starts_at) - 1 from interview_slots),
       ends_at = (select max(starts_at) + 1 from interview_slots)
     where id = (select id from interview_slots order by starts_at limit 1)`,
    ["slotOverlap"],
  ],
  ["auditChain", "update audit_entries set at = at, record = replace(record, ':', ': ') where seq = 5", ["auditChain"]],
];

describe("invariants", () => {
  it("hold after a whole season", () => {
    expect(brokenBy("select 1")).toEqual([]);
  });

  it("hold while a correction of a screened entry was begun and never submitted", () => {
    expect(brokenBy(`update proposals set status = 'atAgency' where id = ${someEntry}`)).toEqual([]);
    expect(brokenBy(`update proposals set status = 'atUnit' where id = ${someEntry}`)).toEqual([]);
  });

  it.each(harms)("find what breaks %s", (_key, harm, broken) => {
    expect(brokenBy(harm)).toEqual(broken);
  });

  it("find a file that is gone", () => {
    expect(brokenBy("select 1", freshFolder())).toEqual(["attachmentFiles"]);
  });

  it("are each broken by a test, but for the database file itself", () => {
    const tried = new Set<InvariantKey>([...harms.map(([key]) => key), "attachmentFiles", "integrity"]);
    expect(invariantKeys.filter((key) => !tried.has(key))).toEqual([]);
  });
});
