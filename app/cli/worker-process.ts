import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("./anugerah.mjs", import.meta.url));
/** Ms before a worker that died is started again: doubled each time up to half a minute. */
const firstPause = 1_000;
const longestPause = 30_000;
/** A worker that lived this long starts with the first pause again. */
const healthyMs = 60_000;

export type WorkerProcess = { stop: () => Promise<void> };

/**
 * Runs `anugerah worker` beside this process and starts it again when it dies. It ends with us: it hears when the line
 * between us breaks. `stop` lets it finish what it is doing.
 */
export function runWorker(given: { env: NodeJS.ProcessEnv; lang: string; died: (code: number | null) => void }): WorkerProcess {
  let child: ChildProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  let stopping = false;
  let pause = firstPause;
  const start = (): void => {
    const startedAt = Date.now();
    child = spawn(process.execPath, [entry, "worker", "--lang", given.lang], {
      env: given.env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("exit", (code) => {
      if (stopping) return;
      given.died(code);
      pause = Date.now() - startedAt > healthyMs ? firstPause : Math.min(longestPause, pause * 2);
      restart = setTimeout(start, pause);
    });
  };
  start();
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child?.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    },
  };
}
