import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";
import { removeFolders } from "#tests/support/folders.ts";
import { closeWorlds } from "#tests/support/world.ts";

let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    complaints.push(words);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints, "console.error was called").toEqual([]);
});

afterAll(() => {
  closeWorlds();
  removeFolders();
});
