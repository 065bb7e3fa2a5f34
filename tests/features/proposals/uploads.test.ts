import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notices, outbox } from "#db/schema/notifications.ts";
import { drawPages, scanPending, sweepUploads } from "#app/features/proposals/attachments/jobs.server.ts";
import { beginUpload, dropUpload, fingerprintUpload, makeUploadRoom, receiveFile, receiveUpload } from "#app/features/proposals/attachments/operations.server.ts";
import { getDownload, getPagePicture, getPages, listUnfinishedUploads } from "#app/features/proposals/attachments/queries.server.ts";
import { idleUploads, uploadBytes, uploadCount, uploadLifetime } from "#app/features/proposals/attachments/rules.ts";
import { getEditorPage } from "#app/features/proposals/form/queries.server.ts";
import { filesSection } from "#app/features/proposals/form/rules.ts";
import { handOver, submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import { findLiveAttachments } from "#app/features/proposals/store.server.ts";
import type { AttachmentId, ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { openScanner } from "#app/lib/files/virus-scanner.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { closesAt, completeDraft, definition, makeScene, refusalOf, type Scene } from "#tests/features/proposals/scene.ts";
import { eicar, type FakeClamd, startClamd } from "#tests/support/clamd.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { encryptedPdf, pagedPdf, pdfOf, scriptedPdf, smallPdf } from "#tests/support/pdf.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The letter takes 60 KB; the summary pictures and Word documents as well. */
function roomyScene(): Scene {
  const fields = definition.fields.map((field) => {
    if (field.key === "surat") return { ...field, maxBytes: 60_000 };
    return field.key === "ringkasan" ? { ...field, maxBytes: 600_000, accept: ["application/pdf", "image/jpeg", "image/png", docx] } : field;
  });
  return makeScene({ fields });
}

function local(bytes: Uint8Array): string {
  const path = join(freshFolder(), "file");
  writeFileSync(path, bytes);
  return path;
}

const later = (work: Promise<unknown>): Promise<string> =>
  work.then(() => "done", (error: unknown) => refusalOf(() => { throw error; }));

type Sent = { proposalId: ProposalId; fieldKey?: string; fileName?: string; bytes: Uint8Array };

const send = (ctx: Ctx, { proposalId, fieldKey = "surat", fileName = "berkas.pdf", bytes }: Sent): Promise<AttachmentId> =>
  receiveFile(ctx, { proposalId, fieldKey, fileName, path: local(bytes) });

const liveAt = ({ world }: Scene, proposalId: ProposalId, fieldKey = "surat") =>
  findLiveAttachments(world.ctx, proposalId).find((file) => file.fieldKey === fieldKey);

describe("a file is judged by its content", () => {
  it("and refused beside its field, with the file that stood left in place", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const by = scene.as(scene.writer);
    const sent: [string, Uint8Array][] = [
      ["fileEmpty", new Uint8Array()],
      ["fileNotPdf", Buffer.from("MZ\x90 a program called surat.pdf")],
      ["fileTooBig", Buffer.alloc(60_001)],
      ["pdfEncrypted", encryptedPdf()],
      ["pdfActive", scriptedPdf()],
    ];
    for (const [fault, bytes] of sent) expect(await later(send(by, { proposalId, bytes }))).toBe(`surat ${fault}`);
    expect(liveAt(scene, proposalId)?.fileName).toBe("Surat pernyataan.pdf");
  });

  it("and named after it, whatever it was called", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    await send(scene.as(scene.writer), { proposalId, fileName: "Surat 🚤 \u202Efdp.exe", bytes: smallPdf() });
    expect(liveAt(scene, proposalId)?.fileName).toBe("Surat 🚤 fdp.pdf");
  });

  it("a picture is drawn anew: turned as its camera meant, no larger than 4,000 pixels, without what the camera noted", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const camera = sharp({ create: { width: 5_000, height: 40, channels: 3, background: "#0a5" } });
    const bytes = await camera.jpeg().withExif({ IFD0: { Copyright: "rahasia" } }).withMetadata({ orientation: 6 }).toBuffer();
    await send(scene.as(scene.writer), { proposalId, fieldKey: "ringkasan", fileName: "foto.png", bytes });
    const file = liveAt(scene, proposalId, "ringkasan");
    const kept = await scene.world.ctx.files.read(file?.sha256 ?? "");
    const { width, height, exif, orientation } = await sharp(kept).metadata();
    expect([file?.fileName, width, height, exif, orientation]).toEqual(["foto.jpg", 32, 4_000, undefined, undefined]);
  });

  it("a picture that is broken, or claims more pixels than memory holds, is refused", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const whole = await sharp({ create: { width: 60, height: 60, channels: 3, background: "#0a5" } }).png().toBuffer();
    const huge = Buffer.from(whole);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const at = { proposalId, fieldKey: "ringkasan" };
    expect(await later(send(scene.as(scene.writer), { ...at, bytes: whole.subarray(0, 80) }))).toBe("ringkasan imageBroken");
    expect(await later(send(scene.as(scene.writer), { ...at, bytes: huge }))).toMatch(/^ringkasan image(TooLarge|Broken)$/);
  });

  it("a zipped document with too much in it, or with macros, is refused by its list of parts", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const at = { proposalId, fieldKey: "ringkasan", fileName: "isi.docx" };
    const by = scene.as(scene.writer);
    expect(await later(send(by, { ...at, bytes: wordDocument([]) }))).toBe("done");
    expect(await later(send(by, { ...at, bytes: wordDocument([["word/bomb.xml", Buffer.alloc(40 * 1024 * 1024)]]) }))).toBe("ringkasan fileTooHeavy");
    expect(await later(send(by, { ...at, bytes: wordDocument([["word/vbaProject.bin", Buffer.from("x")]]) }))).toBe("ringkasan fileMacros");
    expect(await later(send(by, { ...at, fieldKey: "surat", bytes: wordDocument([]) }))).toBe("surat fileNotPdf");
  });
});

