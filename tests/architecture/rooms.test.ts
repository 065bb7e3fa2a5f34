import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { roomOf, rooms, root, sourcesBelow } from "#tests/architecture/sources.ts";

const features = sourcesBelow("app/features");
const order = new Map<string, number>(rooms.map((room, index) => [room, index]));

/** What other rooms may use of a room, and what only it may touch. */
const open = /\/(types|rules|policy|queries\.server|operations\.server)\.tsx?$/;
const vocabulary = /^(types|rules|policy|inputs|(store|queries|operations|jobs)\.server)\.ts$/;

describe("rooms", () => {
  it("has no room outside the order of a competition", () => {
    const found = readdirSync(join(root, "app/features"));
    expect(found.filter((room) => !order.has(room))).toEqual([]);
  });

  it("gives every room a README of at most 40 lines", () => {
    const lines = (room: string): number => {
      const file = join(root, "app/features", room, "README.md");
      return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").length : Number.POSITIVE_INFINITY;
    };
    expect(readdirSync(join(root, "app/features")).filter((room) => lines(room) > 40)).toEqual([]);
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

  it("uses only the closed vocabulary of files, in a room and in its sub-concerns", () => {
    const faults = features
      .filter((source) => !source.path.includes("/components/") && !source.path.startsWith("app/features/competitions/presets/"))
      .map((source) => source.path)
      .filter((path) => !vocabulary.test(path.slice(path.lastIndexOf("/") + 1)));
    expect(faults).toEqual([]);
  });
});
