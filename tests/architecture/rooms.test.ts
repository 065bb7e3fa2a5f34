import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { roomOf, rooms, root, sourcesBelow } from "#tests/architecture/sources.ts";

const features = sourcesBelow("app/features");
const order = new Map<string, number>(rooms.map((room, index) => [room, index]));

/** What other rooms may use of a room, and what only it may touch. */
const open = /\/(types|rules|policy|queries\.server|operations\.server)\.tsx?$/;
const vocabulary =
  /^(README\.md|types\.ts|rules\.ts|policy\.ts|inputs\.ts|store\.server\.ts|queries\.server\.ts|operations\.server\.ts|jobs\.server\.ts|components)$/;

describe("rooms", () => {
  it("has no room outside the order of a competition", () => {
    const found = readdirSync(join(root, "app/features"));
    expect(found.filter((room) => !order.has(room))).toEqual([]);
  });

  it("gives every room a README of at most 40 lines", () => {
    const missing = readdirSync(join(root, "app/features")).filter(
      (room) => !existsSync(join(root, "app/features", room, "README.md")),
    );
    expect(missing).toEqual([]);
  });

  it("lets a room import only rooms above it, and of them only what is open", () => {
    const faults = features.flatMap((source) => {
      const own = roomOf(source.path) as string;
      return source.imports.flatMap((imported) => {
        const other = roomOf(imported);
        if (!other || other === own) return [];
        const above = (order.get(other) ?? 99) < (order.get(own) ?? -1);
        return above && open.test(imported) ? [] : [`${source.path} imports ${imported}`];
      });
    });
    expect(faults).toEqual([]);
  });

  it("uses only the closed vocabulary of files at the top of a room", () => {
    const subConcerns = new Map([
      ["accounts", ["sessions"]],
      ["competitions", ["definition", "presets"]],
      ["ranking", ["announcing"]],
    ]);
    const faults = readdirSync(join(root, "app/features")).flatMap((room) =>
      readdirSync(join(root, "app/features", room))
        .filter((name) => !vocabulary.test(name) && !subConcerns.get(room)?.includes(name))
        .map((name) => `${room}/${name}`),
    );
    expect(faults).toEqual([]);
  });
});
