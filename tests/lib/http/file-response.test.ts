import { describe, expect, it } from "vitest";
import { openFileStore } from "#app/lib/files.server.ts";
import { fileResponse, type HandedFile } from "#app/lib/http/file-response.server.ts";
import { freshFolder } from "#tests/support/folders.ts";

const files = openFileStore(freshFolder());

async function answer(headers: Record<string, string> = {}, change: Partial<HandedFile> = {}, query = "") {
  const bytes = new TextEncoder().encode("0123456789");
  const file = { sha256: await files.put(bytes), bytes: 10, contentType: "application/pdf", fileName: "Surat 🚤 'resmi'.pdf", ...change };
  const response = await fileResponse(new Request(`http://x/${query}`, { headers }), files, file);
  return { status: response.status, headers: response.headers, text: await response.text(), file };
}

describe("a file is handed out", () => {
  it("whole, with its length, its name in every alphabet, and nothing that could run", async () => {
    const { status, headers, text, file } = await answer();
    expect([status, text, headers.get("Content-Length"), headers.get("ETag")]).toEqual([200, "0123456789", "10", `"${file.sha256}"`]);
    expect(headers.get("Content-Disposition")).toBe(`attachment; filename="berkas.pdf"; filename*=UTF-8''Surat%20%F0%9F%9A%A4%20%27resmi%27.pdf`);
    expect([headers.get("X-Content-Type-Options"), headers.get("Cache-Control")]).toEqual(["nosniff", "private, no-cache"]);
    expect(headers.get("Content-Security-Policy")).toContain("sandbox");
  });

  it.each([
    ["bytes=2-4", 206, "234", "bytes 2-4/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-3", 206, "789", "bytes 7-9/10"],
    ["bytes=0-99", 206, "0123456789", "bytes 0-9/10"],
    ["bytes=10-", 416, "", "bytes */10"],
    ["bytes=5-2", 416, "", "bytes */10"],
    ["bytes=0-1,4-5", 200, "0123456789", null],
    ["lines=1-2", 200, "0123456789", null],
  ])("in the range %s with %i", async (range, status, text, printed) => {
    const given = await answer({ Range: range });
    expect([given.status, given.text, given.headers.get("Content-Range")]).toEqual([status, text, printed]);
  });

  it("not again to whoever has it, and whole when what they have is another", async () => {
    const { file } = await answer();
    expect((await answer({ "If-None-Match": `"${file.sha256}"` })).status).toBe(304);
    expect((await answer({ "If-Range": '"other"', Range: "bytes=0-1" })).text).toBe("0123456789");
  });

  it("in a tab of its own only when asked and only as what browsers cannot run", async () => {
    const shown = async (contentType: string) => (await answer({}, { contentType, fileName: "a" }, "?inline")).headers.get("Content-Disposition")?.split(";")[0];
    expect(await Promise.all(["application/pdf", "image/png", "text/html", "image/svg+xml"].map(shown))).toEqual(["inline", "inline", "attachment", "attachment"]);
  });
});
