import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { askPdfReader, PdfTooHard } from "#app/lib/pdf-reading/pool.server.ts";
import { checkPdf } from "#app/lib/pdf-reading/read.server.ts";
import { bombPdf, laughingPdf, pdfOf, smallPdf } from "#tests/support/pdf.ts";

const faultOf = async (bytes: Uint8Array): Promise<string> => {
  const verdict = await checkPdf(bytes);
  return verdict.ok ? `${verdict.pages} pages` : verdict.fault;
};

describe("a PDF is kept only when it", () => {
  it("does not become huge when it is unpacked", async () => {
    const bomb = bombPdf(600);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await faultOf(bomb)).toBe("tooHeavy");
    const twice = deflateSync(deflateSync(Buffer.alloc(400 * 1024 * 1024), { level: 1 }));
    const head = Buffer.from(`<< /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>\nstream\n`);
    const content = Buffer.concat([head, twice, Buffer.from("\nendstream")]);
    const pages = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"];
    const nested = pdfOf([...pages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>", content]);
    expect(await faultOf(nested)).toMatch(/^(tooHeavy|1 pages)$/);
  }, 60_000);
});

describe("a document that breaks its reader", () => {
  it("is ended by the clock, and the next one is read as if nothing had been", async () => {
    await expect(askPdfReader({ kind: "check", bytes: laughingPdf(12) }, 1_000)).rejects.toThrow(PdfTooHard);
    expect(await faultOf(smallPdf())).toBe("1 pages");
  });

  it("leaves the process answering meanwhile", async () => {
    const reading = askPdfReader({ kind: "check", bytes: laughingPdf(12) }, 1_000).catch((error: unknown) => error);
    let beats = 0;
    const beat = setInterval(() => (beats += 1), 5);
    await reading;
    clearInterval(beat);
    // Read in this process, not one would have come before the answer.
    expect(beats).toBeGreaterThan(1);
  });
});
