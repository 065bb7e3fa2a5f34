/** Prints the figures the README quotes. Run apart from the tests, on a quiet machine: npm run bench [rooms|prompt|audit|similarity|intake|scale|assign|calibration|signals] */

const benches: Record<string, () => Promise<void>> = {
  rooms: async () => (await import("#tests/load/rooms-bench.ts")).benchRooms(),
  prompt: async () => (await import("#tests/load/prompt-bench.ts")).benchPrompt(),
  audit: async () => (await import("#tests/load/audit-bench.ts")).benchAudit(),
  similarity: async () => (await import("#tests/load/similarity-bench.ts")).benchSimilarity(),
  assign: async () => (await import("#tests/load/assign-bench.ts")).benchAssign(),
  calibration: async () => (await import("#tests/load/calibration-bench.ts")).benchCalibration(),
  signals: async () => (await import("#tests/load/signals-bench.ts")).benchSignals(),
  scale: async () => (await import("#tests/load/scale-bench.ts")).benchScale(),
  intake: async () => (await import("#tests/load/intake-bench.ts")).benchIntake(),
};

const asked: string = process.argv[2] ?? "rooms";
const bench = benches[asked];
if (bench) await bench();
else {
  process.stderr.write(`There is no bench "${asked}"; there are: ${Object.keys(benches).join(", ")}.\n`);
  process.exitCode = 2;
}

export {};
