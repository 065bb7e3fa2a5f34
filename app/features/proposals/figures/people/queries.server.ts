import { type SQL, sql } from "drizzle-orm";
import { watchedEdition } from "#app/features/proposals/figures/queries.server.ts";
import type { AbsentRow, FigureFilter, Watched } from "#app/features/proposals/figures/types.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { agencyKinds } from "#db/schema/agencies.ts";

export type AbsentFilter = { state: "never" | "long"; sort: "name" | "place" | "since"; dir: "asc" | "desc"; page: number };
export type AbsentPage = { rows: AbsentRow[]; total: number; page: number; pages: number; pageSize: number; never: number; people: number };

export const absentPageSize = 50;
const dayMs = 86_400_000;
/** Days without a sign-in that count as long where none are asked. */
const longDays = 14;

/**
 * People of an edition who never signed in, or not for `filter.days` days (14): everybody seated in it, and the members of the
 * agencies it invites; `size` Infinity is one page of all. 404 for whoever may not watch.
 */
export function listAbsent(ctx: Ctx, editionId: Watched["editionId"], asked: { filter: FigureFilter; list: AbsentFilter; size?: number }): AbsentPage {
  const edition = watchedEdition(ctx, editionId);
  const { filter, list, size = absentPageSize } = asked;
  const people = peopleOf(edition, filter);
  const absent = absence(ctx, list.state, filter.days);
  const counts = ctx.db.get<{ people: number; never: number; total: number }>(
    sql`select count(*) as people, coalesce(sum(last_sign_in_at is null), 0) as never, coalesce(sum(${absent}), 0) as total from (${people})`,
  );
  const total = Number(counts.total);
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(list.page, pages);
  const column = { name: sql`name`, place: sql`scope desc, place`, since: sql`coalesce(last_sign_in_at, since)` }[list.sort];
  const way = list.dir === "desc" ? sql` desc` : sql` asc`;
  const rows = ctx.db.all<AbsentRow>(sql`
    select user_id as userId, name, email, role, scope, place, since, last_sign_in_at as lastSignInAt,
      ${invitedAt} as invitedAt
    from (${people}) found where ${absent} order by ${column}${way}, name, user_id, role limit ${Math.min(size, total)} offset ${(page - 1) * Math.min(size, total)}`);
  return { rows, total, page, pages, pageSize: size, never: Number(counts.never), people: Number(counts.people) };
}

/** The last invitation: a link to set a password, or the letter without one that whoever has a password gets instead. */
const invitedAt = sql`nullif(max(
  coalesce((select max(i.created_at) from invitations i where i.user_id = found.user_id), 0),
  coalesce((select max(o.created_at) from outbox o where o.dedupe_key > 'invite:' || found.user_id || ':' and o.dedupe_key < 'invite:' || found.user_id || ';'), 0)), 0)`;

const absence = (ctx: Ctx, state: AbsentFilter["state"], days: number): SQL =>
  state === "never" ? sql`(last_sign_in_at is null)` : sql`(last_sign_in_at <= ${ctx.now - (days || longDays) * dayMs})`;

/** Seats are of no kind, province, group or category: asking for one of an agency leaves them out. */
function peopleOf({ id, definition }: Pick<Edition, "id" | "definition">, { kind, province }: Pick<FigureFilter, "kind" | "province">): SQL {
  const kinds = definition.agencyKinds.length > 0 ? definition.agencyKinds : [...agencyKinds];
  const open = sql`u.erased_at is null and u.locked_at is null`;
  const members = sql`select u.id as user_id, u.name, u.email, u.last_sign_in_at, m.role as role, 'agency' as scope, a.name as place, m.created_at as since, a.id as place_id
    from agency_members m join agencies a on a.id = m.agency_id join users u on u.id = m.user_id
    where m.removed_at is null and ${open} and a.kind in ${kinds}
      ${kind ? sql`and a.kind = ${kind}` : sql``} ${province ? sql`and a.province_code = ${province}` : sql``}`;
  if (kind || province) return members;
  return sql`select u.id as user_id, u.name, u.email, u.last_sign_in_at, s.role as role, 'edition' as scope, s.organisation as place, s.created_at as since, s.edition_id as place_id
    from seats s join users u on u.id = s.user_id where s.edition_id = ${id} and s.removed_at is null and ${open} union all ${members}`;
}

export type NeverSignedIn = { userId: AbsentRow["userId"]; name: string; email: string; role: string; scope: "edition" | "agency"; place: string; placeId: string; unit: string; invitedAt: number | null };

/** The chosen people of the edition who never signed in, each once; others are left out. The caller has authorised. */
export function findNeverSignedIn(ctx: Pick<Ctx, "db">, edition: Pick<Edition, "id" | "definition">, ids: readonly string[]): NeverSignedIn[] {
  if (ids.length === 0) return [];
  const rows = ctx.db.all<NeverSignedIn>(sql`
    select user_id as userId, name, email, role, scope, place, place_id as placeId,
      coalesce((select m.unit from agency_members m where m.user_id = found.user_id and m.agency_id = found.place_id), '') as unit,
      ${invitedAt} as invitedAt
    from (${peopleOf(edition, { kind: "", province: "" })}) found where last_sign_in_at is null and user_id in ${[...ids]} order by user_id, scope, role`);
  return [...new Map(rows.map((row) => [row.userId, row])).values()];
}
