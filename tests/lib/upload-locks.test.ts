import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UploadLocks } from "#app/lib/uploads/upload-locks.server.ts";
import { freshFolder } from "#tests/support/folders.ts";

const folder = freshFolder;
const open = (): AbortSignal => new AbortController().signal;

describe("the lock of an upload", () => {
  it("is held by one request at a time, whichever process has it", async () => {
    const place = folder();
    const [first, second] = [new UploadLocks(place).newLock("a"), new UploadLocks(place).newLock("a")];
    const order: string[] = [];
    await first.lock(open(), async () => {
      order.push("asked to let go");
      await first.unlock();
    });
    await second.lock(open(), () => undefined);
    order.push("taken over");
    await second.unlock();
    expect(order).toEqual(["asked to let go", "taken over"]);
    expect(readdirSync(place)).toEqual([]);
  });

  it("does not stand in the way of another upload", async () => {
    const locks = new UploadLocks(folder());
    await locks.newLock("a").lock(open(), () => undefined);
    await expect(locks.newLock("b").lock(open(), () => undefined)).resolves.toBeUndefined();
  });

  it("left by a process that died is taken over", async () => {
    const place = folder();
    writeFileSync(join(place, "a.lock"), "999999999");
    await expect(new UploadLocks(place).newLock("a").lock(open(), () => undefined)).resolves.toBeUndefined();
  });

  it("is given up waiting for by a request that was broken off", async () => {
    const locks = new UploadLocks(folder());
    await locks.newLock("a").lock(open(), () => undefined);
    const broken = new AbortController();
    broken.abort();
    await expect(locks.newLock("a").lock(broken.signal, () => undefined)).rejects.toMatchObject({ status_code: 500 });
  });
});
