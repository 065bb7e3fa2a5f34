/** How long proving who one is counts for acts that cannot be taken back; ms of the real clock. */
export const proofLifetime = 10 * 60_000;
/** How long the second factor may be waited for after the password was right. */
export const codeLifetime = 10 * 60_000;
/** A session's last use is written down no more often than this. */
export const seenInterval = 5 * 60_000;

/** Whether the person proved who they are recently enough for a weighty act. Instants in UTC ms of the real clock. */
export const isFreshProof = (provedAt: number | null, now: number): boolean =>
  provedAt !== null && now >= provedAt && now - provedAt < proofLifetime;

/** A name of a session that opens nothing: it may stand in an address. */
export type SessionHandle = string;

export type Device = { browser: string; system: string };

const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, "Microsoft Edge"],
  [/\bOPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/Version\/.*Safari\//, "Safari"],
];

const systems: readonly [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad|iPod/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** Browser and system behind a user agent, by the names people know; empty where it says nothing known. */
export function deviceOf(userAgent: string | null): Device {
  const find = (table: readonly [RegExp, string][]): string => table.find(([sign]) => sign.test(userAgent ?? ""))?.[1] ?? "";
  return { browser: find(browsers), system: find(systems) };
}

/** A network address without the part that names one household: `103.10.x.x`, `2001:db8:…`. */
export function abbreviateNetwork(network: string | null): string {
  const plain = (network ?? "").replace(/^::ffff:/, "");
  const four = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(plain);
  if (four) return `${four[1]}.${four[2]}.x.x`;
  const groups = plain.split(":").filter(Boolean);
  return groups.length === 0 ? "" : groups.length === 1 ? plain : `${groups.slice(0, 2).join(":")}:…`;
}
