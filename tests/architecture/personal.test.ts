import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, sourcesBelow } from "#tests/architecture/sources.ts";

/** Columns that name a person and are not handed to him with his data, by the reason. A new one is put here, with thought, or exported. */
const kept: Record<string, readonly string[]> = {
  "keys and clocks of signing in, told by the account's record without the secret": ["sessions.user_id", "second_factors.user_id", "recovery_codes.user_id"],
  "wishes and addresses on pages of the person's own": ["mail_preferences.user_id", "calendar_feeds.user_id", "announcement_recipients.user_id"],
  "who did an act: each stands among the person's acts, from the log": [
    ...["invitations.invited_by", "erasure_requests.decided_by", "agency_names.renamed_by", "agency_merges.merged_by", "registry_imports.created_by"],
    ...["appointments.decided_by", "reader_expertise.set_by", "reader_bounds.set_by", "assignment_plans.created_by", "assignment_plans.applied_by"],
    ...["certificates.issued_by", "proposal_comments.resolved_by", "submission_extensions.granted_by", "submission_extensions.revoked_by"],
    ...["announcements.created_by", "announcements.retracted_by", "editions.created_by", "stage_extensions.extended_by", "edition_changes.changed_by"],
    ...["conflicts.declared_by", "conflicts.decided_by", "agency_objections.decided_by", "corrections.requested_by", "interview_slots.confirmed_by"],
    ...["ranking_moves.recorded_by", "audit_witnesses.registered_by", "letter_templates.updated_by"],
    ...["objections.decided_by", "person_imports.created_by", "person_imports.applied_by", "proposal_invitations.invited_by"],
    ...["proposal_invitations.withdrawn_by", "ranking_lists.waived_by", "ranking_runs.asked_by", "released_remarks.edited_by"],
    ...["released_remarks.released_by", "rounds.closed_by", "rounds.reopened_by", "agreed_values.recorded_by", "alarm_answers.answered_by", "training_entries.created_by"],
    ...["screening_appeals.filed_by", "screening_appeals.decided_by", "similarity_pairs.judged_by", "proposal_events.actor_id"],
  ],
  "the agency's text, of which the person wrote a part: exported by its proposals and submissions": [
    ...["answers.updated_by", "answer_revisions.saved_by", "attachments.uploaded_by", "uploads.user_id", "draft_presences.user_id"],
  ],
  "work that is not given yet, on the person's own desk; what comes of it is exported": ["screening_cases.handler_id", "screening_claims.user_id", "screening_drafts.user_id"],
  "computed from sheets that are exported; shown to the person once the list is public": ["ranking_assessors.user_id", "ranking_pseudonyms.user_id"],
};

type Column = { name: string; code: string };

/** Tables that are read by another name, which leaves out rows that are not whole yet. */
const readAs: Record<string, string> = { rankingVersions: "rankingLists" };

/** Columns of the schema that hold the id of a person. */
const columns: Column[] = sourcesBelow("db/schema").flatMap(({ text }) =>
  text.split(/\n(?=export const )/).flatMap((part) => {
    const [, variable, table] = /^export const (\w+) = sqliteTable\(\s*"(\w+)"/.exec(part) ?? [];
    if (!variable || !table) return [];
    return [...part.matchAll(/(\w+): id\("(\w+)", "user"\)/g)]
      .filter(([, , column]) => column !== "id")
      .map(([, property = "", column = ""]) => ({ name: `${table}.${column}`, code: `${readAs[variable] ?? variable} ${property}` }));
  }),
);

/** Whether a room's privacy asks for the person by this column: `table.column`, or taken out of the table by name. */
function isExported({ code }: Column): boolean {
  const [table = "", property = ""] = code.split(" ");
  return privacies.some((text) => text.includes(`${table}.${property}`) || new RegExp(`\\{[^}]*\\b${property}\\b[^}]*\\} = ${table};`).test(text));
}

const privacies = sourcesBelow("app/features").filter(({ path }) => path.endsWith("/privacy/queries.server.ts")).map(({ text }) => text);

describe("columns that name a person", () => {
  const reasons = Object.values(kept).flat();

  it("are each in the person's export, or have a reason", () => {
    expect(columns.filter((column) => !isExported(column) && !reasons.includes(column.name)).map(({ name }) => name)).toEqual([]);
  });

  it("have no reason that is out of date", () => {
    const missing = columns.filter((column) => !isExported(column)).map(({ name }) => name);
    expect(reasons.filter((name) => !missing.includes(name))).toEqual([]);
  });

  it("are asked for in a room whose records the export gathers", () => {
    const act = readFileSync(join(root, "app/acts/export-person.server.ts"), "utf8");
    const rooms = sourcesBelow("app/features").flatMap(({ path }) => /^app\/features\/(\w+)\/privacy\/queries/.exec(path)?.[1] ?? []);
    expect(rooms.filter((room) => !act.includes(`features/${room}/privacy/`))).toEqual([]);
  });
});
