import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { Ban, CircleHelp, RefreshCw, ServerCrash } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorPage } from "#app/components/error-page.tsx";
import type { IconOf } from "#app/components/icon.tsx";
import { mainId } from "#app/components/skip-link.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { formatBytes } from "#app/i18n/format.ts";
import type { Refusal } from "#app/respond.server.ts";
import { type RootData, useRoot } from "#app/root.tsx";

type Shown = { icon: IconOf; title: string; words: string };

/** What went wrong, what is safe, what to do: inside whichever shell could still be drawn. */
export function RefusalBody() {
  const t = useTranslate();
  const root = useRoot();
  const error = useRouteError();
  const { pathname } = useLocation();
  const mendable = isRouteErrorResponse(error) && [409, 413, 422].includes(error.status);
  const { icon, title, words } = shownOf(t, root, error);
  return (
    <>
      <title>{`${title} | ${t("common.product")}`}</title>
      <ErrorPage
        icon={icon}
        title={title}
        actions={
          <>
            {mendable && (
              <LinkButton to={`${pathname}?restored=1`} variant="primary" plain>
                {t("pages.backToForm")}
              </LinkButton>
            )}
            <LinkButton to={root?.person ? "/home" : "/"} variant={mendable ? "secondary" : "primary"}>
              {root?.person ? t("accounts.home.title") : t("pages.home")}
            </LinkButton>
            {!root?.person && <LinkButton to="/sign-in">{t("pages.signIn")}</LinkButton>}
          </>
        }
      >
        <p>{words}</p>
      </ErrorPage>
    </>
  );
}

/** The same without any shell: the root itself failed. */
export function RefusalPage() {
  return (
    <main id={mainId} tabIndex={-1} className="wrap">
      <RefusalBody />
    </main>
  );
}

const titles: Record<number, MessageKey> = {
  403: "pages.forbidden.title",
  404: "pages.notFound.title",
  405: "pages.notFound.title",
  409: "pages.conflict.title",
  413: "pages.tooLarge.title",
  422: "pages.conflict.title",
  429: "pages.tooMany.title",
};

/** The head of the page of a refusal, by its status. */
export const titleOfRefusal = (t: Translate, status: number): string => t(titles[status] ?? "pages.failed.title");

function shownOf(t: Translate, root: RootData | undefined, error: unknown): Shown {
  if (!isRouteErrorResponse(error)) {
    return { icon: ServerCrash, title: t("pages.failed.title"), words: t("pages.failed.body", { request: "–" }) };
  }
  const refusal = error.data as Partial<Refusal> | string | null;
  const said = typeof refusal === "object" ? refusal?.message : undefined;
  const title = titleOfRefusal(t, error.status);
  switch (error.status) {
    case 403:
      return { icon: Ban, title, words: said ?? t("pages.forbidden.anonymous") };
    case 409:
      return { icon: RefreshCw, title, words: said ?? t("pages.conflict.body") };
    case 413: {
      const limit = formatBytes(t.locale, root?.uploadLimit ?? 0);
      return { icon: Ban, title, words: t("pages.tooLarge.body", { limit }) };
    }
    case 429:
      return { icon: Ban, title, words: said ?? t("pages.tooMany.body") };
    case 422:
      return { icon: CircleHelp, title, words: said ?? t("pages.conflict.body") };
    case 404:
    case 405:
      return { icon: CircleHelp, title, words: said ?? t("pages.notFound.body") };
    default:
      return { icon: ServerCrash, title, words: said ?? t("pages.failed.body", { request: "–" }) };
  }
}
