import { describe, expect, it } from "vitest";
import { ReceiptDocument } from "#app/features/proposals/components/receipt-document.tsx";
import { getReceipt } from "#app/features/proposals/submission/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";
import { makeScene, submitted } from "#tests/features/proposals/scene.ts";

describe("the receipt", () => {
  it("is a PDF, the same bytes each time it is printed at one instant, in both languages", async () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    const receipt = getReceipt(scene.as(scene.admin), proposalId);
    const print = (locale: "id" | "en") =>
      renderPdf(<ReceiptDocument t={translators[locale]} receipt={receipt} printedAt={scene.world.ctx.now} verifyAt="http://localhost/verify/receipts" />);
    const [first, again, english] = [await print("id"), await print("id"), await print("en")];
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
    expect(text(first).slice(0, 5)).toBe("%PDF-");
    expect(text(first).match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    expect(text(english).slice(0, 5)).toBe("%PDF-");
  });
});
