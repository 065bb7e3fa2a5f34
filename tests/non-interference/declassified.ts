import type { PersonName } from "#tests/non-interference/world.ts";

type Declassifier = {
  read: RegExp;
  people: readonly PersonName[];
  /** Parts of the answer that may change; all of it without them. */
  parts: readonly string[] | "all";
  reason: string;
};

/** What may change although an entry may not be seen: the only exceptions, each with its reason. */
export const declassified: readonly Declassifier[] = [
  {
    read: /^proposals\/extensions\.listExtendable$/,
    people: ["organiser"],
    parts: "all",
    reason: "More time for one draft is granted by its unit and the day it was begun; never by its title",
  },
  {
    read: /^proposals\/figures\.|^proposals\/figures\/drafts\./,
    people: ["organiser", "auditor"],
    parts: "all",
    reason: "Whoever runs or audits an edition watches how many drafts stand where and how complete each is; never its title or texts",
  },
  {
    read: /^screening\/waiting\.getWaiting$/,
    people: ["organiser", "auditor"],
    parts: ["queues"],
    reason: "Files waiting for the scanner and jobs waiting for the worker are the whole system's: how many, and since when",
  },
  {
    read: /^screening\/(progress\.getScreeningProgress|figures\.getScreeningFigures)$/,
    people: ["barredScreener"],
    parts: "all",
    reason: "Figures of the whole edition are for everybody who works in its screening: sums, and no entry by name",
  },
];

export type Answered = { read: string; person: PersonName; answer: unknown };

/** The answer without the parts that may change for this person. */
export function declassify({ read, person, answer }: Answered): unknown {
  const parts = declassified.filter((one) => one.read.test(read) && one.people.includes(person)).map((one) => one.parts);
  if (parts.includes("all")) return "declassified";
  const open = new Set(parts.flat());
  return open.size > 0 && isRecord(answer) ? Object.fromEntries(Object.entries(answer).filter(([key]) => !open.has(key))) : answer;
}

const isRecord = (answer: unknown): answer is Record<string, unknown> => typeof answer === "object" && answer !== null && !Array.isArray(answer);
