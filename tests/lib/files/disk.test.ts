import { readdirSync, writeFileSync } from "node:fs";
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
