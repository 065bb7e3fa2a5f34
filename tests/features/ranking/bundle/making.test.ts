import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { BundleOrder } from "#app/features/ranking/bundle/jobs.server.ts";
import { getBundle } from "#app/features/ranking/bundle/queries.server.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { runInThread } from "#app/lib/threads/run.server.ts";
import { makeCalibrated, minutes } from "#tests/features/ranking/scene.ts";
import { freshFolder } from "#tests/support/folders.ts";

it("makes in a thread the very bytes that the process would have made", async () => {
  const scene = makeCalibrated();
  signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
  approveList(scene.as(scene.signatory), { listId: scene.listId });
  const { ctx } = scene.world;
  const file = join(freshFolder(), "anugerah.db");
  writeFileSync(file, ctx.db.$client.serialize());
  const input: BundleOrder = { file, listId: scene.listId, baseUrl: ctx.baseUrl, publicKeyPem: ctx.keys.audit.publicKeyPem };
  const job = { module: "app/features/ranking/bundle/jobs.server.ts", name: "makeBundle", input };
  const bytes = await runInThread<Uint8Array>(job);
  expect(Buffer.from(bytes).equals(getBundle(scene.as(scene.chair), scene.listId).bytes)).toBe(true);
});
