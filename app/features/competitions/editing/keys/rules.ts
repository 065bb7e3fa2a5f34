/** Names that mean something else where keys stand as names of properties or in addresses. */
const reserved = ["constructor", "identity", "details", "files", "new"];
const longest = 40;

/**
 * A key made from a name: small letters, digits and hyphens, unlike every key in `taken`. It is made once; renaming keeps it,
 * so that what refers to it goes on doing so.
 */
export function makeKey(name: string, taken: readonly string[]): string {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const cut = plain.replaceAll(/^-+|-+$/g, "").slice(0, longest).replace(/-+$/, "");
  const stem = cut === "" ? "bagian" : /^[a-z]/.test(cut) ? cut : `n-${cut}`;
  const used = new Set([...taken, ...reserved]);
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!used.has(key)) return key;
  }
}
