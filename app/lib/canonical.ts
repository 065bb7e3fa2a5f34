/** JSON values without undefined, functions or non-finite numbers. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Canonical JSON of RFC 8785: keys in UTF-16 order, no white space, numbers and strings as ECMAScript prints them.
 * Equal values give equal bytes, so a digest of them means something. Throws on a number that is not finite.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item as Json)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const object = value as { readonly [key: string]: Json | undefined };
    const members = Object.keys(object)
      .filter((key) => object[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] as Json)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("canonical JSON holds finite numbers only");
  return JSON.stringify(value);
}
