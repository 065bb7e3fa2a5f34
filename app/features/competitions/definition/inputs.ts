import { z } from "zod";
import type { Definition } from "#app/features/competitions/definition/types.ts";

const key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const words = z.strictObject({ id: z.string().min(1).max(2_000), en: z.string().max(2_000) });
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
  description: words,
  byInvitation: z.boolean(),
  minimumAgeMonths: unknown,
  quotaPerAgency: unknown,
});

const category = z.strictObject({ key, name: words, sdgs: z.array(z.int()).max(17) });

const field = z.strictObject({
  key,
  kind: z.enum(["longText", "shortText", "number", "date", "choice", "multiChoice", "url", "file"]),
  label: words,
  help: words,
  required: z.boolean(),
  groups: z.array(key).max(20),
  maxWords: unknown,
  options: z.array(z.strictObject({ key, name: words })).max(100),
  maxBytes: unknown,
  accept: z.array(z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/)).max(20),
  min: z.number().nullable(),
  max: z.number().nullable(),
  evidence: z.boolean(),
  when: z.strictObject({ field: key, option: key }).nullable(),
});

const criterion = z.strictObject({
  key,
  name: words,
  help: words,
  weightBp: unknown,
  levels: z.array(z.strictObject({ from: count, to: count, name: words })).max(20),
  claimField: key.nullable(),
});

const rubric = z.strictObject({
  stage: key,
  maxMark: count,
  criteria: z.array(criterion).max(60),
  readers: unknown,
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
  reserve: count,
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

/**
 * The whole of an edition's rules, strict, as they come from a column or a file. What can be read on its own is checked here;
 * what needs a second look elsewhere in the definition is a fault of `validateDefinition`.
 */
export const definitionInput = z.strictObject({
  name: words,
  year: z.int().min(1945).max(2200),
  organiser: words,
  zone: z.string().max(64),
  agencyKinds: z.array(z.string().max(20)).max(20),
  groups: z.array(group).max(20),
  categories: z.array(category).max(60),
  fields: z.array(field).max(200),
  rubrics: z.array(rubric).max(20),
  lists: z.array(list).max(40),
  stages: z.array(stage).max(40),
  interview: interview.nullable(),
  objections: z.strictObject({ windowDays: unknown, decisionDays: unknown }),
  declaration: words,
}) satisfies z.ZodType<Definition>;

/** Does not compile once a definition could hold what the schema would refuse. */
export const asDefinitionInput = (definition: Definition): z.infer<typeof definitionInput> => definition;
