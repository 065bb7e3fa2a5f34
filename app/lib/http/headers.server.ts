import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Config } from "#app/lib/config.server.ts";

/** Security headers of every answer. Scripts run only with the page's nonce; nothing may frame the product. */
export function securityHeaders(config: Pick<Config, "baseUrl">): RequestHandler {
  const secure = config.baseUrl.startsWith("https:");
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    response.set({
      "Content-Security-Policy": policyOf(nonce, secure),
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
      ...(secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
    });
    replaceSingle(response);
    next();
  };
}

/** Headers of one value. Policies of content are left to add up: the stricter of two wins. */
const single = new Set(["x-content-type-options", "referrer-policy", "x-frame-options", "cache-control"]);

/** What a route says of such a header takes the place of ours; the adapter would put it beside it ("nosniff, nosniff"). */
function replaceSingle(response: Response): void {
  const append = response.append.bind(response);
  response.append = (name, value) => (single.has(name.toLowerCase()) ? response.set(name, value) : append(name, value));
}

function policyOf(nonce: string, secure: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Positions and widths are set on elements by charts and menus.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
