import { statfs } from "node:fs/promises";
import { Router } from "express";
import { findSetting, heartbeatKey } from "#app/jobs/queries.server.ts";
import type { Services } from "#app/request.server.ts";

/** A worker that has been silent for this long is not working. */
const heartbeatLimit = 30_000;
const leastFreeBytes = 200 * 1024 * 1024;

type Probe = { ok: boolean; note: string };

/** `/healthz`: the process answers. `/readyz`: database, disk and worker can do their work; 503 names the one that cannot. */
export function healthRoutes(services: Probed): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ ok: true });
  });
  router.get("/readyz", (_request, response, next) => {
    readiness(services).then(
      (answer) => response.set("Cache-Control", "no-store").status(answer.ok ? 200 : 503).json(answer),
      next,
    );
  });
  return router;
}

type Probed = Pick<Services, "db" | "config" | "files">;

async function readiness(services: Probed) {
  const probes = { database: probeDatabase(services), disk: await probeDisk(services), worker: probeWorker(services) };
  return { ok: Object.values(probes).every((probe) => probe.ok), ...probes };
}

function probeDatabase({ db }: Pick<Services, "db">): Probe {
  try {
    db.$client.prepare("select count(*) from editions").get();
    return { ok: true, note: "answers" };
  } catch (error) {
    return { ok: false, note: (error as Error).message };
  }
}

async function probeDisk({ config, files }: Pick<Services, "config" | "files">): Promise<Probe> {
  if (!(await files.isWritable())) return { ok: false, note: "cannot write files" };
  const disk = await statfs(config.dataDir);
  const free = disk.bavail * disk.bsize;
  return { ok: free >= leastFreeBytes, note: `${Math.floor(free / 1024 / 1024)} MiB free` };
}

function probeWorker(services: Pick<Services, "db">): Probe {
  try {
    const age = Date.now() - Number(findSetting(services, heartbeatKey) ?? 0);
    return { ok: age < heartbeatLimit, note: age < heartbeatLimit ? "beats" : "silent" };
  } catch (error) {
    return { ok: false, note: (error as Error).message };
  }
}
