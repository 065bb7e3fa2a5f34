import { startingConflicts, startingReading } from "#app/features/competitions/definition/judging/rules.ts";
import type { AwardList, Definition, FormField } from "#app/features/competitions/definition/types.ts";

/** Rules of an edition that asks nothing special, for definitions of tests that do not speak of them. */
export const plainRules: Pick<
  Definition,
  "quotas" | "exclusions" | "sections" | "screening" | "organisingBodies" | "remoteRegions" | "conflicts" | "reading" | "reminders" | "help"
> = {
  quotas: [],
  exclusions: [],
  sections: [],
  screening: {
    requirements: [],
    reasons: [],
    corrections: { times: 0, days: 0 },
    secondScreener: false,
    appealDays: 0,
    appealDecisionDays: 0,
  },
  organisingBodies: { agencies: [], entries: "ranked" },
  remoteRegions: [],
  conflicts: { ...startingConflicts },
  reading: { ...startingReading },
  reminders: [],
  help: { email: "", phone: "", whatsapp: "" },
};

/** What a question has besides its kind, when a test does not speak of it. */
export const plainField: Pick<FormField, "section" | "columns" | "minRows" | "maxRows" | "template"> = {
  section: null,
  columns: [],
  minRows: 0,
  maxRows: 0,
  template: null,
};

/** The best by the marks as given, wherever they come from; equals by the criteria of the sheet. */
export const plainCut: Pick<AwardList, "quantity" | "passOn" | "nominees" | "waivable" | "quorum" | "ties" | "shares" | "minima"> = {
  ...{ quantity: "raw", passOn: "raw", nominees: 0, waivable: true, quorum: "majority" },
  ...{ ties: [], shares: null, minima: [] },
};
