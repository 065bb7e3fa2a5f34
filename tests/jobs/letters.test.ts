import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { mayReceiveLetter } from "#app/acts/receive-letter.server.ts";
import { sendDueLetters } from "#app/features/notifications/jobs.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { type Mailer, openMailer } from "#app/lib/mailer.server.ts";
import { inTransaction } from "#db/client.server.ts";
import { outbox, undeliverableAddresses } from "#db/schema/notifications.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

type Post = { server: Server; received: string[]; url: string };

/** A mail server of a few lines: takes every letter, or answers the recipient with the given refusal. */
async function openPost(refusal?: string): Promise<Post> {
  const received: string[] = [];
  const server = createServer((socket) => converse(socket, received, refusal)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { server, received, url: `smtp://127.0.0.1:${port}` };
}

function converse(socket: Socket, received: string[], refusal?: string): void {
  let letter: string | null = null;
  socket.setEncoding("utf8").write("220 post\r\n");
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: string) => {
    for (const line of chunk.split("\r\n").slice(0, -1)) {
      if (letter !== null && line !== ".") letter += `${line}\n`;
      else if (letter !== null) {
        received.push(letter);
        letter = null;
        socket.write("250 taken\r\n");
      } else if (line.startsWith("DATA")) {
        letter = "";
        socket.write("354 go on\r\n");
      } else if (line.startsWith("QUIT")) socket.end("221 bye\r\n");
      else socket.write(line.startsWith("RCPT") && refusal ? `${refusal}\r\n` : "250 well\r\n");
    }
  });
}

