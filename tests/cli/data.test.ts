import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

let data: string;

beforeEach(async () => {
  data = freshFolder();
  expect((await run(["migrate", "--data", data])).code).toBe(0);
});

const rows = (sql: string): unknown[] => {
  const db = openDatabase(join(data, "anugerah.db"));
  try {
    return db.$client.prepare(sql).raw().all();
  } finally {
    db.$client.close();
  }
};

describe("migrate", () => {
  it("makes the database once and then finds it up to date", async () => {
    const fresh = freshFolder();
    const first = JSON.parse((await run(["migrate", "--data", fresh, "--json"])).out) as { file: string; applied: number };
    expect([first.file, first.applied > 0]).toEqual([join(fresh, "anugerah.db"), true]);
    expect(JSON.parse((await run(["migrate", "--data", fresh, "--json"])).out)).toEqual({ ...first, applied: 0 });
  });
});

describe("user create", () => {
  const create = (password: string, ...more: string[]) =>
    run(["user", "create", "--email", "Ani@Contoh.go.id", "--name", "Ani", "--password-stdin", "--data", data, ...more], {
      stdin: `${password}\n`,
    });

  it("makes an account with a hash of the password of standard input", async () => {
    expect(await create("sandi yang panjang", "--role", "operator")).toEqual({
      code: 0,
      out: "Akun ani@contoh.go.id dibuat dengan peran operator.\n",
      err: "",
    });
    const [[email, role, hash]] = rows("select email, system_role, password_hash from users") as [[string, string, string]];
    expect([email, role, hash.startsWith("$argon2id$")]).toEqual(["ani@contoh.go.id", "operator", true]);
  });

  it("refuses a short password and an address that has an account, and makes none", async () => {
    expect((await create("pendek")).code).toBe(1);
    expect(rows("select * from users")).toEqual([]);
    await create("sandi yang panjang");
    const again = await create("sandi lain yang panjang");
    expect([again.code, again.err]).toEqual([1, "anugerah: Surel ani@contoh.go.id sudah punya akun. Pakai surel lain.\n"]);
    expect(rows("select count(*) from users")).toEqual([[1]]);
  });

  it("does not ask where nobody can answer", async () => {
    const { code, err } = await run(["user", "create", "--email", "a@b.go.id", "--name", "A", "--data", data]);
    expect([code, err]).toEqual([1, "anugerah: tidak ada terminal untuk menanyakan kata sandi; pakai --password-stdin.\n"]);
  });
});

describe("agency import", () => {
  const header = "code,name,kind,province,parent,zone\n";
  const importText = (text: string, ...more: string[]) => {
    const file = join(data, "instansi.csv");
    writeFileSync(file, text);
    return run(["agency", "import", file, "--data", data, ...more]);
  };

  it("adds, updates and leaves alone by code", async () => {
    const text = `${header}33,Pemerintah Provinsi Jawa Tengah,provinsi,33,,Asia/Jakarta\n33.15,"Grobogan, ""Kabupaten""",kabupaten,33,33,Asia/Jakarta\n`;
    expect((await importText(text)).out).toBe("2 instansi baru, 0 diperbarui, 0 tetap.\n");
    const renamed = text.replace("Provinsi Jawa Tengah", "Jawa Tengah");
    expect(JSON.parse((await importText(renamed, "--json")).out)).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(rows("select code, name, source from agencies order by code")).toEqual([
      ["33", "Pemerintah Jawa Tengah", "Berkas instansi.csv"],
      ["33.15", "Grobogan, \"Kabupaten\"", "Berkas instansi.csv"],
    ]);
  });

  it("names every fault by line and column and saves nothing", async () => {
    const text = `${header}33,Jawa Tengah,provinsi,33,,Asia/Jakarta\n34,,provinse,3x,,WIB\n33,Lagi,kota,33,99,Asia/Jakarta\n35,Kurang\n`;
    const { code, err } = await importText(text, "--lang", "en");
    expect([code, rows("select * from agencies")]).toEqual([1, []]);
    expect(err.split("\n").slice(1)).toEqual([
      "  line 3, name: This field is empty.",
      "  line 3, kind: Choose one of the options.",
      "  line 3, province: This field is not right yet. Check it again.",
      "  line 3, zone: Choose one of the options.",
      "  line 4, code: code 33 stands already on line 2",
      "  line 4, parent: the agency above, 99, is neither in the file nor in the registry",
      "  line 5, -: must have 6 columns, has 2",
      "",
    ]);
  });

  it("names twenty faults and counts the rest", async () => {
    const { err } = await importText(header + "x,X,kota,,,WIB\n".repeat(25), "--lang", "en");
    expect([err.split("\n").length, err.includes("25 faults"), err.includes("… and 5 more faults")]).toEqual([23, true, true]);
  });

  it.each([
    ["kode,nama\n1,2\n", "line 1, -: the header must be code,name,kind,province,parent,zone"],
    [header, "line 2, -: there is no agency row"],
    [`${header}33,"Jawa,provinsi,33,,Asia/Jakarta\n`, "line 2: a quotation mark is not closed"],
  ])("refuses the whole file %j", async (text, fault) => {
    const { code, err } = await importText(text, "--lang", "en");
    expect([code, err.includes(fault)]).toEqual([1, true]);
  });

  it("refuses a file that is not there", async () => {
    const { code, err } = await run(["agency", "import", "/nowhere.csv", "--data", data]);
    expect([code, err]).toEqual([1, "anugerah: berkas /nowhere.csv tidak ditemukan.\n"]);
  });
});

describe("audit verify", () => {
  it("names the first entry that was tampered with", async () => {
    for (const email of ["a@x.go.id", "b@x.go.id", "c@x.go.id"]) {
      await run(["user", "create", "--email", email, "--name", "N", "--password-stdin", "--data", data], { stdin: "sandi yang panjang\n" });
    }
    const whole = await run(["audit", "verify", "--data", data, "--json"]);
    expect([whole.code, (JSON.parse(whole.out) as { entries: number }).entries]).toEqual([0, 3]);
    const db = openDatabase(join(data, "anugerah.db"));
    db.$client.exec("drop trigger audit_entries_no_rewrite; update audit_entries set record = replace(record, 'none', 'nona') where seq = 2");
    db.$client.close();
    const broken = await run(["audit", "verify", "--db", join(data, "anugerah.db"), "--lang", "en"]);
    expect([broken.code, broken.out]).toEqual([
      1,
      "1 thing does not fit:\n- Entry 2: its content is not that of its fingerprint.\n",
    ]);
  });

  it("says of rows that no entry speaks of what an owner does with those older than their sealing", async () => {
    await run(["user", "create", "--email", "a@x.go.id", "--name", "N", "--password-stdin", "--data", data], { stdin: "sandi yang panjang\n" });
    const db = openDatabase(join(data, "anugerah.db"));
    db.$client.exec("pragma foreign_keys = off; insert into rounds (id, edition_id, stage, reason, missing, closed_by, closed_at) values ('rnd_a', 'edn_a', 'desk', '', '[]', 'usr_a', 0)");
    db.$client.close();
    const { code, out } = await run(["audit", "verify", "--data", data, "--lang", "en"]);
    expect([code, out.split("\n").slice(0, 2)]).toEqual([1, ["1 thing does not fit:", "- Table rounds, row rnd_a: no entry speaks of it."]]);
    expect(out.split("\n")[2]).toMatch(/^Rows no entry speaks of were written by another way than the application, or are older than the sealing of rows\./);
  });
});
