import { describe, expect, it } from "vitest";
import { checkPdf, pdfPictures, pdfText } from "#app/lib/pdf-reading/read.server.ts";
import { carryingPdf, encryptedPdf, hiddenLaunchPdf, pagedPdf, pdfOf, scriptedPdf, smallPdf, textPdf } from "#tests/support/pdf.ts";

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
