import type * as source from "#app/i18n/id/conflicts.ts";
import type { Words } from "#app/i18n/shape.ts";

export const conflicts: Words<typeof source.conflicts> = {
  agency: {
    title: "Conflict with an agency",
    lead: "Declare the agencies you must not judge, such as one you have worked for or advised. You will not be given their proposals, and those you were given are reassigned.",
    open: "Declare a conflict with an agency",
    agency: "Agency",
    choose: "Search for an agency",
    openList: "Open the list of agencies",
    noMatch: "No agency has that name.",
    reason: "Reason",
    reasonHint: "Read by the secretariat of the edition. At least 10 letters.",
    submit: "Declare conflict",
    done: "Conflict of interest recorded. Proposals reassigned: {count}.",
    declared: "Already declared by you",
    declaredOn: "Declared on {date}: {reason}",
  },
};

export const conflictsErrors: Words<typeof source.conflictsErrors> = {
  alreadyDeclared: "You have declared this conflict before. Nothing needs to be repeated.",
};
