import type * as source from "#app/i18n/id/archive.ts";
import type { Words } from "#app/i18n/shape.ts";

/** Words of the archive: awards and figures of earlier years, as published. */
export const archive: Words<typeof source.archive> = {
  title: "Archive of awards",
  lead: "Awards and figures of earlier years as they were published, each with its source. The archive is not complete: what was not found is left empty.",
  years: "By year",
  yearRecords: "{year}: {count} {count:record|records}",
  competitions: {
    kipp: "Public Service Innovation Competition (KIPP)",
    sp4n: "SP4N-LAPOR! complaint-management competition",
    kovablik: "KOVABLIK of a province",
    unpsa: "United Nations Public Service Awards",
  },
  filter: "Filter the archive",
  search: "Title, agency or province",
  competition: "Competition",
  year: "Year",
  tier: "Award",
  allCompetitions: "All competitions",
  allYears: "All years",
  allTiers: "All awards",
  range: "{from}-{to} of {count} {count:record|records}",
  nothing: "No record matches. Change the search or clear the filter.",
  empty: "The archive has not been filled yet.",
  yearTitle: "Archive {year}",
  yearLead: "As published in that year. No figure is recomputed.",
  earlier: "Archive {year}",
  figures: "Published figures",
  measure: "Measure",
  value: "Figure",
  asPublished: "As published",
  measures: {
    registered: "Registered",
    submitted: "Submitted",
    passedAdmin: "Passed administrative screening",
    nominated: "Nominated by the evaluation team",
    finalists: "Finalists",
    winners: "Winners",
    other: "Other note",
  },
  kind: "Kind of agency",
  agencies: "Agencies",
  innovations: "Innovations",
  sum: "Total",
  compositionTitle: "{tier} by kind of agency",
  compositionNote: "Published by the organiser, of {registered} {registered:proposal|proposals} registered.",
  compositionPlain: "Published by the organiser.",
  records: "Awards on record",
  recordsNote: "{count} {count:record|records}. The full list of this year may be longer.",
  recordsNone: "No award of this year is on record by name yet.",
};

export const archiveErrors: Words<typeof source.archiveErrors> = {
  awardUnknown: "The archive does not hold this award.",
  yearUnknown: "The archive holds nothing of this year.",
};
