import { describe, expect, it } from "vitest";
import { seatSearch } from "#app/features/competitions/seating/inputs.ts";
import { pagePeople, peoplePerPage, seatedPeople } from "#app/features/competitions/seating/rules.ts";
import type { SeatRole } from "#app/features/competitions/types.ts";
import type { Id } from "#app/lib/ids.ts";

const seat = (name: string, role: SeatRole, organisation = "Biro") => ({
  ...{ seatId: `seat_${name}${role}` as Id<"seat">, userId: `usr_${name}` as Id<"user">, name, email: `${name.toLowerCase()}@x.go.id`, role, organisation },
});
const states = new Map([["usr_Budi", "accepted" as const], ["usr_Cici", "bounced" as const]]);
const all = seatedPeople([seat("Budi", "juror"), seat("Ani", "evaluator"), seat("Budi", "organiser", "Kampus"), seat("Cici", "evaluator")], states);
const names = (search: Record<string, string>) => pagePeople(all, seatSearch.parse(search)).people.map(({ name }) => name);

describe("people of an edition", () => {
  it("stand once each with all their seats", () => {
    expect(all.find(({ name }) => name === "Budi")).toMatchObject({ organisation: "Biro, Kampus", state: "accepted", seats: [{ role: "organiser" }, { role: "juror" }] });
    expect(all).toHaveLength(3);
  });

  it("are found by name, address and organisation, by any of their roles and by the state of the invitation", () => {
    expect(names({ q: "kampus" })).toEqual(["Budi"]);
    expect(names({ held: "juror" })).toEqual(["Budi"]);
    expect(names({ held: "evaluator" })).toEqual(["Ani", "Cici"]);
    expect(names({ state: "sent" })).toEqual(["Ani"]);
    expect(names({ held: "odd", state: "odd", sort: "odd", page: "-1" })).toEqual(["Ani", "Budi", "Cici"]);
  });

  it("are sorted by name, role, organisation and state", () => {
    expect(names({ dir: "desc" })).toEqual(["Cici", "Budi", "Ani"]);
    expect(names({ sort: "state" })).toEqual(["Cici", "Ani", "Budi"]);
    expect(names({ sort: "organisation", dir: "desc" })).toEqual(["Budi", "Ani", "Cici"]);
    expect(names({ sort: "role" })[0]).toBe("Budi");
  });

  it("are paged without repeating or losing anybody", () => {
    const many = seatedPeople(Array.from({ length: peoplePerPage + 1 }, (_, index) => seat(`Orang${index}`, "evaluator")), new Map());
    const page = (one: string) => pagePeople(many, seatSearch.parse({ page: one }));
    expect([page("1").people.length, page("2").people.length, page("9").page, page("1").total]).toEqual([peoplePerPage, 1, 2, peoplePerPage + 1]);
    expect(new Set([...page("1").people, ...page("2").people].map(({ userId }) => userId)).size).toBe(peoplePerPage + 1);
  });
});
