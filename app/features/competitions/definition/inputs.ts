import { z } from "zod";
import { conflictRules, readingRules } from "#app/features/competitions/definition/judging/inputs.ts";
import { type Definition, quorums } from "#app/features/competitions/definition/types.ts";

const key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const words = z.strictObject({ id: z.string().min(1).max(2_000), en: z.string().max(2_000) });
/** Help and descriptions may be left out. */
const note = z.strictObject({ id: z.string().max(2_000), en: z.string().max(2_000) });
const count = z.int().min(0);
const unknown = count.nullable();

const stage = z.strictObject({
  key,
  kind: z.enum([
    "registration",
    "screening",
    "desk",
    "finalists",
    "interview",
    "visit",
    "publicScoring",
    "winners",
    "ceremony",
  ]),
  name: words,
  opensAt: unknown,
  closesAt: unknown,
});

const group = z.strictObject({
  key,
  name: words,
  description: note,
  byInvitation: z.boolean(),
  minimumAgeMonths: unknown,
  quotaPerAgency: unknown,
});

const category = z.strictObject({ key, name: words, sdgs: z.array(z.int()).max(17) });

const column = z.strictObject({
  key,
  kind: z.enum(["shortText", "number", "date", "url"]),
  label: words,
  required: z.boolean(),
});

const mimeType = z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/);

const template = z.strictObject({
  fileName: z.string().min(1).max(200),
  contentType: mimeType,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const agencyKind = z.string().max(20);

const quota = z.strictObject({ group: key.nullable(), agencyKind, limit: count });

const year = z.int().min(1945).max(2200).nullable();

const exclusion = z.strictObject({
  key,
  groups: z.array(key).max(20),
  competitions: z.array(z.string().max(100)).max(40),
  tiers: z.array(z.string().max(100)).max(60),
  fromYear: year,
  toYear: year,
  times: z.int().min(1).max(9).default(1),
  effect: z.enum(["refuse", "flag"]),
  reason: words,
});

const requirement = z.strictObject({
  key,
  name: words,
  help: note,
  groups: z.array(key).max(20),
  fields: z.array(key).max(60),
  hint: z.enum(["age", "completeness", "statementLetters", "title", "category", "exclusions", "similarity"]).nullable(),
});

const screening = z.strictObject({
  requirements: z.array(requirement).max(60),
  reasons: z.array(z.strictObject({ key, text: words })).max(60),
  corrections: z.strictObject({ times: count.max(9), days: count.max(60) }),
  secondScreener: z.boolean(),
  appealDays: count.max(60),
  appealDecisionDays: count.max(60),
});

const axis = z.enum(["group", "category", "agencyKind", "region", "remote"]);

const quantity = z.enum(["raw", "calibrated", "quality"]);

const tie = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("criterion"), stage: key, criterion: key }),
  z.strictObject({ kind: z.literal("stage"), stage: key }),
  z.strictObject({ kind: z.literal("earlierSubmission") }),
]);

const shares = z.strictObject({ by: axis, parts: z.array(z.strictObject({ key: z.string().max(60), weightBp: count })).max(60) });

const minimum = z.strictObject({ by: axis, key: z.string().max(60), least: count });

const reminder = z.strictObject({
  stage: key,
  hoursBefore: count.max(24 * 90),
  to: z.enum(["writers", "admins", "screeners", "assessors"]),
});

const help = z.strictObject({
  email: z.string().max(200),
  phone: z.string().max(40),
  whatsapp: z.string().regex(/^\d{0,15}$/),
});

