import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
// First: the modules below are broken by it as they load.
import { broken, leaky, mended } from "#tests/non-interference/seams.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { makeJudging } from "#tests/non-interference/judging.ts";
import { judgingSecret } from "#tests/non-interference/judging-secret.ts";
import { reads } from "#tests/non-interference/reads/all.ts";
import { randomFor, type Secret, secrets } from "#tests/non-interference/secrets.ts";
import { type Site, sites } from "#tests/non-interference/sites.ts";
import { differences, snapshot } from "#tests/non-interference/snapshot.ts";
import { type Hidden, makeHidden, type Moment, type PersonName } from "#tests/non-interference/world.ts";

vi.mock("#app/features/accounts/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/agencies/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/assignment/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/audit/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/certificates/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/competitions/people/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/competitions/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/conflicts/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/conflicts/withholding/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/interviews/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/notifications/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/objections/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/proposals/comments/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/proposals/figures/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/proposals/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/ranking/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/scoring/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/screening/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/screening/similarity/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/conflicts/withholding/queries.server.ts", async (original) => leaky(await original<object>(), whole));
vi.mock("#app/features/proposals/queries.server.ts", async (original) => leaky(await original<object>(), { shownTo: undefined }));
vi.mock("#app/features/notifications/outbox/queries.server.ts", async (original) => leaky(await original<object>(), { shownLetters: undefined }));
vi.mock("#app/lib/ctx.ts", async (original) => leaky(await original<object>(), { withheldOf: { agencyIds: [], proposalIds: [], words: () => [] } }));

/** What the functions of withholding answer when nothing is withheld. */
const { whole } = vi.hoisted(() => {
  const nothing = { agencyIds: [], proposalIds: [] };
  return { whole: { withheldFrom: nothing, judgingWithheldFrom: nothing, notWithheld: undefined, isShown: () => true } };
});

/** Scopes that no change of an entry can show to be gone, by the reason. */
const excused: Record<string, readonly string[]> = {
  "hides people, seats, accounts and agencies, and nothing of an entry": [
    ...["accounts/administration: mayManageAccounts", "accounts/privacy: mayManageAccounts", "accounts: mayManageAccounts"],
    ...["agencies/appointments: isAgencyMember", "agencies/appointments: mayDecideAppointment", "agencies: mayReadMembers"],
    ...["agencies/registry: mayImportAgencies", "agencies/registry: mayManageUnits", "competitions/people: mayImportPeople"],
    ...["assignment/expertise: isAssessor", "assignment/expertise: mayAssign", "conflicts/objecting: isAgencyMember", "conflicts/objecting: mayReadConflicts"],
    ...["ranking/evidence: mayNameAssessors", "ranking/explaining: mayNameAssessors"],
    ...["scoring/training: isAssessor", "scoring/training: mayReadSignals", "scoring/training: mayWriteTraining"],
  ],
  "hides rules, words and announcements of an edition": [
    ...["competitions/commitments: maySeeEdition", "competitions: isSystemAuditor", "competitions: mayOrganise", "competitions: maySeeEdition"],
    ...["notifications/templates: mayWriteTemplates", "proposals/announcements: hasSeat", "proposals/announcements: mayOrganise"],
    ...["proposals/invitations: isAgencyMember", "proposals/invitations: mayOrganise", "audit/examination: mayReadRecords"],
  ],
  "says what may be done with what is shown already: the button and the operation ask it": [
    ...["proposals/comments: mayComment", "proposals/comments: maySettleThread", "proposals/comments: mayWriteProposal"],
    ...["proposals/drafting: mayWriteProposal", "proposals/form: mayCreateProposal", "proposals/form: maySubmitProposal", "proposals/form: mayWriteProposal"],
    ...["proposals/overview: isAgencyAdmin", "proposals/overview: mayCreateProposal", "proposals/reading: maySubmitProposal"],
    ...["proposals/reading: mayWithdrawProposal", "proposals/reading: mayWriteProposal", "proposals/submission: isProposalMember"],
    ...["ranking/deliberation: mayRecordMove", "ranking/documents: mayAttachMinutes", "screening/appeals: isAgencyAdmin", "screening/appeals: mayDecideAppeal"],
    ...["screening/corrections: isAgencyAdmin", "screening: mayExtendCorrection", "screening: mayRelease", "screening: mayScreen", "screening: mayUndo"],
    ...["screening/similarity/comparison: mayJudgePair", "screening/similarity: mayJudgePair"],
  ],
  "narrows what another scope has opened, or withholds more where it says yes": [
    ...["proposals/overview: confinedTo", "proposals/units: confinedTo", "proposals/overview: isAgencyMember", "proposals/reading: isProposalMember"],
    ...["conflicts/withholding: isSystemAuditor", "conflicts/withholding: isAgencyMember", "conflicts/withholding: hasSeat", "conflicts/withholding: isOnlyOffice"],
    ...["interviews: hasSeat", "scoring/desk: isAssessor", "scoring/desk: hasSeat", "scoring/sheet: isAssessor", "scoring/signals: isAssessor"],
    ...["screening/appeals: isProposalMember", "screening/corrections: isAgencyMember", "audit/log: mayReadRecords"],
  ],
  "holds together with a second scope on the same page, which holds alone": [
    ...["screening: isShown", "screening: withheldFrom", "screening: mayReadScreening"],
  ],
  "asked by operations alone, whose tables of permissions hold it": [
    ...["screening/cases: isShown", "screening/cases: withheldFrom", "screening/cases: mayReadScreening", "scoring/sheet: holdsAssignment"],
  ],
  "tells what a chair did about an assessor, which no change of an entry touches; by the room's own tests": ["scoring/alarms: mayAnswerAlarm", "scoring/alarms: mayReadSignals"],
  "counts sheets that somebody has locked, as nobody known has in either world; by the room's own tests": ["scoring/alarms: judgingWithheldFrom", "scoring/alarms: notWithheld"],
  "asked by the worker of each whom it tells; by the act's own tests": ["scoring/reminders: notWithheld"],
  "counts closures of a desk": ["scoring/rounds: mayReadProgress"],
  "tells a number and a name, which no change of an entry touches": ["scoring: mayReopen"],
  "tells that another entry bears the same title, which chance seldom makes": ["screening: notWithheld"],
  "tells what an organiser wrote of an award, which no change of an entry touches; by the room's own tests": ["proposals/invitations: withheldOf"],
  "asked only where a third reader is seen before he is called, as in neither world; by the room's own tests": ["scoring/divergence: mayAssign"],
  "asked only where a list is published or signed, which neither world holds; by the room's own tests": [
    ...["ranking/bundle: mayReadBundle", "ranking/documents: mayReadLists", "ranking/runs: mayReadLists", "ranking: mayReadLists"],
    ...["ranking/remarks: isShown", "ranking/remarks: judgingWithheldFrom", "ranking/remarks: mayReleaseRemarks"],
    ...["ranking/signers: mayReadLists", "ranking/signers/cosigning: mayCosignMinutes", "ranking/signers/cosigning: judgingWithheldFrom", "ranking/signers/cosigning: notWithheld"],
  ],
};

