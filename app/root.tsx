import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { data, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { tellEarlyTyping } from "#app/components/early-typing.ts";
import { useNonce } from "#app/components/nonce.tsx";
import { Toast } from "#app/components/toast.tsx";
import { countUnread } from "#app/features/notifications/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Locale } from "#app/lib/ctx.ts";
import { publicCtx } from "#app/request.server.ts";
import { takeToast } from "#app/respond.server.ts";
import { RefusalPage } from "#app/routes/refusal-page.tsx";
import { revalidateWhileOnline } from "#app/routes/while-online.ts";
import stylesheet from "#app/styles/app.css?url";

export type RootData = {
  locale: Locale;
  theme: "light" | "dark" | "system";
  person: { name: string; email: string } | null;
  demo: boolean;
  now: number;
  toast: string | null;
  /** Notices of the person that were not read. */
  unread: number;
  /** Largest request body, bytes. */
  uploadLimit: number;
};

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  {
    rel: "preload",
    href: "/fonts/plus-jakarta-sans-latin-wght-normal.woff2",
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  },
];

/** Pages hold personal work: no shared cache keeps them. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const kept = new Headers({ "Cache-Control": "private, no-store" });
  for (const cookie of loaderHeaders.getSetCookie()) kept.append("Set-Cookie", cookie);
  return kept;
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  const toast = await takeToast(request);
  const root: RootData = {
    locale: ctx.locale,
    theme: themeOf(request),
    person: ctx.actor ? { name: ctx.actor.name, email: ctx.actor.email } : null,
    demo: context.config.demo,
    now: ctx.now,
    toast: toast.text,
    unread: ctx.actor ? countUnread(ctx, ctx.actor.userId) : 0,
    uploadLimit: context.config.maxUploadBytes,
  };
  return data(root, toast.header ? { headers: { "Set-Cookie": toast.header } } : undefined);
}

export const shouldRevalidate = revalidateWhileOnline;

function themeOf(request: Request): RootData["theme"] {
  const match = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(request.headers.get("Cookie") ?? "");
  return (match?.[1] as "light" | "dark" | undefined) ?? "system";
}

/** What every page knows; undefined only where the root itself failed. */
export const useRoot = (): RootData | undefined => useRouteLoaderData<typeof loader>("root");

export function Layout({ children }: { children: ReactNode }) {
  const root = useRoot();
  const t = useTranslate();
  const nonce = useNonce();
  useEffect(tellEarlyTyping, []);
  return (
    <html lang={t.locale} data-theme={root && root.theme !== "system" ? root.theme : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* React Aria writes one style tag and looks here for the nonce it needs. */}
        <meta property="csp-nonce" nonce={nonce} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Toast text={root?.toast ?? null} at={root?.now ?? 0} close={t("common.close")} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RefusalPage />;
}
