import { z } from "zod";
import { type ImportField, importFields, type ImportRow, type JudgedRow, type RowFault } from "#app/features/competitions/people/types.ts";
import { seatAgainst } from "#app/features/competitions/rules.ts";
import type { SeatRole } from "#app/features/competitions/types.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Titles of the columns as people write them, small letters, in both languages. */
const titles: Record<ImportField, readonly string[]> = {
  name: ["nama", "nama lengkap", "name", "full name"],
  email: ["surel", "email", "e-mail", "alamat surel", "alamat email", "email address"],
  role: ["peran", "kursi", "role", "seat"],
  place: ["asal lembaga", "lembaga", "instansi", "organisasi", "organisation", "organization", "agency", "unit", "unit kerja", "unit penyelenggara"],
};

/** Where each column stands. Refuses `people.columnsMissing` with the first title of every column that is not there. */
export function columnsOf(header: readonly string[]): Record<ImportField, number> {
  const cells = header.map((cell) => cleanLine(cell).toLowerCase());
  const at = (field: ImportField): number => cells.findIndex((cell) => titles[field].includes(cell));
  const missing = importFields.filter((field) => at(field) === -1);
  if (missing.length > 0) throw new DomainError("people.columnsMissing", { params: { columns: missing.map((field) => titles[field][0] as string).join(", ") } });
  return { name: at("name"), email: at("email"), role: at("role"), place: at("place") };
}

/** The rows of a table as they are judged: clean single lines, the address in small letters, nothing longer than a row can keep. */
export function rowsOf(sheet: { header: readonly string[]; rows: readonly (readonly string[])[]; lines: readonly number[] }): ImportRow[] {
  const columns = columnsOf(sheet.header);
  return sheet.rows.map((cells, index) => {
    const cell = (field: ImportField): string => cleanLine(cells[columns[field]] ?? "").slice(0, 300);
    return { line: sheet.lines[index] ?? index + 2, name: cell("name"), email: cell("email").toLowerCase(), role: cell("role"), place: cell("place") };
  });
}

export type ImportRole = SeatRole | "localAdmin" | "admin" | "writer";

/** What is known of an address: what it holds in this scope, and whether it judges in an edition that has not closed. */
export type KnownPerson = { held: readonly ImportRole[]; decides: boolean; self: boolean };

export type Surroundings = {
  /** The role behind a word; undefined when it is none that this table may give. */
  roleOf: (word: string) => ImportRole | undefined;
  /** Both languages, for a sentence that names a role. */
  roleName: (role: ImportRole) => { id: string; en: string };
  people: ReadonlyMap<string, KnownPerson>;
  /** For local admins: whether a code or name is in the registry, and whether the address is a member there. */
  agencyOf: (text: string, email: string) => { isMember: boolean } | undefined;
  /** The name of the agency in which the one of a code or name went up; undefined for one that stands or is unknown. */
  successorOf: (text: string) => string | undefined;
};

/**
 * Says what will happen with every row. A row is at fault for each cell that cannot be used, when an earlier row gives the same
 * person the same role, or when the role does not go with what the person holds or an earlier row gives.
 */
export function judgeRows(rows: readonly ImportRow[], world: Surroundings): JudgedRow[] {
  const given = new Map<string, { role: ImportRole; line: number; place: string }[]>();
  return rows.map((row) => {
    const role = world.roleOf(row.role);
    const faults = [...cellFaults(row, role), ...(role ? standingFaults(row, role, given.get(row.email) ?? [], world) : [])];
    if (faults.length > 0 || !role) return { ...row, verdict: "fault", faults };
    given.set(row.email, [...(given.get(row.email) ?? []), { role, line: row.line, place: row.place }]);
    return { ...row, verdict: fate(row, role, world), faults: [] };
  });
}

const isEmail = (text: string): boolean => text.length <= 200 && z.email().safeParse(text).success;

function cellFaults(row: ImportRow, role: ImportRole | undefined): RowFault[] {
  const faults: RowFault[] = [];
  const fault = (field: ImportField, key: string, params: RowFault["params"] = {}): void => void faults.push({ field, key: `people.faults.${key}`, params });
  if (row.name === "") fault("name", "nameMissing");
  else if (row.name.length > 120) fault("name", "nameLong");
  if (row.email === "") fault("email", "emailMissing");
  else if (!isEmail(row.email)) fault("email", "emailBad", { email: row.email });
  if (!role) fault("role", row.role === "" ? "roleMissing" : "roleUnknown", { role: row.role });
  if (row.place === "") fault("place", "placeMissing");
  else if (row.place.length > 160) fault("place", "placeLong");
  return faults;
}

function standingFaults(row: ImportRow, role: ImportRole, earlier: readonly { role: ImportRole; line: number; place: string }[], world: Surroundings): RowFault[] {
  const same = earlier.find((one) => one.role === role && (role !== "localAdmin" || one.place.toLowerCase() === row.place.toLowerCase()));
  if (same) return [{ field: "email", key: "people.faults.duplicate", params: { line: same.line } }];
  const person = world.people.get(row.email);
  if (role === "localAdmin" || role === "admin" || role === "writer") return memberFaults(row, role, { person, earlier, world });
  const held = [...(person?.held ?? []), ...earlier.map((one) => one.role)];
  const against = seatAgainst(held as SeatRole[], role);
  return against ? [{ field: "role", key: "people.faults.incompatible", params: { held: world.roleName(against), role: world.roleName(role) } }] : [];
}

const judging: readonly ImportRole[] = ["screener", "evaluator", "juror", "chair"];

type Beside = { person: KnownPerson | undefined; earlier: readonly { role: ImportRole; line: number }[]; world: Surroundings };

function memberFaults(row: ImportRow, role: ImportRole, { person, earlier, world }: Beside): RowFault[] {
  const twice = role === "localAdmin" ? undefined : earlier[0];
  if (twice) return [{ field: "email", key: "people.faults.duplicate", params: { line: twice.line } }];
  if (role === "localAdmin" && person?.self) return [{ field: "email", key: "people.faults.yourself", params: {} }];
  if (role === "localAdmin" && row.place !== "" && !world.agencyOf(row.place, row.email)) return [agencyFault(row.place, world)];
  const decides = person?.decides || earlier.some((one) => judging.includes(one.role));
  return decides ? [{ field: "email", key: "people.faults.seatedElsewhere", params: {} }] : [];
}

function agencyFault(agency: string, world: Surroundings): RowFault {
  const into = world.successorOf(agency);
  if (into) return { field: "place", key: "people.faults.agencyGone", params: { agency, into } };
  return { field: "place", key: "people.faults.agencyUnknown", params: { agency } };
}

function fate(row: ImportRow, role: ImportRole, world: Surroundings): JudgedRow["verdict"] {
  const person = world.people.get(row.email);
  if (!person) return "newAccount";
  const holds = role === "localAdmin" ? (world.agencyOf(row.place, row.email)?.isMember ?? false) : person.held.includes(role);
  const isMember = (role === "admin" || role === "writer") && person.held.length > 0;
  return holds || isMember ? "already" : "existing";
}
