import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Journeys that take minutes. */
const long = [
  ...["walk-indonesian", "walk-english", "hidden", "editor-lost-work", "ranking", "keyboard-organiser", "early-typing"],
  ...["editor", "desk", "screening", "keyboard-agency", "keyboard"],
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = long.indexOf(basename(moduleId).replace(".test.ts", ""));
  return place === -1 ? long.length : place;
};

/** Begins with the long journeys, so that no core waits at the end for one of them; a fresh checkout knows no times to go by. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
