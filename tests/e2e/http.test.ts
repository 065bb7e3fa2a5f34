import { readdirSync, readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPassword } from "#db/seeds/demo-accounts.ts";
import { root } from "#tests/architecture/sources.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

let product: Product;

beforeAll(async () => {
  product = await startProduct([], { MAX_UPLOAD_MB: "1" });
});

afterAll(async () => {
  await product.stop();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(product.url + path, { redirect: "manual", headers });

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(product.url + path, {
    method: "POST",
    redirect: "manual",
    body,
    headers: { Origin: product.url, "Content-Type": "application/x-www-form-urlencoded", ...headers },
  });

describe("the server", () => {
  it("answers health and readiness, and names the database, the disk and the worker", async () => {
    expect(await (await get("/healthz")).json()).toEqual({ ok: true });
    const ready = (await (await get("/readyz")).json()) as Record<string, { ok: boolean }>;
    expect([ready.database?.ok, ready.disk?.ok, ready.worker?.ok]).toEqual([true, true, true]);
  });

  it("allows scripts only with the page's nonce, a new one for every page", async () => {
    const pages = await Promise.all([get("/"), get("/")]);
    const nonces = pages.map((page) => /'nonce-([^']+)'/.exec(page.headers.get("Content-Security-Policy") ?? "")?.[1]);
    expect(new Set(nonces).size).toBe(2);
    const html = await (pages[0]).text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] as string);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((attributes) => !attributes.includes(`nonce="${nonces[0]}"`))).toEqual([]);
  });

  it("sends the headers that keep a page to itself", async () => {
    const { headers } = await get("/");
    const named = ["X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cache-Control", "X-Powered-By"];
    expect(named.map((name) => headers.get(name))).toEqual(["nosniff", "DENY", "same-origin", "private, no-store", null]);
    expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("refuses a form of another site and one without an origin", async () => {
    expect((await post("/sign-out", "", { Origin: "http://example.org" })).status).toBe(403);
    expect((await post("/sign-out", "", { Origin: "null" })).status).toBe(403);
  });

  it("refuses a body over the limit, whether or not it says its length", async () => {
    const big = "x".repeat(1_200_000);
    const told = await post("/sign-in", big);
    expect([told.status, await told.text()]).toEqual([413, expect.stringContaining("Kiriman terlalu besar")]);
    expect(await chunked(big)).toBe(413);
  });

  it("answers a body of 300 MB without reading it, and others meanwhile", async () => {
    const flood = floodOf(300 * 1024 * 1024);
    const other = get("/healthz");
    const { status, sent } = await flood;
    expect([status, (await other).status]).toEqual([413, 200]);
    expect(sent).toBeLessThan(40 * 1024 * 1024);
  });

  it("takes pieces of files from nobody who is not signed in, and hands out none", async () => {
    const headers = { Origin: product.url, "Tus-Resumable": "1.0.0", "Upload-Length": "10", "Upload-Metadata": "proposalId eA==" };
    const announced = await fetch(`${product.url}/uploads`, { method: "POST", headers });
    const sent = await fetch(`${product.url}/uploads/upl_x`, { method: "HEAD", headers: { "Tus-Resumable": "1.0.0" } });
    const foreign = await fetch(`${product.url}/uploads`, { method: "POST", headers: { ...headers, Origin: "http://example.org" } });
    expect([announced.status, sent.status, foreign.status, (await get("/uploads/upl_x")).status]).toEqual([401, 401, 403, 404]);
  });

  it("gives an unknown address its own page, in the reader's language", async () => {
    const page = await get("/tidak-ada", { Cookie: "language=en" });
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining("Page not found")]);
  });

  it("sends a visitor to sign in and back to what they were doing", async () => {
    const answer = await get("/organiser?sort=name");
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/sign-in?to=%2Forganiser%3Fsort%3Dname"]);
  });

  it("never sends anybody to another site after signing in", async () => {
    const html = await (await post("/sign-in", "email=&password=&to=//example.org")).text();
    expect(html).not.toContain('href="//example.org');
  });

  it("keeps what was typed when a form is refused, passwords excepted", async () => {
    const answer = await post("/sign-in", "email=ani%40contoh&password=rahasia-sekali");
    const html = await answer.text();
    expect([answer.status, html.includes('value="ani@contoh"'), html.includes("rahasia-sekali")]).toEqual([422, true, false]);
    expect(html).toContain("Tulis alamat surel yang lengkap");
  });

  it("has no demo page, demo clock, component page or demo account outside their modes", async () => {
    const statuses = [await get("/demo/mailbox"), await get("/_komponen"), await post("/demo/clock", "until=2030-01-01T00:00")];
    expect(statuses.map((answer) => answer.status)).toEqual([404, 404, 404]);
    expect(await (await get("/sign-in")).text()).not.toContain("Akun demo");
  });

  it("ships no demo password to the browser", () => {
    const assets = join(root, "build/client/assets");
    const shipped = readdirSync(assets).filter((name) => readFileSync(join(assets, name)).includes(demoPassword));
    expect(shipped).toEqual([]);
  });
});

function chunked(body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Origin: product.url, "Transfer-Encoding": "chunked", "Content-Type": "application/x-www-form-urlencoded" };
    const request = httpRequest(`${product.url}/sign-in`, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    request.on("error", reject);
    request.write(body.slice(0, 600_000));
    request.end(body.slice(600_000));
  });
}

/** Writes until an answer comes or the line is closed; tells how much had been written by then. */
function floodOf(bytes: number): Promise<{ status: number; sent: number }> {
  return new Promise((resolve) => {
    const headers = { Origin: product.url, "Content-Length": String(bytes), "Content-Type": "multipart/form-data; boundary=x" };
    const piece = Buffer.alloc(256 * 1024);
    let [sent, status] = [0, 0];
    const request = httpRequest(`${product.url}/sign-in`, { method: "POST", headers }, (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume();
    });
    const write = (): void => {
      while (!request.destroyed && sent < bytes) {
        sent += piece.length;
        if (!request.write(piece)) return void request.once("drain", write);
      }
    };
    request.on("error", () => undefined);
    request.on("close", () => resolve({ status, sent }));
    write();
  });
}
