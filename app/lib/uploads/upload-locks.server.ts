import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ERRORS, type Lock, type Locker, type RequestRelease } from "@tus/server";

/** Ms between two looks, and after which whoever waits is told to try again. */
const lookMs = 50;
const patienceMs = 15_000;

/**
 * Lets one request at a time write to an upload, whichever process of the site has it: a file beside the upload says who. A
 * second request asks the first to let go, as a line that broke unseen would otherwise keep the upload; what a process that died
 * has left is taken over.
 */
export class UploadLocks implements Locker {
  constructor(private readonly folder: string) {}

  newLock(id: string): Lock {
    return new UploadLock(join(this.folder, encodeURIComponent(id)));
  }
}

class UploadLock implements Lock {
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly path: string) {}

  private get held(): string {
    return `${this.path}.lock`;
  }

  private get wanted(): string {
    return `${this.path}.wanted`;
  }

  async lock(stop: AbortSignal, requestRelease: RequestRelease): Promise<void> {
    const until = Date.now() + patienceMs;
    while (!this.take()) {
      if (stop.aborted || Date.now() > until) throw ERRORS.ERR_LOCK_TIMEOUT;
      writeFileSync(this.wanted, "");
      await sleep(lookMs);
    }
    rmSync(this.wanted, { force: true });
    this.watch = setInterval(() => {
      if (existsSync(this.wanted)) void requestRelease();
    }, lookMs).unref();
  }

  unlock(): Promise<void> {
    clearInterval(this.watch);
    rmSync(this.held, { force: true });
    return Promise.resolve();
  }

  /** The file is made only where there is none, in one step: two processes never both succeed. */
  private take(): boolean {
    try {
      const file = openSync(this.held, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (!isLeft(this.held)) return false;
      rmSync(this.held, { force: true });
      return false;
    }
  }
}

/** Whether the process that holds it is gone. */
function isLeft(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (pid === 0) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
