import type { AwardList, Definition, FormField } from "#app/features/competitions/definition/types.ts";

/** Rules of an edition that asks nothing special, for definitions of tests that do not speak of them. */
export const plainRules: Pick<
  Definition,
  "quotas" | "exclusions" | "sections" | "screening" | "organisingBodies" | "reminders" | "help"
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

/** The best, wherever they come from; equals by the criteria of the sheet. */
export const plainCut: Pick<AwardList, "ties" | "shares" | "minima"> = { ties: [], shares: null, minima: [] };
