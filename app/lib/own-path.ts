const anyOrigin = "http://own.invalid";

/** A path inside this site, or null: whatever a browser would resolve to another origin (`//x`, `/\\x`, `/\tx`) is none. */
export function ownPath(text: string | null | undefined): string | null {
  if (!text?.startsWith("/") || !URL.canParse(text, anyOrigin)) return null;
  const url = new URL(text, anyOrigin);
  return url.origin === anyOrigin ? url.pathname + url.search : null;
}
