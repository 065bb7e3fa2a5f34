import { describe, expect, it } from "vitest";
import { columnsOf, judgeRows, type KnownPerson, rowsOf, type Surroundings } from "#app/features/competitions/people/rules.ts";
import { roleName, roleReader } from "#app/features/competitions/people/surroundings/queries.server.ts";

const world = (people: Record<string, Partial<KnownPerson>> = {}, kind: "seats" | "members" = "seats"): Surroundings => ({
  roleOf: roleReader(kind),
  roleName,
  people: new Map(Object.entries(people).map(([email, one]) => [email, { held: [], decides: false, self: false, ...one }])),
  agencyOf: (text) => (text === "74.07" ? { isMember: false } : undefined),
  successorOf: (text) => (text === "74.99" ? "Pemerintah Kabupaten Buton" : undefined),
});

const row = (line: number, change: Partial<Record<"name" | "email" | "role" | "place", string>> = {}) => ({ line, name: "Ani", email: `ani${line}@x.go.id`, role: "Tim evaluasi", place: "Biro", ...change });
const judged = (rows: ReturnType<typeof row>[], surroundings = world()) =>
  judgeRows(rows, surroundings).map(({ verdict, faults }) => [verdict, ...faults.map(({ field, key }) => `${field} ${key.replace("people.faults.", "")}`)].join(", "));

describe("a table of people", () => {
  it("is understood by its titles in both languages, in any order", () => {
    expect(columnsOf(["E-mail", "Peran", " NAMA ", "Unit kerja"])).toEqual({ email: 0, role: 1, name: 2, place: 3 });
    expect(() => columnsOf(["nama", "surel"])).toThrow("people.columnsMissing");
  });

  it("is cleaned: single lines, small letters in the address, signs nobody sees taken away", () => {
    const [read] = rowsOf({ header: ["nama", "surel", "peran", "instansi"], rows: [["A\u200Bni\n Sari", " ANI@X.go.id ", "juror", "Biro"]], lines: [7] });
    expect(read).toEqual({ line: 7, name: "Ani Sari", email: "ani@x.go.id", role: "juror", place: "Biro" });
  });

  it("says of every row what will happen", () => {
    const known = world({ "ani2@x.go.id": {}, "ani3@x.go.id": { held: ["evaluator"] } });
    expect(judged([row(1, { role: "evaluator" }), row(2, { role: "evaluator" }), row(3, { role: "evaluator" })], known)).toEqual(["newAccount", "existing", "already"]);
  });

  it("names every fault of a row", () => {
    expect(judged([row(1, { name: "", email: "ani@", role: "raja", place: "" })])).toEqual(["fault, name nameMissing, email emailBad, role roleUnknown, place placeMissing"]);
  });

  it("refuses the same person in the same role twice and names the earlier row", () => {
    const rows = [row(4, { email: "a@x.id", role: "juror" }), row(9, { email: "a@x.id", role: "juror" })];
    expect(judgeRows(rows, world())[1]?.faults).toEqual([{ field: "email", key: "people.faults.duplicate", params: { line: 4 } }]);
  });

  it("refuses seats that do not go together, held already or given by an earlier row", () => {
    const held = world({ "a@x.id": { held: ["organiser"] } });
    expect(judged([row(1, { email: "a@x.id", role: "evaluator" })], held)).toEqual(["fault, role incompatible"]);
    expect(judged([row(1, { email: "b@x.id", role: "screener" }), row(2, { email: "b@x.id", role: "juror" })])).toEqual(["newAccount", "fault, role incompatible"]);
  });

  it("takes a local admin only of an agency in the registry, and nobody who judges or imports", () => {
    const known = world({ "a@x.id": { decides: true }, "b@x.id": { self: true } });
    const admin = (email: string, place: string) => row(1, { email, place, role: "Admin lokal" });
    expect(judged([admin("c@x.id", "74.07")], known)).toEqual(["newAccount"]);
    expect(judged([admin("c@x.id", "Entah")], known)).toEqual(["fault, place agencyUnknown"]);
    expect(judged([admin("a@x.id", "74.07")], known)).toEqual(["fault, email seatedElsewhere"]);
    expect(judged([admin("b@x.id", "74.07")], known)).toEqual(["fault, email yourself"]);
  });

  it("takes only members' roles into an agency", () => {
    expect(judged([row(1, { role: "Pengusul" }), row(2, { role: "evaluator" })], world({}, "members"))).toEqual(["newAccount", "fault, role roleUnknown"]);
  });
});
