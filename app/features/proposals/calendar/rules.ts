/** One entry of a feed, in words. UTC ms. */
export type FeedEvent = { uid: string; at: number; until: number | null; summary: string; description: string; url: string };

type Feed = { name: string; events: readonly FeedEvent[]; now: number };

const minute = 60_000;

/**
 * A calendar as RFC 5545 writes it: lines end in CRLF and are folded at 75 octets, instants are UTC. A deadline lasts its final
 * half hour, so that the end of the entry is the last minute in which something is still taken.
 */
export function icsOf({ name, events, now }: Feed): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Anugerah//Kalender tenggat//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ...events.flatMap((event) => eventLines(event, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ uid, at, until, summary, description, url }: FeedEvent, now: number): string[] {
  const [from, to] = until === null ? [at - 30 * minute, at] : [at, until];
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    "END:VEVENT",
  ];
}

/** `20260416T165900Z` */
const stamp = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|[\r\n]/g, "\\n");

const mostOctets = 75;

/** Folds by octets and never inside a character; a continuation begins with a space, which counts. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const rows: string[] = [];
  let row = "";
  for (const character of line) {
    if (encoder.encode(row + character).length > mostOctets) {
      rows.push(row);
      row = " ";
    }
    row += character;
  }
  return [...rows, row].join("\r\n");
}
