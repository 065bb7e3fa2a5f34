import { readdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { openDisk } from "#app/lib/files/disk.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { freshFolder } from "#tests/support/folders.ts";

const bytes = new TextEncoder().encode("isi lampiran");

describe("files on disk", () => {
  it("keep the same content once, under the SHA-256 of its bytes", async () => {
    const root = freshFolder();
    const disk = openDisk(root);
    const local = join(root, "arriving");
    writeFileSync(local, bytes);
    const addresses = await Promise.all([disk.put(bytes), disk.put(bytes)]);
    expect(new Set([...addresses, await disk.putFile(local)])).toEqual(new Set([sha256Hex(bytes)]));
    expect(readdirSync(root, { recursive: true }).map(String).sort()).toEqual([sha256Hex(bytes).slice(0, 2), `${sha256Hex(bytes).slice(0, 2)}/${sha256Hex(bytes)}`]);
  });

  it("are taken away unless they were kept, or kept again, since an instant", async () => {
    const root = freshFolder();
    const disk = openDisk(root);
    const sha256 = await disk.put(bytes);
    const path = join(root, sha256.slice(0, 2), sha256);
    const age = (ms: number) => utimesSync(path, new Date(ms), new Date(ms));
    age(1_000);
    expect([await disk.remove(sha256, 1_000), await disk.has(sha256)]).toEqual([false, true]);
    await disk.put(bytes);
    expect([await disk.remove(sha256, 60_000), await disk.has(sha256)]).toEqual([false, true]);
    const local = join(root, "arriving");
    age(1_000);
    writeFileSync(local, bytes);
    await disk.putFile(local);
    expect(await disk.remove(sha256, 60_000)).toBe(false);
    age(1_000);
    renameSync(path, `${path}.going`);
    expect([await disk.remove(sha256, 60_000), await disk.has(sha256), readdirSync(join(root, sha256.slice(0, 2)))]).toEqual([true, false, []]);
    expect(await disk.remove(sha256, 60_000)).toBe(true);
  });

  it("are given back whole and in parts, and never outside their folder", async () => {
    const disk = openDisk(freshFolder());
    const sha256 = await disk.put(bytes);
    expect((await disk.read(sha256)).toString()).toBe("isi lampiran");
    expect((await buffer(await disk.stream(sha256, { from: 4, to: 6 }))).toString()).toBe("lam");
    expect(await disk.has("0".repeat(64))).toBe(false);
    expect(() => disk.has("../../etc/passwd")).toThrow("not a content address");
    await expect(disk.stream("0".repeat(64))).rejects.toThrow("ENOENT");
  });
});
