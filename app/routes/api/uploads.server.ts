import { randomUUID } from "node:crypto";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import type { RequestHandler } from "express";
import { beginUpload, dropUpload, makeUploadRoom } from "#app/features/proposals/attachments/operations.server.ts";
import { getUpload } from "#app/features/proposals/attachments/queries.server.ts";
import { uploadBytes, uploadLifetime } from "#app/features/proposals/attachments/rules.ts";
import { uploadInput } from "#app/features/proposals/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { MessageKey } from "#app/i18n/translator.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, InvalidInput, notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { UploadLocks } from "#app/lib/uploads/upload-locks.server.ts";
import { type LoadContext, localeOf, publicCtx, type Services } from "#app/request.server.ts";
import { messageOf } from "#app/respond.server.ts";

/** What a hook of the protocol throws: the server sends it as it is. */
type Refused = { status_code: number; body: string };

/**
 * Files in pieces by the tus protocol 1.0 (creation, termination, expiration), so that a broken line costs one piece and not the
 * file. Announcing asks what attaching asks; only who announced a file sends to it. Nothing is checked or attached here: that is
 * the form's doing, once everything has come.
 */
export function uploadRoutes(services: Services): RequestHandler {
  const tus = new Server({
    path: "/uploads",
    datastore: new FileStore({ directory: services.files.incoming, expirationPeriodInMilliseconds: uploadLifetime }),
    locker: new UploadLocks(services.files.incoming),
    relativeLocation: true,
    allowedOrigins: [new URL(services.config.baseUrl).origin],
    maxSize: uploadBytes,
    namingFunction: (request, metadata) => asking(services, request, (ctx) => announce(ctx, request, metadata ?? {})),
    onIncomingRequest: (request, id) => asking(services, request, (ctx) => void getUpload(ctx, idOf(id))),
  });
  return (request, response, next) => {
    // What has come is never handed out, and giving up is ours: the row goes with the file.
    if (request.method === "GET") return next();
    if (request.method === "DELETE") {
      const asked = new Request(services.config.baseUrl, { headers: { Cookie: request.headers.cookie ?? "" } });
      const work = asking(services, asked, (ctx) => dropUpload(ctx, { uploadId: idOf(request.path.slice(1)) }));
      work.then(
        () => response.set("Tus-Resumable", "1.0.0").status(204).end(),
        (refused: Refused) => response.status(refused.status_code ?? 500).type("json").send(refused.body ?? "{}"),
      );
      return;
    }
    request.url = request.originalUrl;
    tus.handle(request, response).catch(next);
  };
}

async function announce(ctx: Ctx, request: { headers: Headers }, metadata: Record<string, string | null>): Promise<string> {
  const length = Number(request.headers.get("upload-length") ?? Number.NaN);
  const given = uploadInput.safeParse(metadata);
  const proposalId = given.success ? parseId("proposal", given.data.proposalId) : null;
  // A length that is told later cannot be held against the limit of the question.
  if (!given.success || !proposalId || !Number.isInteger(length)) throw notFound("proposals.unknown");
  await makeUploadRoom(ctx, { bytes: length, realNow: Date.now() });
  return beginUpload(ctx, { proposalId, fieldKey: given.data.fieldKey, fileName: given.data.fileName, bytes: length });
}

function idOf(text: string) {
  const id = parseId("upload", text);
  if (!id) throw notFound("proposals.uploadUnknown");
  return id;
}

/** Asks as the person of the cookie; a refusal becomes an answer with its words in their language. */
async function asking<T>(services: Services, request: Request, work: (ctx: Ctx) => T | Promise<T>): Promise<T> {
  const context = { ...services, requestId: randomUUID(), method: request.method, arrivedAt: Date.now(), nonce: "", network: "", addCookie: () => undefined };
  const ctx = await publicCtx(request, context satisfies LoadContext);
  if (!ctx.actor) throw refusal(401, translators[localeOf(request) ?? "id"]("pages.forbidden.anonymous"));
  try {
    return await work(ctx);
  } catch (error) {
    throw refusedWith(ctx, error) ?? error;
  }
}

const statuses = { notFound: 404, forbidden: 403, tooMany: 429, signInRequired: 401, invalid: 422, conflict: 422 } as const;

/** 409 means something else in the protocol: a conflict is 422 here. */
function refusedWith(ctx: Ctx, error: unknown): Refused | null {
  if (error instanceof DomainError) return refusal(statuses[error.kind], messageOf(ctx, error));
  const [fault] = error instanceof InvalidInput ? error.faults : [];
  return fault ? refusal(422, translators[ctx.locale](`form.${fault.code}` as MessageKey, fault.params)) : null;
}

const refusal = (status: number, message: string): Refused => ({ status_code: status, body: JSON.stringify({ message }) });