const reasons: ReadonlySet<string> = new Set(Object.values(excused).flat());

/** What was hidden and was changed, before and after, with the people it is hidden from. */
type Case = { hidden: Hidden; changed: Ctx; secret: Secret; at: Moment };

describe("the property of what a person may not see", () => {
  let cases: Case[] = [];
  beforeAll(async () => {
    const [first, second] = [await makeHidden(), makeJudging()];
    cases = [{ hidden: second, secret: judgingSecret, changed: second.copy(), at: "judging" }, ...secrets.map((secret): Case => ({ hidden: first, secret, changed: first.copy(), at: "screening" }))];
    for (const { hidden, secret, changed } of cases) await secret.change(changed, hidden.known, randomFor(7));
  });
  afterEach(() => {
    Object.assign(broken, mended);
  });

  const shows = ({ hidden, changed, secret, at }: Case, only: RegExp): PersonName | undefined =>
    secret.hiddenFrom.find((person) => {
      const wanted = { known: hidden.known, person, at: [at], only } as const;
      const { asked } = broken;
      const before = snapshot(hidden.ctx, wanted);
      // Where nobody asks the scope, its loss shows nothing.
      return broken.asked > asked && differences(before, snapshot(changed, wanted)).length > 0;
    });

  /** Whom the broken scope lets see something of what: asked in its own folder, or in the whole room where no read of that asks. */
  function leakOf({ file, folder, name }: Site): string | undefined {
    Object.assign(broken, { policy: name, file, asked: 0 });
    const room = folder.split("/")[0] ?? "";
    const own = Object.values(reads[folder] ?? {}).some(({ kind }) => kind === "answers");
    for (const only of [...(own ? [new RegExp(`^${folder}\\.`)] : []), new RegExp(`^${room}[/.]`)]) {
      for (const one of cases) {
        const person = shows(one, only);
        if (person) return `${person}: ${one.secret.name}`;
      }
      if (broken.asked > 0) break;
    }
    return undefined;
  }

  for (const site of sites.filter(({ folder, name }) => !reasons.has(`${folder}: ${name}`))) {
    it(`fails without ${site.name} in ${site.folder}`, { timeout: 300_000 }, () => {
      expect(leakOf(site)).toBeDefined();
    });
  }

  it("excuses no scope that is not there", () => {
    const keys = new Set(sites.map(({ folder, name }) => `${folder}: ${name}`));
    expect([...reasons].filter((key) => !keys.has(key))).toEqual([]);
  });
});
