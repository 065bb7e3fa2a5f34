import { type Seat, type SeatRole, seatRoles } from "#app/features/competitions/types.ts";

/** In the order in which they need somebody's attention. */
export const invitationStateNames = ["bounced", "sent", "accepted"] as const;
export type InvitationState = (typeof invitationStateNames)[number];

export type SeatedPerson = {
  userId: Seat["userId"];
  name: string;
  email: string;
  /** Where the person comes from; every one that was written, once. */
  organisation: string;
  state: InvitationState;
  seats: Pick<Seat, "seatId" | "role">[];
};

type Held = Pick<Seat, "seatId" | "userId" | "name" | "email" | "role" | "organisation">;

/** Everybody seated, once each, with all seats in the order of the roles. */
export function seatedPeople(seats: readonly Held[], states: ReadonlyMap<string, InvitationState>): SeatedPerson[] {
  const people = new Map<string, Held[]>();
  for (const seat of seats) people.set(seat.userId, [...(people.get(seat.userId) ?? []), seat]);
  return [...people.values()].flatMap((held) => {
    const [first] = held;
    if (!first) return [];
    const { userId, name, email } = first;
    const own = held.toSorted((one, other) => placeOf(one.role) - placeOf(other.role)).map(({ seatId, role }) => ({ seatId, role }));
    const organisation = [...new Set(held.map((seat) => seat.organisation))].filter(Boolean).join(", ");
    return [{ userId, name, email, organisation, state: states.get(userId) ?? "sent", seats: own }];
  });
}

const placeOf = (role: SeatRole): number => seatRoles.indexOf(role);

export const peoplePerPage = 50;

type Asked = {
  q: string;
  held: SeatRole | null;
  state: InvitationState | null;
  sort: "name" | "role" | "organisation" | "state";
  dir: "asc" | "desc";
  page: number;
};

/** One page of the people a search leaves; equal ones by name, then by address, so that pages neither repeat nor lose anybody. */
export function pagePeople(all: readonly SeatedPerson[], asked: Asked): { people: SeatedPerson[]; total: number; page: number; pages: number } {
  const words = asked.q.toLowerCase();
  const turn = asked.dir === "asc" ? 1 : -1;
  const found = all
    .filter(({ name, email, organisation }) => words === "" || [name, email, organisation].some((text) => text.toLowerCase().includes(words)))
    .filter(({ seats }) => asked.held === null || seats.some(({ role }) => role === asked.held))
    .filter(({ state }) => asked.state === null || state === asked.state)
    .toSorted((one, other) => turn * compareBy(asked.sort, one, other) || one.name.localeCompare(other.name, "id") || one.email.localeCompare(other.email));
  const pages = Math.max(1, Math.ceil(found.length / peoplePerPage));
  const page = Math.min(asked.page, pages);
  return { people: found.slice((page - 1) * peoplePerPage, page * peoplePerPage), total: found.length, page, pages };
}

function compareBy(sort: Asked["sort"], one: SeatedPerson, other: SeatedPerson): number {
  if (sort === "role") return firstPlace(one) - firstPlace(other);
  if (sort === "state") return invitationStateNames.indexOf(one.state) - invitationStateNames.indexOf(other.state);
  return one[sort].localeCompare(other[sort], "id");
}

const firstPlace = ({ seats: [first] }: SeatedPerson): number => (first ? placeOf(first.role) : seatRoles.length);
