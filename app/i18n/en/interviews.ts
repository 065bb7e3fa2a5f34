import type * as source from "#app/i18n/id/interviews.ts";
import type { Words } from "#app/i18n/shape.ts";

export const interviews: Words<typeof source.interviews> = {};

export const interviewsErrors: Words<typeof source.interviewsErrors> = {
  noInterviews: "This edition holds no interviews at that stage.",
  rulesMissing: "The interview rules are not complete: length, sessions a day or time to confirm is not set.",
  noFinalists: "There are no finalists yet. Make the list of finalists final first.",
  notEnoughJurors: "There are {count} panel members for {panels} panels. Use fewer panels, or invite more jurors.",
  noPanelFree: "{count} finalists cannot be heard by any panel because of conflicts of interest. Invite other jurors, then schedule again.",
  notEnoughRoom: "{missing} finalists get no session within this stage. Add panels or sessions a day. The schedule has not changed.",
  panelsStand: "The panels already stand: {count}. Use that number to complete the schedule.",
  slotUnknown: "This interview session is not known.",
  confirmTooLate: "Confirming closed at {time}. Ask the edition's secretariat to make sure of your place.",
  notBegun: "This session begins at {time}. Attendance is noted after that.",
};
