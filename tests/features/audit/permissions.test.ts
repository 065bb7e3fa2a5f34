import { describe, expect, it } from "vitest";
import { eraseRecordsNaming } from "#app/features/audit/privacy/operations.server.ts";
import { makeWorld } from "#tests/support/world.ts";

const table = [
  ["a system admin", "system::operator", true],
  ["an organiser of the system", "system::organiser", false],
  ["an auditor", "system::auditor", false],
  ["an organiser of an edition", "edition:edn_x:organiser", false],
] as const;

describe("eraseRecordsNaming", () => {
  it.each(table)("by %s", (_who, grant, allowed) => {
    const world = makeWorld();
    const person = world.person("Ani");
    const erase = () => eraseRecordsNaming(world.as(world.person("Siapa", grant)), person);
    if (allowed) expect(erase).not.toThrow();
    else expect(erase).toThrow("accounts.notAllowed");
    expect(() => eraseRecordsNaming(world.as(null), person)).toThrow("accounts.notAllowed");
  });
});