/** A zip that is a Word document to everybody who looks, with more parts. */
function wordDocument(more: [string, Buffer][]): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${docx}.main+xml"/></Types>`;
  return zipOf([["[Content_Types].xml", Buffer.from(types)], ["word/document.xml", Buffer.from("<w/>")], ...more]);
}

function zipOf(entries: [string, Buffer][]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const body = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), Buffer.from([20, 0]), shared, rest, Buffer.from(name)]));
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

describe("a file that comes in pieces", () => {
  const announce = (scene: Scene, proposalId: ProposalId, bytes: number) =>
    beginUpload(scene.as(scene.writer), { proposalId, fieldKey: "surat", fileName: "surat.pdf", bytes });

  it("is attached once all of it has come, and only then", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const content = smallPdf("berpotongan");
    const uploadId = announce(scene, proposalId, content.length);
    const { incoming } = scene.world.ctx.files;
    mkdirSync(incoming, { recursive: true });
    writeFileSync(join(incoming, uploadId), content.subarray(0, 100));
    expect(await later(receiveUpload(scene.as(scene.writer), { uploadId }))).toBe("proposals.uploadUnfinished");
    writeFileSync(join(incoming, uploadId), content);
    await receiveUpload(scene.as(scene.writer), { uploadId });
    expect([liveAt(scene, proposalId)?.bytes, readdirSync(incoming)]).toEqual([content.length, []]);
  });

  it("received twice, because the first answer was lost, gives the same answer and changes nothing; to nobody else", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const content = smallPdf("sekali");
    const uploadId = announce(scene, proposalId, content.length);
    mkdirSync(scene.world.ctx.files.incoming, { recursive: true });
    writeFileSync(join(scene.world.ctx.files.incoming, uploadId), content);
    const first = await receiveUpload(scene.as(scene.writer), { uploadId });
    const entries = () => scene.world.ctx.db.$client.prepare("select count(*) from audit_entries").pluck().get();
    const written = entries();
    expect(await receiveUpload(scene.as(scene.writer), { uploadId })).toBe(first);
    expect([liveAt(scene, proposalId)?.id, entries()]).toEqual([first, written]);
    expect(await later(receiveUpload(scene.as(scene.admin), { uploadId }))).toBe("proposals.uploadUnknown");
  });

  it("counts from the instant it has come, whenever it was announced", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const content = smallPdf("terlambat");
    mkdirSync(scene.world.ctx.files.incoming, { recursive: true });
    const arriving = (now: number): Promise<string> => {
      const uploadId = announce(scene, proposalId, content.length);
      writeFileSync(join(scene.world.ctx.files.incoming, uploadId), content);
      return later(receiveUpload(scene.as(scene.writer, now), { uploadId }));
    };
    expect([await arriving(closesAt - 1), await arriving(closesAt)]).toEqual(["done", "competitions.windowClosed"]);
  });

  it("stays where it has come when the store does not answer, and is received the next time", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const content = Buffer.from(smallPdf());
    const uploadId = announce(scene, proposalId, content.length);
    const ctx = scene.as(scene.writer);
    mkdirSync(ctx.files.incoming, { recursive: true });
    writeFileSync(join(ctx.files.incoming, uploadId), content);
    const away = { ...ctx, files: { ...ctx.files, putFile: () => Promise.reject(new Error("the bucket does not answer")) } };
    await expect(receiveUpload(away, { uploadId })).rejects.toThrow("the bucket does not answer");
    await receiveUpload(ctx, { uploadId });
    expect(liveAt(scene, proposalId)?.bytes).toBe(content.length);
  });

  it("is refused when it is announced too large or empty, before a byte has come", () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    expect(refusalOf(() => announce(scene, proposalId, 60_001))).toBe("surat fileTooBig");
    expect(refusalOf(() => announce(scene, proposalId, 0))).toBe("surat fileEmpty");
  });

  it("is one of six a person may have unfinished; dropped and expired ones do not count", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const [first] = Array.from({ length: uploadCount }, () => announce(scene, proposalId, 100));
    expect(refusalOf(() => announce(scene, proposalId, 100))).toBe("proposals.tooManyUploads");
    await dropUpload(scene.as(scene.writer), { uploadId: first ?? ("upl_0" as never) });
    expect(refusalOf(() => announce(scene, proposalId, 100))).toBe("done");
    const tomorrow = scene.as(scene.writer, scene.world.ctx.now + uploadLifetime);
    expect(refusalOf(() => beginUpload(tomorrow, { proposalId, fieldKey: "surat", fileName: "x.pdf", bytes: 100 }))).toBe("done");
  });

  it("makes room by giving up what has been idle for ten minutes, the longest idle first and no more than needed", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const { incoming } = scene.world.ctx.files;
    mkdirSync(incoming, { recursive: true });
    const realNow = Date.UTC(2026, 2, 5);
    const minutes = [3, 30, 9, 20, 10, 1];
    const ids = minutes.map((idle) => {
      const id = announce(scene, proposalId, 100);
      writeFileSync(join(incoming, id), "x");
      utimesSync(join(incoming, id), new Date(realNow), new Date(realNow - idle * 60_000));
      return id;
    });
    const left = () => ids.filter((id) => readdirSync(incoming).includes(id)).map((id) => minutes[ids.indexOf(id)]);
    await makeUploadRoom(scene.as(scene.admin), { bytes: 100, realNow });
    expect(left()).toEqual(minutes);
    await makeUploadRoom(scene.as(scene.writer), { bytes: 100, realNow });
    expect(left()).toEqual([3, 9, 20, 10, 1]);
    expect(refusalOf(() => announce(scene, proposalId, 100))).toBe("done");
    const six = minutes.map((idle) => ({ bytes: uploadBytes / 6, idle: idle * 60_000 }));
    expect(idleUploads(six, uploadBytes / 2).map(({ idle }) => idle / 60_000)).toEqual([30, 20, 10]);
    expect(idleUploads(six.slice(0, 2), 100)).toEqual([]);
  });

  it("stands, with how far it has come, in the list of whoever began it and of nobody else, until it is given up or expires", async () => {
    const scene = roomyScene();
    const [proposalId, other] = [completeDraft(scene), completeDraft(scene, { title: "Perahu Pintar (data latihan)" })];
    const [first, second] = [announce(scene, proposalId, 100), announce(scene, proposalId, 60)];
    const { incoming } = scene.world.ctx.files;
    mkdirSync(incoming, { recursive: true });
    writeFileSync(join(incoming, first), "0123456789");
    const { now } = scene.world.ctx;
    const listed = (ctx: Ctx, at = proposalId) => listUnfinishedUploads(ctx, at).map(({ id, come, bytes, fileName, fieldKey, createdAt }) => [id, come, bytes, fileName, fieldKey, createdAt]);
    expect(listed(scene.as(scene.writer))).toEqual([
      [first, 10, 100, "surat.pdf", "surat", now],
      [second, 0, 60, "surat.pdf", "surat", now],
    ]);
    expect([listed(scene.as(scene.writer), other), listed(scene.as(scene.admin))]).toEqual([[], []]);
    expect(refusalOf(() => listed(scene.as(scene.world.person("Orang lain"))))).toBe("proposals.unknown");
    expect(await dropUpload(scene.as(scene.writer), { uploadId: first })).toEqual({ proposalId, section: filesSection });
    expect([readdirSync(incoming), listed(scene.as(scene.writer)).map(([id]) => id)]).toEqual([[], [second]]);
    expect(listed(scene.as(scene.writer, now + uploadLifetime))).toEqual([]);
  });

  it("is known by its length and the hash of what has come, so that another file does not go on from there", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const uploadId = announce(scene, proposalId, 100);
    const { incoming } = scene.world.ctx.files;
    mkdirSync(incoming, { recursive: true });
    const asked = () => fingerprintUpload(scene.as(scene.writer), { uploadId });
    expect(await asked()).toEqual({ come: 0, sha256: sha256Hex("") });
    writeFileSync(join(incoming, uploadId), "0123456789");
    expect(await asked()).toEqual({ come: 10, sha256: sha256Hex("0123456789") });
  });

  it("is cleared away a day after it was announced", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const { incoming } = scene.world.ctx.files;
    const { now } = scene.world.ctx;
    const old = announce(scene, proposalId, 100);
    const fresh = beginUpload(scene.as(scene.writer, now + 1_000), { proposalId, fieldKey: "surat", fileName: "x.pdf", bytes: 100 });
    mkdirSync(incoming, { recursive: true });
    for (const name of [old, `${old}.json`, fresh, "form-left-behind"]) writeFileSync(join(incoming, name), "x");
    utimesSync(join(incoming, "form-left-behind"), new Date(0), new Date(0));
    const realNow = Math.max(...[old, fresh].map(() => new Date().getTime()));
    await sweepUploads({ ...scene.world.ctx, now: now + uploadLifetime }, { realNow });
    expect(readdirSync(incoming)).toEqual([fresh]);
  });
});