const field = z.strictObject({
  key,
  kind: z.enum(["longText", "shortText", "number", "date", "choice", "multiChoice", "url", "video", "file", "statement", "rows"]),
  label: words,
  help: note,
  required: z.boolean(),
  groups: z.array(key).max(20),
  maxWords: unknown,
  options: z.array(z.strictObject({ key, name: words })).max(100),
  maxBytes: unknown,
  accept: z.array(mimeType).max(20),
  min: z.number().nullable(),
  max: z.number().nullable(),
  evidence: z.boolean(),
  when: z.strictObject({ field: key, option: key }).nullable(),
  section: key.nullable().default(null),
  columns: z.array(column).max(12).default([]),
  minRows: count.max(200).default(0),
  maxRows: count.max(200).default(0),
  template: template.nullable().default(null),
});

const criterion = z.strictObject({
  key,
  name: words,
  help: note,
  weightBp: unknown,
  levels: z.array(z.strictObject({ from: count, to: count, name: words })).max(20),
  claimField: key.nullable(),
});

const rubric = z.strictObject({
  stage: key,
  maxMark: count,
  criteria: z.array(criterion).max(60),
  readers: unknown,
  readersMost: unknown.optional(),
  blind: z.boolean(),
});

const list = z.strictObject({
  key,
  name: words,
  stage: key,
  groups: z.array(key).max(20),
  size: unknown,
  from: key.nullable(),
  composition: z.array(z.strictObject({ stage: key, weightBp: unknown })).max(20),
  passMark: unknown,
  quantity: quantity.default("raw"),
  passOn: quantity.default("raw"),
  nominees: count.max(9).default(0),
  waivable: z.boolean().default(true),
  quorum: z.enum(quorums).default("majority"),
  reserve: count,
  ties: z.array(tie).max(40).default([]),
  shares: shares.nullable().default(null),
  minima: z.array(minimum).max(60).default([]),
  serialCode: z.string().max(12),
  certificate: z.boolean(),
});

const clock = z.string().max(5);

const interview = z.strictObject({
  presentationMinutes: unknown,
  questionMinutes: unknown,
  bufferMinutes: count,
  perDay: unknown,
  hours: z.array(z.tuple([clock, clock])).max(12),
  confirmHoursBefore: unknown,
});

/** An edition stored before these rules existed is read as having none of them. */
const noScreeningRules: z.infer<typeof screening> = {
  requirements: [],
  reasons: [],
  corrections: { times: 0, days: 0 },
  secondScreener: false,
  appealDays: 0,
  appealDecisionDays: 0,
};

/**
 * The whole of an edition's rules, strict, as they come from a column or a file. What can be read on its own is checked here;
 * what needs a second look elsewhere in the definition is a fault of `validateDefinition`.
 */
export const definitionInput = z.strictObject({
  name: words,
  year: z.int().min(1945).max(2200),
  organiser: words,
  zone: z.string().max(64),
  agencyKinds: z.array(agencyKind).max(20),
  groups: z.array(group).max(20),
  categories: z.array(category).max(60),
  quotas: z.array(quota).max(200).default([]),
  exclusions: z.array(exclusion).max(40).default([]),
  sections: z.array(z.strictObject({ key, name: words, help: note })).max(60).default([]),
  fields: z.array(field).max(200),
  rubrics: z.array(rubric).max(20),
  lists: z.array(list).max(40),
  stages: z.array(stage).max(40),
  interview: interview.nullable(),
  screening: screening.default(() => structuredClone(noScreeningRules)),
  organisingBodies: z
    .strictObject({ agencies: z.array(z.string().max(20)).max(60), entries: z.enum(["ranked", "unranked", "refused"]) })
    .default({ agencies: [], entries: "ranked" }),
  conflicts: conflictRules,
  reading: readingRules,
  remoteRegions: z.array(z.string().max(20)).max(200).default([]),
  reminders: z.array(reminder).max(60).default([]),
  help: help.default({ email: "", phone: "", whatsapp: "" }),
  objections: z.strictObject({ windowDays: unknown, decisionDays: unknown }),
  declaration: words,
}) satisfies z.ZodType<Definition>;

/** Does not compile once a definition could hold what the schema would refuse. */
export const asDefinitionInput = (definition: Definition): z.infer<typeof definitionInput> => definition;
