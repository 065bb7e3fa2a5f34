import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

// A far-off zone: whoever forgets to name a zone is found out.
const env = { TZ: "Pacific/Chatham", NODE_ENV: "test" } as const;
const setupFiles = ["tests/support/setup.ts"];
const proofs = "tests/**/*.proof.test.ts";

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        esbuild: { jsx: "automatic" },
        resolve: { alias: { "@node-rs/argon2": fileURLToPath(new URL("tests/support/quick-argon2.ts", import.meta.url)) } },
        test: {
          name: "unit",
          ...{ env, setupFiles },
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**", "tests/load/**", proofs],
          testTimeout: 60_000,
          // One process a core loads the product once for all its files; what a file changes of the world it puts back.
          ...{ pool: "forks", isolate: false, maxWorkers: "100%" },
          sequence: { groupOrder: 0 },
        },
      },
      {
        esbuild: { jsx: "automatic" },
        test: {
          // What takes many tries or much room to be believed: chances, whole years, hidden data changed at random, bombs.
          name: "proofs",
          ...{ env, setupFiles },
          include: [proofs],
          testTimeout: 300_000,
          ...{ pool: "forks", maxWorkers: "100%" },
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "e2e",
          setupFiles,
          globalSetup: ["tests/support/journeys.ts"],
          include: ["tests/e2e/**/*.test.ts"],
          env: { TZ: env.TZ },
          testTimeout: 900_000,
          hookTimeout: 900_000,
          // Browser and server wait for one another in turns: two journeys side by side fill two cores.
          ...{ pool: "forks", maxWorkers: 2 },
          // A browser on a busy machine stumbles now and then: what is broken is broken twice.
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
