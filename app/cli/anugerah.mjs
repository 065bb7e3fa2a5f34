#!/usr/bin/env node
import { fileURLToPath } from "node:url";

// React takes its build when it is loaded, which is before any setting is read.
process.env.NODE_ENV ??= "production";

const tsconfig = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));

const { register } = await import("tsx/esm/api").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write("anugerah: jalankan \"npm ci\" terlebih dahulu (run \"npm ci\" first).\n");
  process.exit(1);
});
register({ tsconfig });

const { main } = await import("./main.ts");
const { processIo } = await import("./io.ts");
// Ends at once: timers of libraries, such as the patience for slow pages, have nothing left to wait for.
process.exit(await main(process.argv.slice(2), processIo()));
