import { expect, it } from "vitest";
import { importArchive } from "#app/features/archive/operations.server.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { makeWorld } from "#tests/support/world.ts";

const people: [string, string[] | null, string][] = [
  ["visitor", null, "accounts.notAllowed"],
  ["agency admin", ["agency:agc_x:admin"], "accounts.notAllowed"],
  ["organiser of an edition", ["edition:edn_x:organiser"], "accounts.notAllowed"],
  ["system organiser", ["system::organiser"], "accounts.notAllowed"],
  ["system auditor", ["system::auditor"], "accounts.notAllowed"],
  ["system operator", ["system::operator"], "done"],
];

it.each(people)("importArchive by %s", (_name, grants, outcome) => {
  const world = makeWorld();
  const actor = grants && world.person("Orang", ...grants);
  expect(refusalOf(() => importArchive(world.as(actor), [], []))).toBe(outcome);
});
