/** METHODS 1.9 on invented years, each part in a process of its own so that its memory is its own. Ten to twenty minutes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { runAllocations } from "#tests/load/calibration/allocations.ts";
import { runChances } from "#tests/load/calibration/chances.ts";
import { runCoverage } from "#tests/load/calibration/coverage.ts";
import { runPanels } from "#tests/load/calibration/panels.ts";
import { runPlaceholders } from "#tests/load/calibration/placeholders.ts";
import { runRecalls } from "#tests/load/calibration/recalls.ts";
import { runGreatest, runGreatestCommand, runUsual, runUsualCommand } from "#tests/load/calibration/speed.ts";

const parts: Record<string, () => void | Promise<void>> = {
  speed: runUsual,
  command: runUsualCommand,
  placeholders: runPlaceholders,
  chances: runChances,
  recalls: runRecalls,
  panels: runPanels,
  coverage: runCoverage,
  allocations: runAllocations,
  greatest: runGreatest,
  "greatest-command": runGreatestCommand,
};

/** Prints every part, or those named after the bench's name; ends with 1 when a gate was missed. */
export async function benchCalibration(named: readonly string[] = process.argv.slice(3)): Promise<void> {
  for (const part of named.length > 0 ? named : Object.keys(parts)) {
    const child = spawn(process.execPath, ["--import", "tsx", import.meta.filename, part], { stdio: "inherit" });
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) {
  const part = parts[process.argv[2] ?? ""];
  if (!part) throw new Error(`There is no part "${process.argv[2] ?? ""}"; there are: ${Object.keys(parts).join(", ")}.`);
  await part();
}
