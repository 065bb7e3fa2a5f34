import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import * as schema from "#db/schema/all.ts";
import { watchedTables } from "#db/watched.ts";

/** Tables whose rows need not equal an entry of the log, by the reason. A new table is put here or into `watchedTables`, with thought. */
const unwatched: Record<string, readonly string[]> = {
  "the log itself, held against its own chain, tree and checkpoints": ["audit_entries", "audit_blocks", "audit_checkpoints", "audit_examinations"],
  "letters, notices and clocks: no decision on a competition": [
    ...["notices", "outbox", "mail_preferences", "undeliverable_addresses", "letter_templates", "announcements", "announcement_recipients", "reminder_runs"],
    ...["jobs", "settings", "calendar_feeds"],
  ],
  "people and agencies, whose acts are in the log and whose data the law may erase": [
    ...["users", "sessions", "second_factors", "recovery_codes", "invitations", "sign_in_attempts", "erasure_requests"],
    ...["agencies", "agency_units", "agency_members", "agency_merges", "agency_names", "appointments", "registry_imports"],
    ...["person_imports", "person_import_rows"],
  ],
  "work in progress: what counts of it is sealed when it is handed in": [
    ...["answers", "answer_revisions", "attachments", "uploads", "draft_presences", "file_contents", "page_pictures", "proposal_comments"],
    ...["screening_drafts", "screening_claims", "assignment_plans", "ranking_runs"],
  ],
  "kept by a SHA-256 of their own and triggers that refuse a change": ["submissions"],
  "computed anew from what is watched": [
    ...["proposal_events", "proposal_marks", "ranking_peers", "ranking_pseudonyms"],
    ...["similarity_file_texts", "similarity_pairs", "similarity_postings", "similarity_sketches"],
  ],
  "told by the entry of the act that wrote them": [
    ...["edition_changes", "proposal_invitations", "panels", "panel_members", "interview_slots", "reader_bounds", "reader_expertise", "reader_targets", "stage_readers"],
  ],
  "never counts": ["training_entries", "training_marks"],
  "published by others, each record with its source": ["award_records", "year_aggregates"],
};

describe("tables", () => {
  const tables: string[] = Object.values(schema).flatMap((one) => (is(one, SQLiteTable) ? [getTableName(one)] : []));
  const excused = Object.values(unwatched).flat();

  it("are each watched, so that their rows must equal the log, or excused with a reason", () => {
    expect(tables.filter((name) => !excused.includes(name) && !(name in watchedTables)).toSorted()).toEqual([]);
  });

  it("are not both, and exist", () => {
    expect(excused.filter((name) => name in watchedTables || !tables.includes(name))).toEqual([]);
    expect(Object.keys(watchedTables).filter((name) => !tables.includes(name))).toEqual([]);
  });

  it("have every column that names or counts", () => {
    const columns = (name: string): string[] => {
      const table = Object.values(schema).find((one) => is(one, SQLiteTable) && getTableName(one) === name) as unknown as Record<string, { name?: string }>;
      return Object.values(table).flatMap((column) => (column?.name ? [column.name] : []));
    };
    const missing = Object.entries(watchedTables).flatMap(([name, { key, columns: counting = [] }]) =>
      [...key, ...counting].filter((column) => !columns(name).includes(column)).map((column) => `${name}.${column}`),
    );
    expect(missing).toEqual([]);
  });
});
