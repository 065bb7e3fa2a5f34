import type * as source from "#app/i18n/id/competitions.ts";
import type { Words } from "#app/i18n/shape.ts";

export const competitions: Words<typeof source.competitions> = {
  statuses: { draft: "Draft", open: "Open", closed: "Closed" },
  roles: {
    organiser: "Organiser",
    screener: "Screener",
    evaluator: "Evaluator",
    juror: "Juror",
    chair: "Chair of the panel",
    observer: "Observer",
    signatory: "Signatory",
    auditor: "Auditor",
  },
};

export const competitionsErrors: Words<typeof source.competitionsErrors> = {
  editionUnknown: "This edition does not exist, or you cannot see it. Nothing has changed.",
  presetUnknown: "This set of rules is not known. Choose one of those on offer.",
  slugTaken: "The address {slug} is used by another edition. The edition has not been made; write another address.",
  stale: "The rules of this edition were changed in another window after you opened them. Yours are not saved and are kept here; reload to see the present state.",
  frozen: "This edition is open, so its rules can no longer change. Nothing has changed.",
  gapsLeft: "The edition cannot be opened yet: {count} values are empty. Complete the list below, then open it again.",
  faultsLeft: "The edition cannot be opened yet: {count} rules do not fit together. Correct the list below, then open it again.",
  registrationOver: "The edition cannot be opened yet: its registration ended {time}. Change the schedule, then open it again.",
  notOpen: "This edition is not open. Nothing has changed.",
  stagesRunning: "The edition cannot be closed yet: the stage {stage} runs until {time}. Close the edition after that.",
  windowNotYet: "The stage {stage} opens {time}. Nothing has changed; come back after that.",
  windowClosed: "The stage {stage} closed {time}. Nothing has changed; what was saved can still be read.",
  windowUnset: "The stage {stage} has no dates yet. Nothing has changed; ask the edition's secretariat.",
  stageUnknown: "This stage is not in the edition's rules.",
  rubricUnknown: "This stage has no score sheet.",
  listUnknown: "This list is not in the edition's rules.",
  groupUnknown: "This group is not in the edition's rules. Choose one of those on offer.",
  categoryUnknown: "This category is not in the edition's rules. Choose one of those on offer.",
  seatTaken: "The person with this e-mail already holds this seat. The seat has not changed; choose another role if they hold more than one.",
  seatUnknown: "This seat does not exist, or has ended. Reload the page to see the present list.",
  lastOrganiser: "This person is the only organiser; without one, the edition cannot be run. Seat somebody else first.",
};