const opened: { close: () => void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function mailerTo(refusal?: string): Promise<{ post: Post; mailer: Mailer }> {
  const post = await openPost(refusal);
  const mailer = openMailer({ url: post.url, from: "Anugerah <no-reply@contoh.go.id>", host: "contoh.go.id" });
  opened.push(mailer, post.server);
  return { post, mailer };
}

function queueLetter(world: World, recipient: string): void {
  inTransaction(world.ctx, () =>
    queueMail(world.ctx, {
      dedupeKey: recipient,
      recipient,
      locale: "en",
      template: "invited",
      params: { name: "Ani", place: "writer", link: "http://localhost/x" },
    }),
  );
}

const stateOf = (world: World) => {
  const [mail] = world.ctx.db.select().from(outbox).all();
  return [mail?.status, mail?.attempts, mail?.nextAttemptAt, mail?.sentAt];
};

describe("letters", () => {
  it("go out in the recipient's language, once", async () => {
    const world = makeWorld();
    const { post, mailer } = await mailerTo();
    queueLetter(world, "ani@contoh.go.id");
    expect(await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5)).toBe(1);
    expect(await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5)).toBe(0);
    expect(stateOf(world)).toEqual(["sent", 1, world.ctx.now, world.ctx.now]);
    const [letter = ""] = post.received;
    expect([post.received.length, /^Subject: Invitation: writer$/m.test(letter), /^To: ani@contoh\.go\.id$/m.test(letter)]).toEqual([1, true, true]);
  });

  it("wait a minute and up to a fifth more, then two, when the server refuses for now (451), with its words kept", async () => {
    const world = makeWorld();
    const { post, mailer } = await mailerTo("451 later please");
    queueLetter(world, "ani@contoh.go.id");
    await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5);
    expect(stateOf(world).slice(0, 2)).toEqual(["queued", 1]);
    const pause = Number(stateOf(world)[2]) - world.ctx.now;
    expect([pause >= 60_000, pause <= 72_000]).toEqual([true, true]);
    expect(await sendDueLetters({ clock: () => world.at(world.ctx.now + 59_999).ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5)).toBe(0);
    const later = world.at(world.ctx.now + 72_000);
    await sendDueLetters({ clock: () => later.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5);
    const second = Number(stateOf(world)[2]) - later.ctx.now;
    expect([stateOf(world)[1], second >= 120_000, second <= 144_000]).toEqual([2, true, true]);
    expect(post.received).toEqual([]);
    expect(world.ctx.db.select().from(outbox).get()?.lastError?.includes("451 later please")).toBe(true);
  });

  it("bounce at once when the server refuses the address for good (550), and nothing more is sent there", async () => {
    const world = makeWorld();
    const { post, mailer } = await mailerTo("550 no such user");
    queueLetter(world, "ani@contoh.go.id");
    await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5);
    expect(stateOf(world).slice(0, 2)).toEqual(["bounced", 1]);
    expect(world.ctx.db.select().from(undeliverableAddresses).all().map(({ address }) => address)).toEqual(["ani@contoh.go.id"]);
    inTransaction(world.ctx, () =>
      queueMail(world.ctx, { dedupeKey: "second", recipient: "Ani@Contoh.go.id", locale: "id", template: "seated", params: {} }),
    );
    expect(await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5)).toBe(0);
    expect(world.ctx.db.select().from(outbox).all().map(({ status }) => status)).toEqual(["bounced", "bounced"]);
    expect(post.received).toEqual([]);
  });

  it("carry both parts, one message id over every try, and say that a machine wrote them", async () => {
    const world = makeWorld();
    const { post, mailer } = await mailerTo();
    queueLetter(world, "ani@contoh.go.id");
    const id = world.ctx.db.select().from(outbox).get()?.id ?? "";
    await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5);
    const [letter = ""] = post.received;
    const holds = (pattern: RegExp) => pattern.test(letter);
    expect([
      holds(new RegExp(`^Message-ID: <${id}@contoh\\.go\\.id>$`, "m")),
      holds(/^Auto-Submitted: auto-generated$/m),
      holds(/^Content-Type: text\/plain/m),
      holds(/^Content-Type: text\/html/m),
      holds(/^List-Unsubscribe:/m),
    ]).toEqual([true, true, true, true, false]);
  });

  it("of a kind that can be turned off say where", async () => {
    const world = makeWorld();
    const { post, mailer } = await mailerTo();
    inTransaction(world.ctx, () =>
      queueMail(world.ctx, { dedupeKey: "r", recipient: "a@contoh.go.id", locale: "id", template: "seated", params: {}, kind: "reminder" }),
    );
    await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5);
    expect(/^List-Unsubscribe: <http:\/\/localhost:3000\/notices\/preferences>$/m.test(post.received[0] ?? "")).toBe(true);
  });

  it("keep no secret once they have left", async () => {
    const world = makeWorld();
    const { mailer } = await mailerTo();
    const link = `http://localhost:3000/invitations/${"aB3-".repeat(8)}`;
    inTransaction(world.ctx, () =>
      queueMail(world.ctx, { dedupeKey: "s", recipient: "a@contoh.go.id", locale: "id", template: "invited", params: { name: "Ani", place: "x", link } }),
    );
    await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5);
    expect(JSON.stringify(world.ctx.db.select().from(outbox).get()).includes("aB3-aB3-")).toBe(false);
  });

  it("fail for good at the eighth refusal", async () => {
    const world = makeWorld();
    queueLetter(world, "ani@contoh.go.id");
    const refuse = () => Promise.reject(new Error("no"));
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await sendDueLetters({ clock: () => world.at(world.ctx.now + attempt * 86_400_000).ctx, send: refuse, mayReceive: mayReceiveLetter }, 5);
    }
    expect(stateOf(world).slice(0, 2)).toEqual(["failed", 8]);
    expect(await sendDueLetters({ clock: () => world.at(world.ctx.now + 99 * 86_400_000).ctx, send: refuse, mayReceive: mayReceiveLetter }, 5)).toBe(0);
  });

  it("never leave for invented people", async () => {
    const world = makeWorld();
    const { post, mailer } = await mailerTo();
    queueLetter(world, "juri-01@latihan.invalid");
    await sendDueLetters({ clock: () => world.ctx, send: mailer.send, mayReceive: mayReceiveLetter }, 5);
    expect([stateOf(world)[0], post.received]).toEqual(["failed", []]);
  });
});
