import type * as source from "#app/i18n/id/objections.ts";
import type { Words } from "#app/i18n/shape.ts";

export const objections: Words<typeof source.objections> = {};

export const objectionsErrors: Words<typeof source.objectionsErrors> = {
  unknown: "This objection is not known. Go back to the list of objections.",
  noExamination: "No list is under public examination at this address.",
  windowClosed: "The public examination ended on {time}. This objection is not accepted; send other complaints to the organiser.",
  entryNotListed: "That innovation is not on the list under examination. Choose one of the list, or leave it empty.",
  tooMany: "There are already {limit} objections from this address within a day. Your text has not been sent; try again tomorrow.",
  alreadyDecided: "This objection has been decided. The decision has not changed.",
  stillOpen: "{count} objections are still undecided. Decide them all before the list becomes final.",
};
