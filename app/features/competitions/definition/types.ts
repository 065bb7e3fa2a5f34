import type { ConflictRules, ReadingRules } from "#app/features/competitions/definition/judging/types.ts";

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

/** Another quota for one kind of agency, before the group's own; group null = over all groups together; limit 0 = no limit. */
export type Quota = { group: string | null; agencyKind: string; limit: number };

/**
 * An earlier award that keeps an innovation out, looked up in the archive by agency and likeness of title. Empty lists and null
 * years mean every one. refuse: cannot be submitted; flag: the screener is told.
 */
export type Exclusion = {
  key: string;
  groups: string[];
  competitions: string[];
  tiers: string[];
  fromYear: number | null;
  toYear: number | null;
  /** In how many different years such an award keeps out: 2 = not a second time after having had it twice. */
  times: number;
  effect: "refuse" | "flag";
  reason: Words;
};

export type Category = { key: string; name: Words; sdgs: number[] };

/**
 * video: an address of a film that can be watched without an account. statement: a letter signed on the organiser's template
 * and handed in as a file. rows: a small table, one line a thing, with columns of its own.
 */
export type FieldKind =
  | "longText"
  | "shortText"
  | "number"
  | "date"
  | "choice"
  | "multiChoice"
  | "url"
  | "video"
  | "file"
  | "statement"
  | "rows";

/** A page of the form: questions that are written together. */
export type Section = { key: string; name: Words; help: Words };

/** A column of a question of kind rows. */
export type Column = { key: string; kind: "shortText" | "number" | "date" | "url"; label: Words; required: boolean };

/** A letter to download, sign and hand in; its bytes lie in the file store under their SHA-256. */
export type TemplateFile = { fileName: string; contentType: string; bytes: number; sha256: string };

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
  /** The page of the form it stands on; null = a long text is a page of its own, the rest is collected on two last pages. */
  section: string | null;
  /** rows: its columns and how many lines at least and at most; maxRows 0 = no limit. */
  columns: Column[];
  minRows: number;
  maxRows: number;
  /** statement: null = none to download. */
  template: TemplateFile | null;
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
export type Rubric = {
  stage: string;
  maxMark: number;
  criteria: Criterion[];
  readers: Unknown<number>;
  /** How many assessors at most read an entry that the marks cannot tell from the line; none = nobody reads more than `readers`. */
  readersMost?: number | null | undefined;
  blind: boolean;
};

export type Composition = { stage: string; weightBp: Unknown<number> };

/**
 * By what a list ranks: the mean of the marks as given (raw), that mean less the leniency of the assessors (calibrated), or the
 * predicted quality, which is drawn towards the mean of its stratum the less an entry was read.
 */
export type Quantity = "raw" | "calibrated" | "quality";

/** Who has to stand under minutes: the chair alone, the chair and more than half of the panel, two thirds of it, or all of it. */
export const quorums = ["chair", "majority", "twoThirds", "all"] as const;
export type Quorum = (typeof quorums)[number];

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
  quantity: Quantity;
  /** Which of the three must reach the pass mark. */
  passOn: Quantity;
  /** How many are named for each place of a share, for the panel to choose among: 2 = twice as many; 0 = nobody. */
  nominees: number;
  /** Whether the panel may sign, with its reason on record, while nothing links all assessors with one another. */
  waivable: boolean;
  /** How many of the panel (chairs and jurors) sign the minutes. */
  quorum: Quorum;
  /** Next in line, kept ready for upheld objections. */
  reserve: number;
  /** Empty = the criteria of the first counting stage, in the order of its sheet. */
  ties: TieRule[];
  /** null = the best, wherever they come from. */
  shares: Shares | null;
  minima: Minimum[];
  /** Middle of the serial number, such as T99. */
  serialCode: string;
  certificate: boolean;
};

/** What separates equals, in order; after the last of them the draw of the edition's tie seed. */
export type TieRule =
  | { kind: "criterion"; stage: string; criterion: string }
  | { kind: "stage"; stage: string }
  | { kind: "earlierSubmission" };

/** By what places of a list are shared out. */
export type CutAxis = "group" | "category" | "agencyKind" | "region" | "remote";

/** Parts of the axis `remote`: agencies of the regions the edition names as 3T, and all others. */
export const remoteParts = ["3t", "other"] as const;

/** Places for each part, by largest remainder; the weights sum to 10,000. Places a part cannot fill go to the best of the rest. */
export type Shares = { by: CutAxis; parts: { key: string; weightBp: number }[] };

/** At least so many of a part, where so many are good enough to be listed at all. */
export type Minimum = { by: CutAxis; key: string; least: number };

/** One line of a screener's checklist. `hint` names what the machine can say of it; `fields` is where its evidence stands. */
export type Requirement = {
  key: string;
  name: Words;
  help: Words;
  groups: string[];
  fields: string[];
  hint: "age" | "completeness" | "statementLetters" | "title" | "category" | "exclusions" | "similarity" | null;
};

export type ScreeningRules = {
  requirements: Requirement[];
  /** Reasons to choose from when an entry fails or is returned. */
  reasons: { key: string; text: Words }[];
  /** How often an entry may be returned for correction, and the days (of 24 hours) its agency then has; 0 times = never. */
  corrections: { times: number; days: number };
  /** A rejection counts only when a second screener confirms it. */
  secondScreener: boolean;
  /** Days after the decision is announced in which it may be appealed against; 0 = no appeal. Then days to decide it. */
  appealDays: number;
  appealDecisionDays: number;
};

/**
 * The bodies that run the competition, by code of the registry: their entries go to screeners and assessors from outside.
 * unranked: read and commented, never listed; refused: may not enter.
 */
export type OrganisingBodies = { agencies: string[]; entries: "ranked" | "unranked" | "refused" };

/** A letter before the close of a stage to those who have not finished; hours before its end. */
export type Reminder = { stage: string; hoursBefore: number; to: "writers" | "admins" | "screeners" | "assessors" };

/** Whom agencies ask; empty texts are not shown. `whatsapp` is a number in international form, digits only. */
export type HelpContact = { email: string; phone: string; whatsapp: string };

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
  quotas: Quota[];
  exclusions: Exclusion[];
  sections: Section[];
  fields: FormField[];
  rubrics: Rubric[];
  lists: AwardList[];
  stages: Stage[];
  interview: InterviewRules | null;
  screening: ScreeningRules;
  organisingBodies: OrganisingBodies;
  /** Codes of the regions that count as left-behind, frontier or outermost (3T); a province stands for all of it. */
  remoteRegions: string[];
  conflicts: ConflictRules;
  reading: ReadingRules;
  reminders: Reminder[];
  help: HelpContact;
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
