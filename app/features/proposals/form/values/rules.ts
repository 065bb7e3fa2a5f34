/** A number as people write it here: `84`, `84,5` or `84.5`; null when it is none. */
export function numberOf(value: string): number | null {
  const text = value.trim().replace(",", ".");
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

/** A day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The options an answer to a choice holds: one key, or a JSON list of keys. */
export function chosen(value: string | undefined): string[] {
  if (!value) return [];
  if (!value.startsWith("[")) return [value];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.filter((item): item is string => typeof item === "string") : [];
  } catch {
    return [];
  }
}

/** An address of the web with a whole host name: `https://contoh.go.id/…`, without a password in it. */
export const isWebAddress = (value: string): boolean => addressOf(value) !== null;

function addressOf(value: string): URL | null {
  const text = value.trim();
  if (text.length > 2_000 || !/^https?:\/\/[^\s/?#]+\.[^\s/?#.]+/i.test(text) || /\s/.test(text)) return null;
  try {
    const url = new URL(text);
    return url.username === "" && url.password === "" ? url : null;
  } catch {
    return null;
  }
}

export type VideoPlace = "youtube" | "drive" | "vimeo" | "other";
export type Video = { href: string; host: string; place: VideoPlace };

const places: Record<string, VideoPlace> = {
  "youtube.com": "youtube",
  "m.youtube.com": "youtube",
  "youtu.be": "youtube",
  "youtube-nocookie.com": "youtube",
  "drive.google.com": "drive",
  "vimeo.com": "vimeo",
  "player.vimeo.com": "vimeo",
};

/**
 * Where a film is to be watched; null for anything but an https address. It is always a link and never embedded: a player
 * would tell another site who reads the entry.
 */
export function videoOf(value: string): Video | null {
  const url = addressOf(value);
  if (url?.protocol !== "https:") return null;
  const host = url.hostname.replace(/^www\./, "");
  return { href: url.href, host, place: places[host] ?? "other" };
}
