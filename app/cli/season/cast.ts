import { randomBytes } from "node:crypto";
import type { SeasonWorld } from "#app/cli/season/world.ts";
import { rehearsalMark } from "#app/cli/season/texts.ts";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { findUserIdByEmail } from "#app/features/accounts/queries.server.ts";
import { inviteMember } from "#app/features/agencies/operations.server.ts";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import { seatPerson } from "#app/features/competitions/operations.server.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import type { EditionId, SeatRole } from "#app/features/competitions/types.ts";
import { type Actor, systemActor } from "#app/lib/ctx.ts";
import { reservedDomain } from "#db/seeds/demo-accounts.ts";

/** Seats of a rehearsal, how people in them are called, and where they say they come from. */
const seatNames: Record<Exclude<SeatRole, "organiser" | "observer">, { word: string; email: string; organisation: string }> = {
  screener: { word: "Tim Seleksi Latihan", email: "seleksi", organisation: "Sekretariat Latihan" },
  evaluator: { word: "Penilai Latihan", email: "penilai", organisation: "Universitas Latihan" },
  juror: { word: "Juri Latihan", email: "juri", organisation: "Lembaga Kajian Latihan" },
  chair: { word: "Ketua Panel Latihan", email: "ketua", organisation: "Universitas Latihan" },
  signatory: { word: "Penanda Tangan Latihan", email: "penanda-tangan", organisation: "Sekretariat Latihan" },
  auditor: { word: "Auditor Latihan", email: "auditor", organisation: "Inspektorat Latihan" },
};

export type SeatCounts = Partial<Record<keyof typeof seatNames, number>>;

/** An organiser of the rehearsal; has a password nobody knows, because only accounts with a system role may make editions. */
export async function inventOrganiser(world: SeasonWorld, now: number): Promise<Actor> {
  const email = `sekretariat@${reservedDomain}`;
  const known = findUserIdByEmail(world.house, email);
  if (known) return world.personOf(known);
  const account = { email, name: `Sekretariat Latihan ${rehearsalMark}`, systemRole: "organiser" as const };
  const password = randomBytes(24).toString("base64url");
  return world.personOf(await createUser(world.as(systemActor, now), { ...account, password }));
}

/** Seats so many invented people of each role. Returns nothing: who sits where is asked of the edition. */
export function seatCast(world: SeasonWorld, given: { editionId: EditionId; organiser: Actor; counts: SeatCounts; now: number }): void {
  const ctx = world.as(given.organiser, given.now);
  for (const [role, count] of Object.entries(given.counts) as [keyof typeof seatNames, number][]) {
    const { word, email, organisation } = seatNames[role];
    for (let place = 1; place <= count; place += 1) {
      const two = String(place).padStart(2, "0");
      const address = `${email}-${two}@${reservedDomain}`;
      seatPerson(ctx, {
        editionId: given.editionId,
        email: address,
        name: `${word} ${two} ${rehearsalMark}`,
        role,
        organisation: `${organisation} ${place}`,
      });
      const seatedId = findUserIdByEmail(world.house, address);
      if (seatedId) world.forget(seatedId);
    }
  }
}

/** The people in a seat, in the order of their names. */
export const seated = (world: SeasonWorld, editionId: EditionId, role: SeatRole): Actor[] =>
  listSeats(world.house, editionId, role)
    .sort((a, b) => (a.email < b.email ? -1 : 1))
    .map(({ userId }) => world.personOf(userId));

export type AgencyPeople = { admin: Actor; writer: Actor };

/** The local admin and one writer of an agency: found, or invited by the organiser and by the admin. */
export function peopleOf(world: SeasonWorld, agency: Agency, given: { organiser: Actor; now: number }): AgencyPeople {
  const unit = `Bagian Organisasi ${rehearsalMark}`;
  const code = agency.code.toLowerCase();
  const member = (role: "admin" | "writer", inviter: Actor): Actor => {
    const email = `${role === "admin" ? "admin" : "pengusul"}.${code}@${reservedDomain}`;
    const known = findUserIdByEmail(world.house, email);
    if (known && isAgencyMember(world.personOf(known), agency.id)) return world.personOf(known);
    const name = `${role === "admin" ? "Admin Lokal Latihan" : "Pengusul Latihan"} ${agency.code} ${rehearsalMark}`;
    const userId = inviteMember(world.as(inviter, given.now), { agencyId: agency.id, email, name, role, unit });
    world.forget(userId);
    return world.personOf(userId);
  };
  const admin = member("admin", given.organiser);
  return { admin, writer: member("writer", admin) };
}
