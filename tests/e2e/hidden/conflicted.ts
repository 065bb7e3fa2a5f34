import { numberText } from "#app/features/proposals/rules.ts";
import type { Client } from "#tests/e2e/hidden/things.ts";

export const conflictedRoles = ["screener", "evaluator", "organiser", "juror"] as const;

type Entry = { id: string; editionId: string; title: string; number: number | null; year: number };

/** Three entries of other agencies: a draft with all that was planted about it, one submitted where registration runs, one judged that stands on no public list. */
export function entriesInConflict(client: Client, at: { draftId: string; editionId: string; earlierId: string; agencyId: string }): Entry[] {
  const columns = "select p.id, p.edition_id as editionId, p.title, p.number, json_extract(e.definition, '$.year') as year from proposals p join editions e on e.id = p.edition_id";
  const find = (where: string, ...values: string[]): Entry => client.prepare(`${columns} where ${where} order by p.number, p.id limit 1`).get(...values) as Entry;
  return [
    find("p.id = ?", at.draftId),
    find("p.edition_id = ? and p.agency_id <> ? and p.status = 'submitted'", at.editionId, at.agencyId),
    find("p.edition_id = ? and p.reach = 'passed' and p.id in (select proposal_id from score_sheets)", at.earlierId),
  ];
}

/** Seats a person in the editions of these entries and puts him in conflict with each. */
export function seatInConflict(client: Client, entries: readonly Entry[], person: { id: string; role: string }): void {
  const { id, role } = person;
  const key = (prefix: string, at: number): string => `${prefix}_${role}${at}`.padEnd(prefix.length + 21, "5");
  const seat = client.prepare("insert into seats (id, edition_id, user_id, role, organisation, created_at) values (?, ?, ?, ?, 'Panitia', 1)");
  const conflict = client.prepare("insert into conflicts (id, edition_id, user_id, proposal_id, source, reason, declared_at) values (?, ?, ?, ?, 'declared', 'Saudara', 1)");
  [...new Set(entries.map(({ editionId }) => editionId))].forEach((editionId, at) => seat.run(key("seat", at), editionId, id, role));
  entries.forEach((entry, at) => conflict.run(key("coi", at), entry.editionId, id, entry.id));
}

/** What would give the entries away in a page: ids and numbers, and titles that stand in no other entry's. */
export function wordsOf(client: Client, entries: readonly Entry[]): string[] {
  const like = client.prepare("select count(*) from proposals where instr(title, ?) > 0").pluck();
  return entries.flatMap(({ id, title, number, year }) => [id, ...(number === null ? [] : [numberText(year, number)]), ...(like.get(title) === 1 ? [title] : [])]);
}
