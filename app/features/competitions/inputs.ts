import { z } from "zod";
import { seatRoles } from "#app/features/competitions/types.ts";

/** The last part of an edition's address. */
const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(60)
  .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), "notASlug");

const revision = z.coerce.number().int().min(1);

const fresh = {
  year: z.string().trim().min(1).pipe(z.coerce.number<string>().int().min(2000).max(2100)),
  slug,
  rehearsal: z.enum(["yes"]).optional(),
};

/** Without scripts the fields of the other beginnings are sent along; they are let be. */
const unread = z.string().optional();
const others = { presetKey: unread, source: unread, seats: unread, nameId: unread, nameEn: unread, organiser: unread };

/** Where a new edition begins: the rules of a year, another edition, or nothing. */
export const editionInput = z.discriminatedUnion("from", [
  z.strictObject({ ...fresh, ...others, from: z.literal("preset"), presetKey: z.string().min(1).max(60) }),
  z.strictObject({ ...fresh, ...others, from: z.literal("clone"), source: z.string().min(1).max(60), seats: z.enum(["yes"]).optional() }),
  z.strictObject({
    ...fresh,
    ...others,
    from: z.literal("empty"),
    nameId: z.string().trim().min(1).max(200),
    nameEn: z.string().trim().max(200),
    organiser: z.string().trim().min(1).max(200),
  }),
]);

/** A form of gaps: a revision, and a text for each path. Which paths there are depends on the edition. */
export const gapsInput = z.object({ revision }).catchall(z.string().max(40));

export const openingInput = z.strictObject({ revision });

/** A new end of a stage, as a local time of the edition's zone, with the reason everybody will read. */
export const extensionInput = z.strictObject({
  closesAt: z.string().trim().min(1).max(40),
  reason: z.string().trim().min(10).max(600),
});

/** Why a seat is taken away; it stays in the seat's history. */
export const seatRemovalInput = z.strictObject({ reason: z.string().trim().min(5).max(300) });

export const seatInput = z.strictObject({
  role: z.enum(seatRoles),
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().toLowerCase().min(1).max(200).pipe(z.email()),
  organisation: z.string().trim().min(1).max(160),
});

const ruleName = z.string().trim().max(2_000);

/** A new thing of a list: its name, and its kind where it has one. */
export const newRuleInput = ({ named, kinds }: { named: boolean; kinds: readonly string[] }) =>
  z.strictObject({
    nameId: named ? ruleName.min(1) : ruleName.default(""),
    nameEn: ruleName.default(""),
    kind: kinds.length > 0 ? z.enum(kinds as [string, ...string[]]) : z.undefined().optional(),
  });

/** One thing of a list of the rules. */
export const ruleInput = z.strictObject({
  collection: z.enum(["groups", "categories", "stages", "sections", "fields", "rubrics", "lists", "exclusions", "requirements", "criteria"]),
  sheet: z.string().max(60),
  key: z.string().min(1).max(60),
});

export const ruleMoveInput = ruleInput.extend({ by: z.enum(["-1", "1"]) });

export const interviewUseInput = z.strictObject({ used: z.enum(["yes", "no"]) });
