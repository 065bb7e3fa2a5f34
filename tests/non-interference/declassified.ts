import type { PersonName } from "#tests/non-interference/world.ts";

type Declassifier = {
  read: RegExp;
  people: readonly PersonName[];
  /** Parts of the answer that may change; all of it without them. */
  parts: readonly string[] | "all";
  reason: string;
};

/** Who runs, chairs, signs or examines an edition and is in conflict with some of its entries. */
const barredOffice = ["barredChair", "barredAuditor", "barredSystemAuditor", "barredOrganiser", "barredSignatory"] as const satisfies readonly PersonName[];

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
    people: ["organiser", "auditor", ...barredOffice],
    parts: ["queues"],
    reason: "Files waiting for the scanner and jobs waiting for the worker are the whole system's: how many, and since when",
  },
  {
    read: /^screening\/(progress\.getScreeningProgress|figures\.getScreeningFigures)$/,
    people: ["barredScreener", ...barredOffice],
    parts: "all",
    reason: "Figures of the whole edition are for everybody who works in its screening: sums, and no entry by name",
  },
  {
    read: /^screening\/waiting\.getWaiting$/,
    people: barredOffice,
    parts: ["forecast"],
    reason: "How many entries of the whole edition are still to be screened",
  },
  {
    read: /^audit\/log\./,
    people: ["organiser", "auditor"],
    parts: "all",
    reason: "The log tells secretariat and auditors who did what and when, of drafts too; what a person wrote stands in it as a hash",
  },
  {
    read: /^proposals\/figures\./,
    people: barredOffice,
    parts: "all",
    reason: "The same sums; of drafts one by one whoever is in conflict with an agency sees none of that agency",
  },
  {
    read: /^assignment\.assignmentSummary$/,
    people: barredOffice,
    parts: ["assessors"],
    reason: "How much each assessor reads counts everything he reads: loads are evened out over all entries; no entry is told",
  },
  {
    read: /^assignment\/plans\.planningFacts$/,
    people: barredOffice,
    parts: ["people", "bounds"],
    reason: "The same loads, where a plan is made",
  },
  {
    read: /^scoring\/rounds\.previewClosure$/,
    people: barredOffice,
    parts: ["missing", "people", "unread", "digest"],
    reason: "A desk is closed as a whole: how many readings are missing, and whose; not of which entry",
  },
  {
    read: /^ranking\/extra-reads\.getGreyZone$/,
    people: barredOffice,
    parts: ["open"],
    reason: "How many sheets of the whole desk are not locked",
  },
  {
    read: /^screening\/letters\.getAnnouncementPage$|^ranking\/tables\.(getListPage|getListDocument)$|^objections\.listObjections$/,
    people: barredOffice,
    parts: ["withheld"],
    reason: "That a table is not whole is said to whoever answers for it, with how many rows are missing",
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
