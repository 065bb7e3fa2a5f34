import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { translators } from "#app/i18n/dictionaries.ts";
import { NonceProvider } from "#app/components/nonce.tsx";
import { TranslateProvider } from "#app/i18n/provider.tsx";
import { localeOf } from "#app/request.server.ts";
import { provideTitles } from "#app/routes/page-title.ts";

provideTitles((locale, key) => translators[locale](key));

/** Milliseconds after which a page that cannot finish is given up. */
export const streamTimeout = 15_000;

/** Renders a page: whole for robots, as a stream for people. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const locale = rootLocale(remix) ?? localeOf(request) ?? "id";
  return new Promise((resolve, reject) => {
    let failed = false;
    const whole = isbot(request.headers.get("User-Agent") ?? "");
    const send = () => {
      const body = new PassThrough();
      body.once("close", () => clearTimeout(patience));
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Content-Language", locale);
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <TranslateProvider translate={translators[locale]}>
        <NonceProvider nonce={context.nonce}>
          <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={streamTimeout} />
        </NonceProvider>
      </TranslateProvider>,
      {
        nonce: context.nonce,
        ...(whole ? { onAllReady: send } : { onShellReady: send }),
        onShellError: reject,
        onError(error: unknown) {
          failed = true;
          context.log.error({ requestId: context.requestId, err: error }, "page failed");
        },
      },
    );
    const patience = setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

function rootLocale(remix: EntryContext): "id" | "en" | undefined {
  return (remix.staticHandlerContext.loaderData.root as { locale?: "id" | "en" } | undefined)?.locale;
}

/** Faults of loaders and actions: one structured line each; refusals are no faults. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  context.log.error({ requestId: context.requestId, path: new URL(request.url).pathname, err: error }, "request failed");
}
