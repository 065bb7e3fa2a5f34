import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import { openSessions } from "#app/features/accounts/sessions/store.server.ts";
import type { Config } from "#app/lib/config.server.ts";
import { openConfiguredFiles } from "#app/lib/files.server.ts";
import { answerFailure, limitBody, refuseForeignForms } from "#app/lib/http/guards.server.ts";
import { securityHeaders } from "#app/lib/http/headers.server.ts";
import { healthRoutes } from "#app/lib/http/health.server.ts";
import { identifyRequest, logRequests } from "#app/lib/http/request-log.server.ts";
import { sliceRoutes } from "#app/lib/http/route-slices.server.ts";
import { makeTurns, type Turns } from "#app/lib/http/turns.server.ts";
import { makeLog } from "#app/lib/log.server.ts";
import { openSigningKeys } from "#app/lib/signing-keys.server.ts";
import type { LoadContext, Services } from "#app/request.server.ts";
import { uploadRoutes } from "#app/routes/api/uploads.server.ts";
import { openDatabase } from "#db/client.server.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

export type RunningServer = { url: string; services: Services; close: () => Promise<void> };

/** Of 9, for pages, which are pressed anew each time: a tenth larger than at the usual 6, for half the work. */
const compressionLevel = 3;

/** Opens what a process needs once. The database must have been migrated. */
export function openServices(config: Config): Services {
  const db = openDatabase(config.databaseFile);
  return {
    config,
    db,
    files: openConfiguredFiles(config),
    keys: openSigningKeys(config.keysDir, config.auditKey),
    sessions: openSessions(db, { lifetime: config.sessionMs, secure: config.baseUrl.startsWith("https:") }),
    log: makeLog(config.logLevel),
  };
}

/** Serves the built product. Closing stops new connections, finishes what was accepted, then closes the database. */
export async function startServer(config: Config): Promise<RunningServer> {
  const services = openServices(config);
  const turns = makeTurns();
  const server = createServer(makeApp(services, await loadBuild(), turns));
  turns.watch(server);
  // Slow lines are welcome, idle ones are not.
  server.requestTimeout = 300_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 10_000;
  server.listen(config.port, config.host);
  await Promise.race([once(server, "listening"), once(server, "error").then(([error]) => Promise.reject(error as Error))]);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  const url = `http://${config.host}:${port}`;
  services.log.info({ url, demo: config.demo }, "listening");
  return { url, services, close: () => closeServer(server, services) };
}

async function loadBuild(): Promise<ServerBuild> {
  const file = `${root}build/server/index.js`;
  if (!existsSync(file)) throw new Error("The product is not built yet. Run npm run build.");
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

function makeApp(services: Services, build: ServerBuild, turns: Turns): Express {
  const { config } = services;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustProxy);
  app.use(identifyRequest(), logRequests(services.log), securityHeaders(config));
  app.use(healthRoutes(services));
  app.use("/assets", compression(), express.static(`${root}build/client/assets`, { immutable: true, maxAge: "1y" }));
  app.use(compression({ level: compressionLevel }));
  app.use(express.static(`${root}build/client`, { maxAge: "1h" }));
  app.use(turns.handler, refuseForeignForms(config));
  app.use("/uploads", uploadRoutes(services));
  app.use(limitBody(config.maxUploadBytes));
  app.all("*", makeHandler(services, build));
  app.use(answerFailure(services.log));
  return app;
}

/** One handler a slice of the table of addresses; the whole table only for the browser's questions about it. */
function makeHandler(services: Services, build: ServerBuild): RequestHandler {
  const sliceFor = sliceRoutes(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  return (request, response, next) => {
    const slice = request.path === "/__manifest" ? build : sliceFor(request.path);
    const handle = handlers.get(slice) ?? makeSliceHandler(services, slice);
    handlers.set(slice, handle);
    handle(request, response, next);
  };
}

function makeSliceHandler(services: Services, build: ServerBuild): RequestHandler {
  const handle = createRequestHandler({
    build,
    mode: services.config.environment,
    getLoadContext: (request, response): LoadContext => ({
      ...services,
      requestId: response.locals.requestId as string,
      method: request.method,
      arrivedAt: response.locals.arrivedAt as number,
      nonce: response.locals.nonce as string,
      network: request.ip ?? "",
      addCookie: (cookie) => response.append("Set-Cookie", cookie),
    }),
  });
  return (request, response, next) => void handle(request, response, next);
}

async function closeServer(server: Server, services: Services): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  // Whoever keeps a line open without asking for anything must not hold the stop for ever.
  const patience = setTimeout(() => server.closeAllConnections(), 25_000).unref();
  await closed;
  clearTimeout(patience);
  services.db.$client.close();
}
