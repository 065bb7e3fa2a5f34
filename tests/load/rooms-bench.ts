import { recordAudit } from "#app/features/audit/operations.server.ts";
import { verifyAuditChain } from "#app/features/audit/queries.server.ts";
import type { Rubric } from "#app/features/competitions/definition/types.ts";
import { rankEntries } from "#app/features/ranking/rules.ts";
import type { ScoredEntry } from "#app/features/ranking/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { seededRandom } from "#app/lib/random.ts";
import { countWords } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";
import { makeWorld } from "#tests/support/world.ts";

function time(name: string, amount: number, unit: string, work: () => void): void {
  const started = performance.now();
  work();
  const seconds = (performance.now() - started) / 1000;
  const line = [name.padEnd(44), `${seconds.toFixed(2)} s`.padStart(9), `${Math.round(amount / seconds)} ${unit}/s`.padStart(22)];
  process.stdout.write(`${line.join(" ")}\n`);
}

const criteria = [500, 2000, 2500, 500, 2000, 2000, 500].map((weightBp, index) => ({
  key: `c${index}`,
  name: { id: "", en: "" },
  help: { id: "", en: "" },
  weightBp,
  levels: [],
  claimField: null,
}));
const rubric: Rubric = { stage: "desk", maxMark: 10_000, criteria, readers: 3, blind: false };

function invented(count: number, reads: number): ScoredEntry[] {
  const random = seededRandom(count);
  const sheet = () => Object.fromEntries(criteria.map(({ key }) => [key, Math.floor(random() * 101) * 100]));
  return Array.from({ length: count }, (_, index) => ({
    proposalId: `prop_${index}` as Id<"proposal">,
    number: index + 1,
    sheets: { desk: Array.from({ length: reads }, sheet) },
  }));
}

/** Audit chain, ranking and word count: the rooms whose speed the README quotes. */
export function benchRooms(): void {
  const world = makeWorld();
  const fact = { action: "bench.act", subject: { kind: "thing", id: "x" }, editionId: "edn_bench", data: { mark: 8400 } };
  time("audit: append 20,000 entries", 20_000, "entries", () => {
    for (let batch = 0; batch < 20; batch += 1) {
      inTransaction(world.ctx, () => {
        for (let i = 0; i < 1_000; i += 1) recordAudit(world.ctx, fact);
      });
    }
  });
  time("audit: verify 20,000 entries", 20_000, "entries", () => void verifyAuditChain(world.ctx));

  for (const [count, reads] of [[1_917, 2], [35_000, 3]] as const) {
    const entries = invented(count, reads);
    const input = { entries, composition: [{ stage: "desk", weightBp: 10_000 }], rubrics: [rubric], tieSeed: 7 };
    time(`ranking: ${count} entries x ${reads} sheets`, count, "entries", () => void rankEntries(input));
  }

  const text = "Pulau-pulau kecil tidak kekurangan resep, melainkan perjalanan. ".repeat(75);
  time("words: count 600 words 2,000 times", 2_000, "texts", () => {
    for (let i = 0; i < 2_000; i += 1) countWords(text);
  });
}
