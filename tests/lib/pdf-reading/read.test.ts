import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { askPdfReader, PdfTooHard } from "#app/lib/pdf-reading/pool.server.ts";
import { checkPdf, pdfPictures, pdfText } from "#app/lib/pdf-reading/read.server.ts";
import { bombPdf, carryingPdf, encryptedPdf, hiddenLaunchPdf, laughingPdf, pagedPdf, pdfOf, scriptedPdf, smallPdf, textPdf } from "#tests/support/pdf.ts";

const faultOf = async (bytes: Uint8Array): Promise<string> => {
  const verdict = await checkPdf(bytes);
  return verdict.ok ? `${verdict.pages} pages` : verdict.fault;
};

describe("a PDF is kept only when it", () => {
  it("opens, and its pages are counted", async () => {
    expect(await faultOf(smallPdf())).toBe("1 pages");
    expect(await faultOf(pagedPdf(30))).toBe("30 pages");
  });

  it("is a PDF by its content, whatever it is called", async () => {
    expect(await faultOf(Buffer.from("MZ\x90\x00 this program cannot be run"))).toBe("notPdf");
    expect(await faultOf(Buffer.alloc(0))).toBe("notPdf");
    expect(await faultOf(smallPdf().subarray(0, 200))).toBe("notPdf");
  });

  it("is whole", async () => {
    expect(await faultOf(Buffer.from("%PDF-1.7\nnothing inside\n%%EOF\n"))).toBe("damaged");
  });

  it("wants no password, neither for opening nor for changing it", async () => {
    expect(await faultOf(encryptedPdf())).toBe("encrypted");
    expect(await faultOf(encryptedPdf(true))).toBe("encrypted");
  });

  it("runs nothing, however the name is written or packed", async () => {
    expect(await faultOf(scriptedPdf())).toBe("active");
    expect(await faultOf(scriptedPdf("/J#61vaScript"))).toBe("active");
    expect(await faultOf(hiddenLaunchPdf())).toBe("active");
  });

  it("carries no other file", async () => {
    expect(await faultOf(carryingPdf())).toBe("embedded");
  });

  it("has at least one page and at most 500, none larger than the standard allows", async () => {
    expect(await faultOf(pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]))).toMatch(/noPages|damaged/);
    expect(await faultOf(pagedPdf(500))).toBe("500 pages");
    expect(await faultOf(pagedPdf(501))).toBe("tooManyPages");
    expect(await faultOf(pagedPdf(1, 20_000))).toBe("pageTooLarge");
  });

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

describe("of a PDF", () => {
  it("the words are read", async () => {
    expect(await pdfText(textPdf("Perahu layanan singgah"))).toBe("Perahu layanan singgah");
    expect(await pdfText(Buffer.from("no PDF"))).toBe("");
  });

  it("pages are drawn into the box, in their proportions", async () => {
    const [first, second, ...rest] = await pdfPictures(pagedPdf(2, 400), { from: 0, count: 5, box: { width: 240, height: 340 } });
    expect([first?.width, first?.height, first?.rgba.length, second?.page, rest.length]).toEqual([240, 240, 240 * 240 * 4, 1, 0]);
    expect([...(first?.rgba.subarray(0, 4) ?? [])]).toEqual([255, 255, 255, 255]);
  });
});
