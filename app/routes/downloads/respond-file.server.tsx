import { renderToStaticMarkup } from "react-dom/server";
import { buttonClass } from "#app/components/button.tsx";
import { ErrorPage } from "#app/components/error-page.tsx";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { type Refusal, respond } from "#app/respond.server.ts";
import { titleOfRefusal } from "#app/routes/refusal-page.tsx";
import stylesheet from "#app/styles/app.css?url";

/**
 * Runs the query of a download. A refusal has its status as on any page, and whoever followed a link to the file, from a letter for
 * example, gets a page with words and a way on; a program gets the words as JSON.
 */
export async function respondFile<T>(ctx: Ctx, request: Request, work: () => T | Promise<T>): Promise<T> {
  try {
    return await respond(ctx, work);
  } catch (thrown) {
    const reads = request.headers.get("Accept")?.includes("text/html");
    if (!(thrown instanceof Response) || thrown.status < 400 || !reads) throw thrown;
    throw pageOf(ctx, (await thrown.json()) as Refusal);
  }
}

/** A file has no shell around it: a page by itself, without scripts. */
function pageOf(ctx: Ctx, { message, status }: Refusal): Response {
  const t = translators[ctx.locale];
  const title = titleOfRefusal(t, status);
  const page = (
    <html lang={t.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} | ${t("common.product")}`}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <main className="wrap">
          <ErrorPage
            title={title}
            actions={
              <a href={ctx.actor ? "/home" : "/"} className={buttonClass({ variant: "primary" })}>
                {t(ctx.actor ? "accounts.home.title" : "pages.home")}
              </a>
            }
          >
            <p>{message}</p>
          </ErrorPage>
        </main>
      </body>
    </html>
  );
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" };
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, { status, headers });
}
