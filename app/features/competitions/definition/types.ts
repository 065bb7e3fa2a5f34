import type { ErrorParams } from "#app/lib/errors.ts";

/** The rules of one edition, as data. Everything that changed between years of the real competition is a field here. */

/** A text in both languages of the product. */
export type Words = { id: string; en: string };

/** null = not known and not yet decided; must be filled before opening where `gaps` says so. */
export type Unknown<T> = T | null;

export type StageKind =
  | "registration"
  | "screening"
  | "desk"
  | "finalists"
  | "interview"
  | "visit"
  | "publicScoring"
  | "winners"
  | "ceremony";

/** Half-open window [opensAt, closesAt) of UTC milliseconds. */
export type Stage = { key: string; kind: StageKind; name: Words; opensAt: Unknown<number>; closesAt: Unknown<number> };

export type Group = {
  key: string;
  name: Words;
  description: Words;
  byInvitation: boolean;
  /** Whole months from the start of implementation to the close of registration. */
  minimumAgeMonths: Unknown<number>;
  /** Most submitted proposals an agency may have in this group; null = not known; 0 = no limit. */
  quotaPerAgency: Unknown<number>;
};

export type Category = { key: string; name: Words; sdgs: number[] };

export type FieldKind = "longText" | "shortText" | "number" | "date" | "choice" | "multiChoice" | "url" | "file";

export type Option = { key: string; name: Words };

export type FormField = {
  key: string;
  kind: FieldKind;
  label: Words;
  help: Words;
  required: boolean;
  /** Group keys the question is asked of; empty = all. */
  groups: string[];
  /** longText, shortText: most words (hard); null = not known, 0 = no limit. */
  maxWords: Unknown<number>;
  /** choice, multiChoice. */
  options: Option[];
  /** file, and the evidence of any other: largest size in bytes; null = not known. Accepted types are PDF only unless named. */
  maxBytes: Unknown<number>;
  accept: string[];
  /** number: inclusive bounds; null = none. */
  min: Unknown<number>;
  max: Unknown<number>;
  /** One supporting PDF may be attached to this answer. */
  evidence: boolean;
  /** Asked only when another choice field holds this option. */
  when: { field: string; option: string } | null;
};

/** Level descriptor: marks from..to inclusive, in hundredths of a point. */
export type Level = { from: number; to: number; name: Words };

export type Criterion = {
  key: string;
  name: Words;
  help: Words;
  /** Basis points; the weights of one sheet sum to 10,000. */
  weightBp: Unknown<number>;
  levels: Level[];
  /** Self-assessment: the number field in which the agency claims a value that the assessor verifies. */
  claimField: string | null;
};

/**
 * One score sheet: what assessors mark at one stage. Marks run 0..maxMark in hundredths of a point. `readers` is how many
 * assessors mark an entry; 0 only where the public scores, as many as take part.
 */
export type Rubric = { stage: string; maxMark: number; criteria: Criterion[]; readers: Unknown<number>; blind: boolean };

export type Composition = { stage: string; weightBp: Unknown<number> };

export type AwardList = {
  key: string;
  name: Words;
  /** The stage of kind finalists or winners in which it is determined. */
  stage: string;
  groups: string[];
  size: Unknown<number>;
  /** The list whose members compete for this one; null = every entry that passed screening. */
  from: string | null;
  /** Which rubric stages make the score; weights sum to 10,000. */
  composition: Composition[];
  /** Least weighted total to be listed, hundredths of a point; null = none. */
  passMark: Unknown<number>;
  /** Next in line, kept ready for upheld objections. */
  reserve: number;
  /** Middle of the serial number, such as T99. */
  serialCode: string;
  certificate: boolean;
};

export type InterviewRules = {
  presentationMinutes: Unknown<number>;
  questionMinutes: Unknown<number>;
  bufferMinutes: number;
  perDay: Unknown<number>;
  /** Local times of the edition's zone, HH:MM, half-open ranges of a working day. */
  hours: [string, string][];
  /** At the latest this many hours before the slot, the agency confirms. */
  confirmHoursBefore: Unknown<number>;
};

export type ObjectionRules = { windowDays: Unknown<number>; decisionDays: Unknown<number> };

export type Definition = {
  name: Words;
  year: number;
  organiser: Words;
  zone: string;
  agencyKinds: string[];
  groups: Group[];
  categories: Category[];
  fields: FormField[];
  rubrics: Rubric[];
  lists: AwardList[];
  stages: Stage[];
  interview: InterviewRules | null;
  objections: ObjectionRules;
  /** Statement a person accepts on submitting. */
  declaration: Words;
};

/**
 * Where a value of a preset comes from. `path` is a dotted path of the definition or its beginning; an item is named by its
 * index, its key (a score sheet and a composition by their stage) or `*` for every item; the longest match wins.
 */
export type Source = {
  path: string;
  /** ministry page or regulation, news, public code, inference, or our own choice as a starting value. */
  kind: "official" | "news" | "code" | "inference" | "design";
  text: string;
  url: string | null;
};

export type Preset = { key: string; name: Words; summary: Words; definition: Definition; sources: Source[] };

/** Reasons for which a definition cannot be opened; each has a message of its name below `definition.faults`. */
export type FaultName =
  | "keyTwice"
  | "none"
  | "agencyKindUnknown"
  | "zoneUnknown"
  | "sdgUnknown"
  | "groupUnknown"
  | "optionsTooFew"
  | "boundsCrossed"
  | "sizeZero"
  | "whenUnknown"
  | "rubricStageUnknown"
  | "rubricStageKind"
  | "rubricTwice"
  | "rubricMissing"
  | "readersNone"
  | "maxMarkZero"
  | "weightsSum"
  | "weightZero"
  | "levelsBroken"
  | "claimUnknown"
  | "listStageUnknown"
  | "listFromUnknown"
  | "listFromLater"
  | "listGroupsWider"
  | "listTooLarge"
  | "compositionNone"
  | "compositionUnknown"
  | "compositionLater"
  | "compositionSum"
  | "passMarkTooHigh"
  | "serialCodeWrong"
  | "serialCodeTwice"
  | "registrationOnce"
  | "windowEmpty"
  | "windowOrder"
  | "interviewRulesMissing"
  | "interviewStageMissing"
  | "interviewNoTime"
  | "hoursWrong"
  | "hoursOverlap"
  | "perDayTooMany"
  | "windowDaysZero";

/** One contradiction: `code` is the key of its message, `path` where it is mended. */
export type Fault = { path: string; code: `definition.faults.${FaultName}`; params: ErrorParams };
