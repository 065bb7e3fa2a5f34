/** A rule and the test that proves it: its file, from tests/features, and its title. */
export type Proof = readonly [rule: string, file: string, title: string];

const rules = "proposals/rules.test.ts";
const submission = "proposals/submission.test.ts";
const eligibility = "proposals/eligibility.test.ts";
const extensions = "proposals/extensions.test.ts";
const cases = "screening/cases.test.ts";
const screening = "screening/rules.test.ts";
const decisions = "screening/operations.test.ts";
const form = "proposals/form.test.ts";
const drafts = "proposals/drafts.test.ts";
const stages = "competitions/extension.test.ts";
const invitations = "proposals/invitations.test.ts";

/** Every rule by which a proposal enters, is judged fit, or is kept out. */
export const proofs: Readonly<Record<string, readonly Proof[]>> = {
  "the status machine of a proposal": [
    ["every status with every step, cell by cell", rules, "${step} from ${status} gives ${table[status][step]}"],
    ["only a complete draft goes to the admin", submission, "takes only a complete draft to the admin, who is told"],
    ["the admin gives a draft back with a note", submission, "gives a draft back with a note that the writer is sent"],
    ["every step stands in the history", submission, "keeps every step in the history"],
    ["nobody writes while it is submitted", submission, "lets nobody write while submitted, and only the admin while a correction is open"],
    ["withdrawing is for good", submission, "takes a withdrawn proposal out for good and keeps its number used"],
    ["a step in another tab wins over an older form", submission, "lets an older form of the identity overwrite nothing after a step"],
    ["an entry moves on once", submission, "happens once, from where the caller believed it to be"],
    ["only an entry moves on", submission, "never happens to what is no entry, and only inside a transaction"],
  ],
  "the number": [
    ["numbers have no gap", submission, "numbers without gaps, whatever is refused in between"],
    ["a number goes back with its transaction", submission, "gives a number back when the transaction around it fails"],
    ["a correction keeps it", submission, "keeps number and first version when a correction is submitted"],
    ["what was submitted is frozen and hashed", submission, "freezes the content, hashes it and gives a number"],
  ],
  quota: [
    ["the group's own, or that of the kind of agency in it; 0 is none", eligibility, "is the group's own, unless the kind of agency has one in the group; 0 is no limit"],
    ["the one over all groups comes in addition", eligibility, "over all groups is asked in addition, of its kind only"],
    ["groups by invitation stand apart", eligibility, "does not count groups by invitation, and they do not count towards it"],
    ["the last place is taken, the next refused", eligibility, "takes the last entry that fits and refuses the next"],
    ["two drafts for one place", eligibility, "is counted inside the transaction that submits: of two drafts for one place, one is submitted"],
    ["counted is what was submitted", submission, "counts the quota an agency and a group, of what was submitted"],
    ["an open correction counts by its last version", submission, "counts an entry by its last submission while a correction of it is open"],
    ["what is left is never less than none", "proposals/overview.test.ts", "leaves of a quota what is not used, never less than none"],
    ["one invitation, one entry", eligibility, "is needed for a group by invitation, one for each entry"],
    ["no invitation where the group is open", eligibility, "is needed for no other group"],
    ["as often as there are invitations", invitations, "lets the admin enter the group, as often as there are invitations"],
  ],
  "age and earlier awards": [
    ["whole months, full on their own day", rules, "counts whole months, a month being full on its own day"],
    ["the last day of a shorter month", rules, "counts a month as full on the last day of a month that has no such day"],
    ["counted back from the close of registration", submission, "is an innovation younger than the group asks on the day registration closes"],
    ["an extension makes nobody old enough", extensions, "ages are still counted back from the first close of registration"],
    ["the checklist points at one a day too young", screening, "points at an innovation a day too young on the last day of registration"],
    ["exclusions hold within their years, both included", eligibility, "keep out within their years, both included, and by competition, tier and group"],
    ["two years, not two records of one", eligibility, "of which two years are asked keep out from the second year on, not by two records of one"],
    ["another innovation's award keeps nobody out", eligibility, "of another innovation keep nobody out"],
    ["refusing or only flagging", eligibility, "refuse by the latest award, named with its source, and only flag where the rule says so"],
    ["the same title twice", submission, "is a title the agency has submitted, and a full quota, but not for groups by invitation"],
    ["bodies that organise", eligibility, "may not enter where the edition refuses them, and may where it only leaves them unranked"],
  ],
  window: [
    ["half-open to the millisecond", rules, "is half-open to the millisecond"],
    ["shut where the edition is not open", rules, "is shut in an edition that is not open"],
    ["the instant of arrival decides", submission, "decides by the server's clock: the last millisecond counts, the next does not"],
    ["a save in the last millisecond", drafts, "takes the text of the last millisecond and refuses the next"],
    ["it closes with registration", submission, "closes with registration"],
    ["a window with an unknown end is shut", "competitions/rules.test.ts", "is never open while an end is unknown"],
    ["early and late are told apart", "competitions/rules.test.ts", "refuses what comes early with its opening and what comes late with its last minute"],
    ["midnight is that of the edition's zone", "competitions/rules.test.ts", "changes at midnight of the edition's zone"],
    ["screening decides in its own", decisions, "takes place in [opensAt, closesAt) of screening"],
  ],
  "word limit": [
    ["the limit is complete, one more is over", form, "holds word limits hard: the limit is complete, one more is over"],
    ["hyphens, numbers and abbreviations count once", "../lib/lib.test.ts", "counts hyphenated words, numbers and abbreviations once"],
    ["signs are no answer", form, "takes signs without a word for no answer"],
    ["a draft may be over", drafts, "keeps text over the limit as a draft, counted in words"],
    ["a submission may not", submission, "says by how many words an answer is over"],
    ["over before unreadable", form, "is over before it is unreadable, and complete once nothing is missing"],
  ],
  extensions: [
    ["written until the very end", extensions, "everything is written until the very end and nothing from it on"],
    ["one agency's is no other's", extensions, "another agency's window has closed"],
    ["one proposal's is no other's", extensions, "one proposal's extension leaves the agency's others closed"],
    ["decided entries stay", extensions, "an entry that was decided on in screening stays as it is"],
    ["later, and not too late", extensions, "refuses an end that is not later, or too late to be screened"],
    ["whose it may be", extensions, "refuses a proposal of another agency, a withdrawn one and a decided one"],
    ["active until its last instant", extensions, "is active until its last instant, half-open"],
    ["it can be taken back", extensions, "closes the window at once, tells the agency both times, and leaves a trace"],
    ["a stage ends later than now and than before", stages, "ends after now and after its old end, and leaves something of every later stage"],
    ["registration not once screening has begun", stages, "is no registration whose screening has begun"],
    ["no marks change behind a list", "../acts/extend-stage.test.ts", "changes no marks behind a list that stands, be it a draft"],
  ],
  "screening and the second screener": [
    ["every state with every step, cell by cell", screening, "${step} from ${state} gives ${expected}"],
    ["one decides alone or two do, as the edition says", screening, "lets the first decide alone, or asks a second where the edition says so"],
    ["a rejection counts when somebody else confirms it", cases, "counts only when somebody else confirms it"],
    ["a third settles", cases, "is settled by a third where the two differ"],
    ["one person has one word in a round, in the database too", cases, "cannot hold two words of one person in a round, whatever the code says"],
    ["nobody screens what another has", cases, "keeps everybody else away until it is released, decided or two hours pass without work"],
    ["conflicts keep away", decisions, "does not exist for whoever declared a conflict or was of the entrant's agency, and is refused to a member who knows it"],
    ["conflicts keep away from what follows", cases, "leaves nobody in conflict a hand in what follows: neither more time, nor taking back, nor the appeal"],
    ["nothing is told before the announcement", cases, "an agency learns nothing: neither reach, nor outcome, nor letter, nor notice"],
    ["a decision is undone before it is announced", cases, "a decision is taken back with a reason by whoever made it or the organiser, as a version of its own"],
    ["the announcement tells once", cases, "tells admins and writers of everything decided, once, and moves the entries"],
  ],
  corrections: [
    ["open until their last instant", cases, "opens the entry to its agency until its last instant, and the new version comes back to who asked"],
    ["of the named parts alone", cases, "opens only the parts that were named"],
    ["they close by themselves", cases, "closes by itself when its clock ends, and the last version stands"],
    ["as often as the edition says", cases, "is asked for as often as the edition says, and never past the end of screening"],
    ["one at a time", cases, "is one at a time, and stands as it is once it has ended"],
    ["lengthened with a reason", cases, "is lengthened with a reason, and its agency is shown the new end and told"],
  ],
  appeals: [
    ["once, by the local admin, in time", cases, "is filed by the local admin, once, in [announced, announced + three days)"],
    ["none where the edition knows none", cases, "is none in an edition that knows none"],
    ["decided by somebody without a part", cases, "is decided by somebody without a part in the decision; upheld, the entry has passed"],
    ["dismissed is for good", cases, "dismissed leaves the rejection for good"],
  ],
};
