import { writeFileSync, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBucket, readBucketUrl } from "#app/lib/files/bucket.server.ts";
import type { ContentStore } from "#app/lib/files.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { freshFolder } from "#tests/support/folders.ts";

type Seen = { method: string; path: string; headers: Record<string, unknown>; bytes: number };

let server: Server;
let bucket: ContentStore;
let seen: Seen[];
const objects = new Map<string, Buffer>();
let failures = 0;
/** When the server says that whatever it holds was kept, UTC ms. */
const keptAt = Date.UTC(2026, 2, 1);

beforeAll(async () => {
  server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const path = request.url ?? "";
      seen.push({ method: request.method ?? "", path, headers: request.headers, bytes: body.length });
      if (request.method === "PUT" && failures > 0) {
        failures -= 1;
        return request.socket.destroy();
      }
      const held = objects.get(path);
      if (request.method === "PUT") objects.set(path, body);
      else if (!held) response.statusCode = 404;
      if (request.method === "DELETE") objects.delete(path);
      response.setHeader("Last-Modified", new Date(keptAt).toUTCString());
      const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "");
      const part = range && held ? held.subarray(Number(range[1]), Number(range[2]) + 1) : held;
      response.end(request.method === "GET" ? part : undefined);
    });
  }).listen(0, "localhost");
  await new Promise((resolve) => server.once("listening", resolve));
  bucket = openBucket(`http://AKID:s%2Fecret@localhost:${(server.address() as AddressInfo).port}/anugerah?region=id-jkt-1`);
});

beforeEach(() => {
  seen = [];
  objects.clear();
});

afterAll(() => server.close());

const bytes = new TextEncoder().encode("isi lampiran");
const sha256 = sha256Hex(bytes);
const path = `/anugerah/files/${sha256.slice(0, 2)}/${sha256}`;

describe("a bucket", () => {
  it("is named by one address, its secret written as in every address", () => {
    expect(readBucketUrl("https://AKID:s%2Fe@s3.contoh.go.id/anugerah/?region=x")).toEqual({
      ...{ base: "https://s3.contoh.go.id/anugerah", accessKeyId: "AKID", secretAccessKey: "s/e", region: "x" },
    });
  });

  it("keeps content under its address and gives it back, whole and in parts", async () => {
    expect(await bucket.has(sha256)).toBe(false);
    expect(await bucket.put(bytes)).toBe(sha256);
    expect([...objects.keys()]).toEqual([path]);
    expect(await bucket.has(sha256)).toBe(true);
    expect((await bucket.read(sha256)).toString()).toBe("isi lampiran");
    expect((await buffer(await bucket.stream(sha256, { from: 4, to: 11 }))).toString()).toBe("lampiran");
  });

  it("signs every request, its content included, and says its length", async () => {
    await bucket.put(bytes);
    const put = seen.find(({ method }) => method === "PUT");
    expect(put?.headers["x-amz-content-sha256"]).toBe(sha256);
    expect(put?.headers["content-length"]).toBe(String(bytes.length));
    expect(put?.headers["transfer-encoding"]).toBeUndefined();
    const shape = /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/id-jkt-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-content-sha256[a-z0-9;-]*, Signature=[0-9a-f]{64}$/;
    for (const { headers } of seen) expect(headers.authorization).toMatch(shape);
  });

  it("keeps the same content once, and is sent it anew so that it notes when it was wanted last", async () => {
    await bucket.put(bytes);
    await bucket.put(bytes);
    expect([seen.map(({ method }) => method), objects.size]).toEqual([["PUT", "PUT"], 1]);
  });

  it("gives up what nobody has kept since an instant, and says so; what is not there counts as given up", async () => {
    await bucket.put(bytes);
    expect(await bucket.remove(sha256, keptAt)).toBe(false);
    expect(objects.size).toBe(1);
    expect(await bucket.remove(sha256, keptAt + 1_000)).toBe(true);
    expect([objects.size, await bucket.remove(sha256, 0)]).toEqual([0, true]);
  });

  it("takes over a local file as a stream", async () => {
    const local = join(freshFolder(), "file");
    writeFileSync(local, Buffer.alloc(3_000_000, 7));
    const address = await bucket.putFile(local);
    expect([seen.at(-1)?.bytes, objects.size, existsSync(local)]).toEqual([3_000_000, 1, false]);
    expect((await bucket.read(address)).length).toBe(3_000_000);
  });

  it("sends once more when the line breaks, and says so when it stays broken", async () => {
    failures = 1;
    expect(await bucket.put(bytes)).toBe(sha256);
    expect(seen.map(({ method }) => method)).toEqual(["PUT", "PUT"]);
    failures = 10;
    await expect(bucket.put(new TextEncoder().encode("lain"))).rejects.toThrow();
    failures = 10;
    expect(await bucket.isWritable()).toBe(false);
    failures = 0;
    expect(await bucket.isWritable()).toBe(true);
  });

  it("fails for content it does not hold instead of giving none", async () => {
    await expect(bucket.read("0".repeat(64))).rejects.toThrow("404");
    await expect(bucket.has("../secrets")).rejects.toThrow("not a content address");
  });
});
