import type * as source from "#app/i18n/id/proposals.ts";
import type { Words } from "#app/i18n/shape.ts";

export const proposals: Words<typeof source.proposals> = {};

export const proposalsErrors: Words<typeof source.proposalsErrors> = {
  unknown: "This proposal does not exist, or is not your agency's.",
  attachmentUnknown: "This file does not exist, or was removed from the draft.",
  editionNotOpen: "This edition is closed. Nothing has changed; the proposal can still be read.",
  agencyKindNotInvited: "This edition does not invite agencies of your kind. Contact the edition's secretariat.",
  stale: "Somebody else has just changed this proposal's identity. Reload to see it, then repeat your change.",
  staleAnswer: "{label} was edited in another window. Both texts are shown below; choose one.",
  stepNotPossible: "The proposal has moved, so this step cannot be taken. Reload the page to see where it is.",
  alreadySubmitted: "This proposal has been submitted and cannot be changed. The local admin can reopen it while registration runs.",
  reachChanged: "This proposal has moved to another stage. Reload the page to see its state.",
  fieldMissing: "{label} is not filled in. The draft is saved but cannot be submitted yet.",
  fieldOver: "{label} is {over} words over the limit. The draft is saved but cannot be submitted yet.",
  fieldInvalid: "{label} cannot be read yet. Check its form and limits; the draft is kept.",
  identity: {
    title: "The title is not filled in.",
    categoryKey: "No category is chosen.",
    startedOn: "The date the innovation began is not filled in.",
    unit: "The service unit is not filled in.",
    innovator: "The innovator's name is not filled in.",
  },
  tooYoung: "The innovation is {months} months old. {group} needs {needed} months by {closing}.",
  sameTitle: "This title is already used by your agency's proposal {number}. Change it or withdraw one.",
  quotaFull: "Your agency has already submitted {quota} proposals to {group}, which is the limit. Withdraw one or choose another group.",
};
