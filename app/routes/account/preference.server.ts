import type { Config } from "#app/lib/config.server.ts";
import { ownPath } from "#app/lib/own-path.ts";

const year = 365 * 24 * 3600;

/** A cookie for how pages look; it says nothing about the person. */
export function preferenceCookie(name: "language" | "theme", value: string, config: Pick<Config, "baseUrl">): string {
  const secure = config.baseUrl.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`;
}

/** The page the form stood on: its own field, else the referrer, else the front page. Never another site. */
export function returnPath(request: Request, to: string | undefined): string {
  const named = ownPath(to);
  if (named) return named;
  const referer = request.headers.get("Referer");
  if (!referer || !URL.canParse(referer)) return "/";
  const url = new URL(referer);
  return url.host === new URL(request.url).host ? url.pathname + url.search : "/";
}
