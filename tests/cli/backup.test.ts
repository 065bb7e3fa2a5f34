import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBucket } from "#app/lib/files/bucket.server.ts";
import { openFileStore } from "#app/lib/files.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { pagePictures } from "#db/schema/proposals.ts";
import { type FakeBucket, startBucket } from "#tests/support/bucket.ts";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

let data: string;
let copy: string;

beforeEach(async () => {
  data = freshFolder();
  copy = join(freshFolder(), "salinan");
  await run(["migrate", "--data", data]);
  await run(["user", "create", "--email", "a@x.go.id", "--name", "Ani", "--password-stdin", "--data", data], {
    stdin: "sandi yang panjang\n",
  });
  await openFileStore(join(data, "files")).put(new TextEncoder().encode("%PDF-1.4 lampiran %%EOF"));
});

/** Every file below the folder with its content; the database as its rows. */
function contentOf(folder: string): Record<string, unknown> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("anugerah.db") && entry.name !== "manifest.json")
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path): [string, string] => [path.slice(folder.length), readFileSync(path, "hex")]);
  const db = openDatabase(join(folder, "anugerah.db"));
  const rows = db.$client.prepare("select * from users").all();
  const audit = db.$client.prepare("select * from audit_entries").all();
  db.$client.close();
  return { ...Object.fromEntries(files.sort()), rows, audit };
}

describe("backup and restore", () => {
  it("brings back exactly what was copied, while the database is open elsewhere", async () => {
    const open = openDatabase(join(data, "anugerah.db"));
    open.$client.prepare("insert into settings (key, value) values ('in-the-journal', '1')").run();
    expect((await run(["backup", "--to", copy, "--data", data])).code).toBe(0);
    open.$client.close();
    const target = freshFolder();
    expect((await run(["restore", "--from", copy, "--data", target])).code).toBe(0);
    expect(contentOf(target)).toEqual(contentOf(data));
    const db = openDatabase(join(target, "anugerah.db"));
    expect(db.$client.prepare("select value from settings where key = 'in-the-journal'").pluck().get()).toBe("1");
    db.$client.close();
    expect((await run(["db", "check", "--data", target])).code).toBe(0);
  });

  it("keeps the signing keys to their owner, in the copy and in what is restored", async () => {
    await run(["backup", "--to", copy, "--data", data]);
    const target = freshFolder();
    await run(["restore", "--from", copy, "--data", target]);
    for (const folder of [copy, target]) {
      for (const key of ["award.pem", "rehearsal.pem"]) expect(statSync(join(folder, "keys", key)).mode & 0o777).toBe(0o600);
    }
  });

  it("can be looked at without changing its checksums", async () => {
    await run(["backup", "--to", copy, "--data", data]);
    expect((await run(["audit", "verify", "--db", join(copy, "anugerah.db")])).code).toBe(0);
    expect((await run(["restore", "--from", copy, "--data", freshFolder()])).code).toBe(0);
  });

  it("refuses to overwrite a live database", async () => {
    await run(["backup", "--to", copy, "--data", data]);
    const before = contentOf(data);
    const { code, err } = await run(["restore", "--from", copy, "--data", data, "--lang", "en"]);
    expect([code, err]).toEqual([
      1,
      `anugerah: ${data} holds data; a restore does not overwrite it. Choose an empty folder with --data.\n`,
    ]);
    expect(contentOf(data)).toEqual(before);
  });

  it("refuses a target that is not empty", async () => {
    mkdirSync(copy, { recursive: true });
    writeFileSync(join(copy, "catatan.txt"), "x");
    expect((await run(["backup", "--to", copy, "--data", data])).code).toBe(1);
    expect(readdirSync(copy)).toEqual(["catatan.txt"]);
  });

  it.each([
    ["altered", (file: string) => appendFileSync(file, "x"), "altered"],
    ["missing", (file: string) => rmSync(file), "missing"],
  ])("restores nothing when a file is %s", async (_name, harm, _kind) => {
    await run(["backup", "--to", copy, "--data", data]);
    harm(join(copy, "keys/award.pem"));
    const target = join(freshFolder(), "baru");
    const { code, err } = await run(["restore", "--from", copy, "--data", target]);
    expect([code, err.includes("keys/award.pem"), existsSync(target)]).toEqual([1, true, false]);
  });

  it("refuses a folder without a manifest, and a manifest that points outside", async () => {
    const target = join(freshFolder(), "baru");
    expect((await run(["restore", "--from", data, "--data", target])).code).toBe(1);
    await run(["backup", "--to", copy, "--data", data]);
    const manifest = readFileSync(join(copy, "manifest.json"), "utf8");
    writeFileSync(join(copy, "manifest.json"), manifest.replace("keys/award.pem", "../award.pem"));
    expect((await run(["restore", "--from", copy, "--data", target])).code).toBe(1);
    expect(existsSync(target)).toBe(false);
  });
});

describe("with files in a bucket", () => {
  let bucket: FakeBucket;

  beforeEach(async () => {
    bucket = await startBucket();
  });

  afterEach(() => bucket.stop());

  /** Content of which a row of the database knows the address. */
  async function kept(words: string): Promise<string> {
    const sha256 = await openBucket(bucket.url).put(new TextEncoder().encode(words));
    const db = openDatabase(join(data, "anugerah.db"));
    db.insert(pagePictures).values({ sha256: "0".repeat(64), page: 1, width: 1, height: 1, picture: sha256 }).run();
    db.$client.close();
    return sha256;
  }

  it("copies no file and names the addresses that must be found there", async () => {
    const sha256 = await kept("isi lampiran");
    rmSync(join(data, "files"), { recursive: true });
    expect((await run(["backup", "--to", copy, "--data", data], { env: { S3_URL: bucket.url } })).code).toBe(0);
    const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8")) as { files: { path: string }[]; elsewhere?: string[] };
    expect([manifest.elsewhere, manifest.files.some(({ path }) => path.startsWith("files/"))]).toEqual([[sha256], false]);
    const target = freshFolder();
    expect((await run(["restore", "--from", copy, "--data", target])).code).toBe(0);
    expect((await run(["db", "check", "--data", target], { env: { S3_URL: bucket.url } })).code).toBe(0);
  });

  it("db check misses what the bucket does not hold, and what is looked for on the disk", async () => {
    const sha256 = await kept("isi lampiran");
    const check = (env: Record<string, string>) => run(["db", "check", "--data", data], { env });
    expect((await check({ S3_URL: bucket.url })).code).toBe(0);
    const onDisk = await check({});
    expect([onDisk.code, onDisk.out.includes(sha256)]).toEqual([1, true]);
    bucket.objects.clear();
    const gone = await check({ S3_URL: bucket.url });
    expect([gone.code, gone.out.includes(sha256)]).toEqual([1, true]);
  });
});
