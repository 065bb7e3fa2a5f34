import { judgePassword } from "#app/features/accounts/passwords/rules.ts";
import { roundRobin } from "#app/features/assignment/round-robin/rules.ts";
import { createEditionFrom } from "#app/features/competitions/operations.server.ts";
import { readPeople } from "#app/features/competitions/people/operations.server.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import { compareTexts } from "#app/features/proposals/versions/rules.ts";
import type { Id } from "#app/lib/ids.ts";
import { seededRandom } from "#app/lib/random.ts";
import { readSheet, writeXlsx } from "#app/lib/spreadsheets.server.ts";
import { smallDefinition } from "#tests/features/competitions/small-definition.ts";
import { makeFinalists, schedule } from "#tests/features/interviews/scene.ts";
import { definition } from "#tests/features/ranking/edition.ts";
import { makeWorld } from "#tests/support/world.ts";

async function time(name: string, work: () => unknown): Promise<void> {
  const started = performance.now();
  await work();
  process.stdout.write(`${name.padEnd(66)} ${`${Math.round(performance.now() - started)} ms`.padStart(9)}\n`);
}

/** What a person waits for with the page open: the tests say that it is right, this how long it takes. */
export async function benchPrompt(): Promise<void> {
  await time("the first password judged, dictionaries and all", () => judgePassword("x", []));
  await time("a password of 256 characters judged", () => judgePassword("xk2h".repeat(64), ["Ratna Kusuma"]));
  const text = (word: string) => Array.from({ length: 9_000 }, (_, index) => `${word}${index}`).join(" ");
  await time("two versions of 9,000 words with nothing in common compared", () => compareTexts(text("satu"), text("dua")));
  await benchSheets();
  await benchRoundRobin();
  const seats = makeFinalists({ entries: 114, jurors: 5, change: { interview: { ...definition.interview!, perDay: 20, bufferMinutes: 0 } } });
  await time("114 finalists given their hours before two panels", () => schedule(seats, 2));
}

async function benchSheets(): Promise<void> {
  const rows = Array.from({ length: 10_000 }, (_, index) => [`Orang ${index}`, index % 7 === 0 ? "salah" : `orang${index}@x.go.id`, "evaluator", "Biro"]);
  const header = ["nama", "surel", "peran", "asal lembaga"];
  const bytes = await writeXlsx(header.map((title) => ({ title })), rows);
  await time("a workbook of 10,000 rows read", () => readSheet(bytes, { maxRows: 10_000, maxBytes: 5 * 1024 * 1024 }));
  const world = makeWorld();
  const founder = world.person("Sekretariat", "system::organiser");
  const scopeId = createEditionFrom(world.as(founder), { definition: smallDefinition, presetKey: null, slug: "kecil", rehearsal: true });
  const ctx = world.as({ ...founder, grants: [{ scope: "edition", scopeId, role: "organiser" }] });
  const sheet = { header, rows, lines: rows.map((_, index) => index + 2) };
  await time("10,000 people to invite judged, every seventh with a fault", () => readPeople(ctx, { kind: "seats", scopeId, fileName: "orang.csv", sheet }));
}

async function benchRoundRobin(): Promise<void> {
  const entries = Array.from({ length: 5_000 }, (_, index) => `p${index}` as Id<"proposal">);
  const assessors = Array.from({ length: 100 }, (_, index) => `u${index}` as Id<"user">);
  const random = seededRandom(1);
  const forbidden = new Set(entries.flatMap((entry) => assessors.filter(() => random() < 0.01).map((one) => pairKey(one, entry))));
  await time("5,000 entries dealt among 100 assessors, two readers each", () => roundRobin({ entries, assessors, readers: 2, forbidden, random }));
}
