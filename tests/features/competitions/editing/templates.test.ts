import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addRule, moveRule, setTemplate } from "#app/features/competitions/editing/items/operations.server.ts";
import { receiveTemplate } from "#app/features/competitions/editing/templates/operations.server.ts";
import { templateMost, templateName } from "#app/features/competitions/editing/templates/rules.ts";
import { createEditionFrom, openEdition } from "#app/features/competitions/operations.server.ts";
import { getEdition, listSeatGrants } from "#app/features/competitions/queries.server.ts";
import type { ScanAnswer } from "#app/lib/files/virus-scanner.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { smallDefinition } from "#tests/features/competitions/small-definition.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { smallPdf } from "#tests/support/pdf.ts";
import { makeWorld } from "#tests/support/world.ts";

function scene(answer: ScanAnswer | null = null) {
  const world = makeWorld();
  const founder = world.person("Sekretariat", "system::organiser");
  const editionId = createEditionFrom(world.as(founder), { definition: smallDefinition, presetKey: null, slug: "kecil", rehearsal: true });
  const plain = world.as({ ...founder, grants: [...founder.grants, ...listSeatGrants(world.ctx, founder.userId)] });
  const scanner = answer && { scan: (content: NodeJS.ReadableStream) => buffer(content).then(() => answer) };
  const ctx = { ...plain, files: { ...plain.files, scanner } };
  const field = addRule(ctx, { editionId, place: { collection: "fields" }, name: { id: "Surat", en: "" }, kind: "statement" });
  const path = join(freshFolder(), "surat");
  const receive = (bytes: Uint8Array, more: { field?: string; fileName?: string } = {}) => {
    writeFileSync(path, bytes);
    return receiveTemplate(ctx, { editionId, field, fileName: "surat.pdf", path, ...more });
  };
  const template = () => getEdition(ctx, editionId).definition.fields.find(({ key }) => key === field)?.template ?? null;
  return { ctx, editionId, field, path, receive, template };
}

const faultOf = (asked: Promise<void>): Promise<string> =>
  asked.then(
    () => "done",
    (error: { faults?: { code: string }[]; code?: string }) => error.faults?.[0]?.code ?? error.code ?? "another error",
  );

describe("the letter to sign", () => {
  it("is kept with the name and the kind of its content, leaves no local file, and is given up again", async () => {
    const { ctx, editionId, field, path, receive, template } = scene();
    const bytes = smallPdf();
    expect(await faultOf(receive(bytes, { fileName: "../Contoh surat.docx" }))).toBe("done");
    expect(template()).toMatchObject({ fileName: "Contoh surat.pdf", contentType: "application/pdf", bytes: bytes.length });
    expect(await ctx.files.read(template()?.sha256 ?? "")).toEqual(bytes);
    expect(existsSync(path)).toBe(false);
    setTemplate(ctx, { editionId, field, template: null });
    expect(template()).toBe(null);
  });

  it("is refused when empty, above 5 MB, of another kind, or damaged, and the one that stood there stays", async () => {
    const { receive, template, path } = scene();
    await receive(smallPdf());
    const stood = template();
    expect(await faultOf(receive(new Uint8Array()))).toBe("fileEmpty");
    expect(await faultOf(receive(new Uint8Array(templateMost + 1)))).toBe("editor.template.big");
    expect(await faultOf(receive(Buffer.from("GIF89a bukan surat")))).toBe("editor.template.wrong");
    expect(await faultOf(receive(Buffer.from("%PDF-1.7 bukan PDF")))).toBe("fileNotPdf");
    expect(template()).toEqual(stood);
    expect(existsSync(path)).toBe(false);
  });

  it("is refused with a trace when it is infected, and refused when the scanner does not answer", async () => {
    const infected = scene({ verdict: "infected", signature: "Eicar" });
    expect(await faultOf(infected.receive(smallPdf()))).toBe("fileInfected");
    expect(infected.template()).toBe(null);
    const [entry] = infected.ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "competitions.refuseInfected")).all();
    expect(entry?.subjectId).toBe(infected.editionId);
    const away = scene({ verdict: "unreachable", reason: "no socket" });
    expect(await faultOf(away.receive(smallPdf()))).toBe("editor.template.unscanned");
    expect(await faultOf(scene({ verdict: "clean" }).receive(smallPdf()))).toBe("done");
  });

  it("stands at questions of kind statement only, and is frozen once the edition is open", async () => {
    const { ctx, editionId, receive } = scene();
    expect(await faultOf(receive(smallPdf(), { field: "ringkasan" }))).toBe("competitions.partUnknown");
    const open = makeWorld();
    const founder = open.person("Sekretariat", "system::organiser");
    const id = createEditionFrom(open.as(founder), { definition: smallDefinition, presetKey: null, slug: "buka", rehearsal: true });
    const organiser = open.as({ ...founder, grants: [...founder.grants, ...listSeatGrants(open.ctx, founder.userId)] });
    openEdition(organiser, { editionId: id, revision: 1 });
    const path = join(freshFolder(), "surat");
    writeFileSync(path, smallPdf());
    expect(await faultOf(receiveTemplate(organiser, { editionId: id, field: "ringkasan", fileName: "a.pdf", path }))).toBe("competitions.frozen");
    expect(getEdition(ctx, editionId).status).toBe("draft");
  });

  it("has a name that can stand in a header", () => {
    expect(templateName("C:\\surat\\Contoh “A”\r\n.docx", "application/pdf")).toBe("Contoh _A_.pdf");
    expect(templateName("....", "application/pdf")).toBe("contoh-surat.pdf");
    expect(templateName(`${"a".repeat(300)}.odt`, "application/vnd.oasis.opendocument.text")).toHaveLength(114);
  });
});

describe("an act on a list of a draft", () => {
  it("leaves its trace with the thing it moved", () => {
    const { ctx, editionId } = scene();
    moveRule(ctx, { editionId, place: { collection: "fields" }, key: "surat", by: -1 });
    const [entry] = ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "competitions.moveRule")).all();
    expect([entry?.subjectId, entry?.editionId]).toEqual([editionId, editionId]);
    expect(JSON.stringify(entry)).toContain("surat");
  });
});