describe("with a virus scanner", () => {
  let clamd: FakeClamd;
  beforeAll(async () => {
    clamd = await startClamd();
  });
  afterAll(() => clamd.stop());

  const scanning = (ctx: Ctx, url: string): Ctx => ({ ...ctx, files: { ...ctx.files, scanner: openScanner(url) } });
  const nobody = "tcp://localhost:1";

  it("content goes to it as it is, and a clean file is kept as clean", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const content = smallPdf("bersih");
    await send(scanning(scene.as(scene.writer), clamd.url), { proposalId, bytes: content });
    expect([liveAt(scene, proposalId)?.scan, clamd.heard.at(-1)?.equals(content)]).toEqual(["clean", true]);
  });

  it("an infected file is refused with the name of what was found, and nothing of it is kept", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    expect(await later(send(scanning(scene.as(scene.writer), clamd.url), { proposalId, bytes: infected() }))).toBe("surat fileInfected");
    expect(liveAt(scene, proposalId)?.fileName).toBe("Surat pernyataan.pdf");
  });

  it("that is away, a file is kept apart: its agency has it, nobody else does, and submitting waits", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const id = await send(scanning(scene.as(scene.writer), nobody), { proposalId, bytes: smallPdf("tertunda") });
    expect(liveAt(scene, proposalId)?.scan).toBe("pending");
    expect(getDownload(scene.as(scene.writer), id, () => null).fileName).toBe("berkas.pdf");
    expect(getEditorPage(scene.as(scene.writer), proposalId).faults.map(({ code }) => code)).toContain("proposals.fileUnscanned");
    expect(refusalOf(() => handOver(scene.as(scene.writer), { proposalId }))).toBe("proposals.fileUnscanned");

    await scanPending(scanning(scene.world.ctx, nobody));
    expect(liveAt(scene, proposalId)?.scan).toBe("pending");
    await scanPending(scanning(scene.world.ctx, clamd.url));
    expect(liveAt(scene, proposalId)?.scan).toBe("clean");
    handOver(scene.as(scene.writer), { proposalId });
    expect(refusalOf(() => submitProposal(scene.as(scene.admin), { proposalId, accepted: true }))).toBe("done");
  });

  it("that was set up later judges what was kept before there was one", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    await send({ ...scene.as(scene.writer), files: { ...scene.world.ctx.files, scanner: null } }, { proposalId, bytes: smallPdf("dulu") });
    expect(liveAt(scene, proposalId)?.scan).toBe("none");
    await scanPending(scanning(scene.world.ctx, clamd.url));
    expect(liveAt(scene, proposalId)?.scan).toBe("clean");
  });

  it("that comes back and finds something, nobody may open the file and the proposal cannot be submitted", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const id = await send(scanning(scene.as(scene.writer), nobody), { proposalId, bytes: infected() });
    await scanPending(scanning(scene.world.ctx, clamd.url));
    expect(refusalOf(() => getDownload(scene.as(scene.writer), id, () => null))).toBe("proposals.fileInfectedKept");
    expect(refusalOf(() => handOver(scene.as(scene.writer), { proposalId }))).toBe("proposals.fileInfected");
    const told = scene.world.ctx.db.select().from(notices).where(eq(notices.kind, "fileInfected")).all();
    expect(told.map(({ userId }) => userId).toSorted()).toEqual([scene.writer.userId, scene.admin.userId].toSorted());
    const letters = scene.world.ctx.db.select().from(outbox).where(eq(outbox.template, "fileInfected")).all();
    expect(letters.map(({ params }) => params.signature)).toEqual(["Eicar-Test-Signature", "Eicar-Test-Signature"]);
    await scanPending(scanning(scene.world.ctx, clamd.url));
    expect(scene.world.ctx.db.select().from(notices).where(eq(notices.kind, "fileInfected")).all()).toHaveLength(2);
  });
});

