import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        esbuild: { jsx: "automatic" },
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**", "tests/load/**"],
          setupFiles: ["tests/support/setup.ts"],
          // A far-off zone: whoever forgets to name a zone is found out.
          env: { TZ: "Pacific/Chatham", NODE_ENV: "test" },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          setupFiles: ["tests/support/setup.ts"],
          env: { TZ: "Pacific/Chatham" },
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
          // A browser on a busy machine stumbles now and then: what is broken is broken twice.
          retry: 1,
        },
      },
    ],
  },
});
