import { describe, expect, it } from "vitest";
import { isKept, type KeptControl, refills } from "#app/components/kept-entries.ts";

const control = (name: string, type = "text", value = "", kept = false): KeptControl => ({ name, type, value, kept });

describe("what a form keeps", () => {
  it("never holds passwords, files, buttons or controls without a name", () => {
    const refused = [control("p", "password"), control("f", "file"), control("go", "submit"), control("x", "button"), control("")];
    expect(refused.map(isKept)).toEqual([false, false, false, false, false]);
  });

  it("holds hidden values only where a component asks for it, so that a version or a token stays fresh", () => {
    expect([isKept(control("version", "hidden")), isKept(control("agency", "hidden", "", true))]).toEqual([false, true]);
  });
});

describe("how a form is refilled", () => {
  it("gives texts back by name, the second box of a name the second text", () => {
    const kept = [["title", "Apotek"], ["link", "satu"], ["link", "dua"]] as const;
    expect(refills(kept, [control("link"), control("title", "textarea"), control("link")])).toEqual([
      { value: "satu" },
      { value: "Apotek" },
      { value: "dua" },
    ]);
  });

  it("checks exactly the choices that were kept and unchecks the others", () => {
    const kept = [["kind", "kota"], ["app", "no"]] as const;
    const controls = [control("kind", "checkbox", "kota"), control("kind", "checkbox", "provinsi"), control("app", "radio", "yes"), control("app", "radio", "no")];
    expect(refills(kept, controls)).toEqual([{ checked: true }, { checked: false }, { checked: false }, { checked: true }]);
  });

  it("leaves alone what was not kept and what is never kept", () => {
    expect(refills([["old", "x"]], [control("new"), control("secret", "password")])).toEqual([null, null]);
  });

  it("gives a list of several choices back as a whole", () => {
    expect(refills([["many", "a"], ["many", "c"]], [control("many", "select-multiple")])).toEqual([{ selected: ["a", "c"] }]);
  });
});