const infected = (): Buffer =>
  pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>", `(${eicar.replaceAll(/[()\\]/g, "\\$&")}) % ${eicar}`]);

describe("pictures of pages", () => {
  it("are drawn of the first twenty, and shown to whoever may have the file", async () => {
    const scene = roomyScene();
    const proposalId = completeDraft(scene);
    const id = await send(scene.as(scene.writer), { proposalId, bytes: pagedPdf(22) });
    const sha256 = liveAt(scene, proposalId)?.sha256 ?? "";
    expect(getPages(scene.as(scene.writer), id, () => null)).toEqual({ count: 22, pictures: [] });
    await drawPages(scene.world.ctx, { sha256 });
    const { count, pictures } = getPages(scene.as(scene.writer), id, () => null);
    expect([count, pictures.length, pictures[0], pictures.at(-1)?.page]).toEqual([22, 20, { page: 1, width: 240, height: 240 }, 20]);
    const picture = getPagePicture(scene.as(scene.writer), { id, page: 2, accessOf: () => null });
    expect((await sharp(await scene.world.ctx.files.read(picture)).metadata()).format).toBe("webp");
    const stranger = scene.world.person("Orang lain");
    expect(refusalOf(() => getPages(scene.as(stranger), id, () => null))).toBe("proposals.attachmentUnknown");
    expect(refusalOf(() => getPagePicture(scene.as(stranger), { id, page: 1, accessOf: () => null }))).toBe("proposals.attachmentUnknown");
  });
});
