import { describe, expect, it } from "vitest";
import { factPaths, numberSources } from "#app/features/competitions/components/rule-sources.ts";
import type { Source } from "#app/features/competitions/definition/types.ts";
import { presets } from "#app/features/competitions/presets/registry.ts";
import { smallDefinition, unfilledDefinition } from "#tests/features/competitions/small-definition.ts";

const source = (path: string, text: string): Source => ({ path, kind: "official", text, url: "https://example.go.id" });

describe("sources of the rules", () => {
  it("that no shown value refers to come last", () => {
    const sources = [source("lists.*.serialCode", "Kode"), source("groups.*", "Petunjuk")];
    expect(numberSources({ definition: smallDefinition, sources }, smallDefinition).sources.map(({ text }) => text)).toEqual(["Petunjuk", "Kode"]);
  });

  it("are numbered once each, in the order in which the page refers to them", () => {
    const sources = [source("groups.*", "Petunjuk"), source("lists.*.size", "Keputusan"), source("stages", "Petunjuk")];
    const { sources: numbered, numbers } = numberSources({ definition: smallDefinition, sources }, smallDefinition);
    expect(numbered.map(({ text }) => text)).toEqual(["Petunjuk", "Keputusan"]);
    expect([numbers["groups.0.quotaPerAgency"], numbers["lists.0.size"], numbers["stages.0.opensAt"]]).toEqual([1, 2, 1]);
    expect(numbers["rubrics.0.readers"]).toBe(undefined);
  });

  it("are not claimed for a value that the preset leaves unknown", () => {
    const preset = { definition: unfilledDefinition, sources: [source("stages", "Petunjuk"), source("fields", "Formulir")] };
    const { numbers } = numberSources(preset, smallDefinition);
    expect([numbers["fields.0.label"], numbers["fields.0.maxWords"], numbers["stages.0.opensAt"]]).toEqual([1, undefined, undefined]);
  });

  it("are none without a preset", () => {
    expect(numberSources(undefined, smallDefinition)).toEqual({ sources: [], numbers: {} });
  });

  it("treat a text in two languages as one value and pass over keys and help", () => {
    const paths = factPaths({ title: { id: "a", en: "b" }, list: [{ key: "x", help: { id: "", en: "" }, size: 3 }] });
    expect(paths).toEqual(["title", "list.0.size"]);
  });

  it.each(presets.map((preset) => [preset.key, preset] as const))("are all listed, each once, for %s", (_, preset) => {
    const asText = ({ kind, text, url }: Source) => JSON.stringify([kind, text, url]);
    const { numbers, sources } = numberSources(preset, preset.definition);
    expect(sources.map(asText).toSorted()).toEqual([...new Set(preset.sources.map(asText))].toSorted());
    expect(Math.max(...Object.values(numbers))).toBeLessThanOrEqual(sources.length);
  });
});
