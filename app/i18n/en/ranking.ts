import type * as source from "#app/i18n/id/ranking.ts";
import type { Words } from "#app/i18n/shape.ts";

export const ranking: Words<typeof source.ranking> = {};

export const rankingErrors: Words<typeof source.rankingErrors> = {
  listUnknown: "This list is not known. Go back to the page of lists.",
  rulesMissing: "The rules of this list are not complete: its size, weights or objection window is not set. Nothing has changed.",
  sheetsOpen: "{count} score sheets are not locked yet. Wait until their assessors lock them, then compute again.",
  sheetsMissing: "{count} proposals have no locked score sheet. Hand them out, then compute again.",
  noEntries: "No proposal can enter this list. Check the screening results and the groups.",
  fromNotFinal: "This list draws from {list}, which is not final yet. Make that list final first.",
  changed: "Somebody else has just changed this list. Reload the page to see its latest state.",
  cannotSign: "Minutes can only be signed while the list is a draft. Reload the page.",
  cannotApprove: "Only a list whose minutes are signed can be approved. Reload the page.",
  cannotFinalise: "Only a provisional list can be made final. Reload the page.",
  cannotRecompute: "A published list is not computed again. It changes only through an upheld objection.",
  cannotReplace: "A final list no longer changes.",
  samePerson: "You computed or signed this list, so somebody else has to approve it. Nothing has changed.",
  objectionWindowOpen: "The public examination lasts until {time}. The list can be made final after that.",
  decreeInFuture: "The decree cannot be dated after today. Check the date.",
  entryNotListed: "That proposal is neither on the list nor in its reserve. Nothing has changed.",
};
