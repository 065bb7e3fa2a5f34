import { describe, expect, it } from "vitest";
import { closeFeed, openFeed } from "#app/features/proposals/calendar/operations.server.ts";
import { findFeed, hasFeed, listProposalDeadlines } from "#app/features/proposals/calendar/queries.server.ts";
import { icsOf } from "#app/features/proposals/calendar/rules.ts";
import { grantExtension } from "#app/features/proposals/extensions/operations.server.ts";
import { createProposal } from "#app/features/proposals/operations.server.ts";
import { calendarFeeds } from "#db/schema/communications.ts";
import { asked, closesAt, makeScene, refusalOf } from "#tests/features/proposals/scene.ts";

/** Reads a calendar by the letter of RFC 5545 section 3.1: unfolds, splits name and value. */
function readIcs(text: string): [string, string][] {
  expect(text.endsWith("\r\n")).toBe(true);
  const rows = text.slice(0, -2).split("\r\n");
  expect(rows.filter((row) => /[\r\n]/.test(row) || new TextEncoder().encode(row).length > 75)).toEqual([]);
  const lines = rows.reduce<string[]>((all, row) => (/^[ \t]/.test(row) ? [...all.slice(0, -1), `${all.at(-1)}${row.slice(1)}`] : [...all, row]), []);
  return lines.map((line) => {
    const match = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line);
    expect(match).not.toBe(null);
    return [match?.[1] ?? "", match?.[2] ?? ""];
  });
}

describe("a feed", () => {
  const at = Date.UTC(2026, 3, 16, 17);
  const long = "Antrean, daring; \\ untuk \"pulau\" 🌊 ".repeat(6);
  const lines = readIcs(icsOf({ name: "Tenggat", now: 0, events: [{ uid: "a@x", at, until: null, summary: long, description: "satu\ndua", url: "https://a.go.id/x" }] }));
  const value = (name: string) => lines.find(([key]) => key === name)?.[1];

  it("is folded at 75 octets, in CRLF, with every part begun and ended", () => {
    expect(lines.filter(([key]) => key === "BEGIN" || key === "END").map(([key, text]) => `${key} ${text}`)).toEqual([
      "BEGIN VCALENDAR",
      "BEGIN VEVENT",
      "END VEVENT",
      "END VCALENDAR",
    ]);
    expect([value("VERSION"), value("UID"), value("DTSTAMP")]).toEqual(["2.0", "a@x", "19700101T000000Z"]);
  });

  it("ends a deadline at its last instant, in UTC", () => {
    expect([value("DTSTART"), value("DTEND")]).toEqual(["20260416T163000Z", "20260416T170000Z"]);
  });

  it("escapes what has a meaning and loses nothing of the text", () => {
    const plain = value("SUMMARY")?.replaceAll(/\\([\\;,])/g, "$1");
    expect([plain, value("DESCRIPTION")]).toEqual([long, "satu\\ndua"]);
  });
});

describe("the address of a feed", () => {
  it("opens its person's calendar until it is replaced or stopped, and is kept hashed", () => {
    const scene = makeScene();
    const writer = scene.as(scene.writer);
    const { agencyId } = scene;
    const first = openFeed(writer, { agencyId });
    expect(findFeed(scene.world.ctx, first)).toEqual({ userId: scene.writer.userId, agencyId });
    expect(JSON.stringify(scene.world.ctx.db.select().from(calendarFeeds).all()).includes(first)).toBe(false);
    const second = openFeed(writer, { agencyId });
    expect([findFeed(scene.world.ctx, first), hasFeed(writer, agencyId)]).toEqual([undefined, true]);
    closeFeed(writer, { agencyId });
    expect([findFeed(scene.world.ctx, second), hasFeed(writer, agencyId)]).toEqual([undefined, false]);
  });
});

describe("what is due", () => {
  it("follows an extension of the agency and names a proposal with an end of its own", () => {
    const scene = makeScene();
    const { agencyId, editionId } = scene;
    const organiser = scene.as(scene.world.person("Sekretariat", `edition:${editionId}:organiser`));
    const proposalId = createProposal(scene.as(scene.writer), { editionId, agencyId, ...asked });
    const due = (now: number) => listProposalDeadlines(scene.as(scene.writer, now), agencyId, "id").map(({ kind, at }) => `${kind} ${at}`);
    expect(due(closesAt - 1)).toEqual([`drafts ${closesAt}`]);
    expect(due(closesAt)).toEqual([]);
    grantExtension(organiser, { editionId, agencyId, proposalId, closesAt: closesAt + 1000, reason: "Bencana banjir." });
    expect(due(closesAt - 1)).toEqual([`drafts ${closesAt}`, `draft ${closesAt + 1000}`]);
    expect(due(closesAt)).toEqual([`draft ${closesAt + 1000}`]);
  });

  it("does not exist for whoever is no member", () => {
    const scene = makeScene();
    const ask = () => listProposalDeadlines(scene.as(scene.world.person("Lain")), scene.agencyId, "id");
    expect(refusalOf(ask)).toBe("agencies.unknown");
  });
});
