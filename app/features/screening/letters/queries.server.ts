import { and, asc, count, desc, eq, inArray, type SQL } from "drizzle-orm";
import { addressOf } from "#app/features/accounts/queries.server.ts";
import { findMembershipFor, getAgency, listAdminIds } from "#app/features/agencies/queries.server.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { editionFacts } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import type { Bars } from "#app/features/conflicts/types.ts";
import { notWithheld, onlyWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { shownLetters } from "#app/features/notifications/outbox/queries.server.ts";
import { composeLetter } from "#app/features/notifications/rules.ts";
import type { Params } from "#app/features/notifications/types.ts";
import { getEntry, getProposal } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Entry, Proposal, ProposalId } from "#app/features/proposals/types.ts";
import { findCase, findVerdict, type Verdict } from "#app/features/screening/cases/queries.server.ts";
import { letterKinds, type LetterKind, type Recipient, type ScreeningLetter } from "#app/features/screening/letters/types.ts";
import { mayReadLetters } from "#app/features/screening/policy.ts";
import { appealsCloseAt, outcomeOf, reasonText } from "#app/features/screening/rules.ts";
import type { Outcome, ScreeningCase } from "#app/features/screening/types.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { type mailStatuses, outbox } from "#db/schema/notifications.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screeningCases } from "#db/schema/screening.ts";

type Base = Pick<Ctx, "db">;

export type LetterFacts = {
  edition: Edition;
  agency: Agency;
  entry: Entry;
  proposal: Proposal;
  /** The verdict that stands; undefined before the first. */
  verdict: Verdict | undefined;
  announcedAt: number | null;
};

export function findLetterFacts(ctx: Base, proposalId: ProposalId): LetterFacts {
  const proposal = getProposal(ctx, proposalId);
  const found = findCase(ctx, proposalId);
  return {
    ...{ edition: getEdition(ctx, proposal.editionId), agency: getAgency(ctx, proposal.agencyId), entry: getEntry(ctx, proposalId), proposal },
    verdict: found?.screeningId ? findVerdict(ctx, found.screeningId) : undefined,
    announcedAt: found?.announcedAt ?? null,
  };
}

/** The agency's admins and the writer, each once, in their own language. */
export function listRecipients(ctx: Base, { proposal }: Pick<LetterFacts, "proposal">): Recipient[] {
  const writer = findMembershipFor(ctx, proposal.createdBy, proposal) ? [proposal.createdBy] : [];
  const people = [...new Set([...listAdminIds(ctx, proposal.agencyId), ...writer])];
  return people.flatMap((userId) => {
    const address = addressOf(ctx, userId);
    return address ? [{ userId, name: address.name, email: address.email, locale: address.locale }] : [];
  });
}

type Written = { letter: ScreeningLetter; facts: LetterFacts; person: Pick<Recipient, "name" | "locale">; baseUrl: string };

/** A letter with everything its words ask for: one source for the preview and for what is sent. */
export function letterOf({ letter, facts, person, baseUrl }: Written): { template: string; params: Params } {
  const { edition, agency, entry, verdict } = facts;
  const { locale } = person;
  const given = letter.given ?? { reasonKeys: verdict?.reasonKeys ?? [], reason: verdict?.reason ?? "" };
  const until = letter.until ?? appealsCloseAt(edition.definition.screening, facts.announcedAt);
  const template = letter.kind === "screeningFailed" && until !== null ? "screeningFailedAppeal" : letter.kind;
  return {
    template,
    params: {
      ...editionFacts(edition, locale),
      number: numberText(edition.definition.year, entry.number),
      title: entry.title,
      name: person.name,
      reason: reasonText(edition.definition.screening, given, locale),
      until: until === null ? "" : formatDeadline(locale, until, agency.zone),
      link: `${baseUrl}${letter.page ?? `/proposals/${letter.proposalId}`}`,
    },
  };
}

const unannounced = (editionId: Id<"edition">): SQL | undefined =>
  and(eq(screeningCases.editionId, editionId), inArray(screeningCases.state, ["passed", "failed"]));

/** Decided cases nobody has been told of, by number, all or without what is withheld. The caller has authorised. */
export const listUnannounced = (ctx: Base, of: { editionId: Id<"edition">; bars?: Bars; limit?: number; offset?: number }): ScreeningCase[] =>
  ctx.db
    .select({ one: screeningCases })
    .from(screeningCases)
    .innerJoin(proposals, eq(proposals.id, screeningCases.proposalId))
    .where(and(unannounced(of.editionId), of.bars && notWithheld(of.bars)))
    .orderBy(asc(proposals.number))
    .limit(of.limit ?? -1)
    .offset(of.offset ?? 0)
    .all()
    .map(({ one }) => one);

export type PreviewedLetter = { userId: Id<"user">; name: string; email: string; subject: string; body: string };
export type UnannouncedRow = {
  proposalId: ProposalId;
  number: string;
  title: string;
  agencyName: string;
  outcome: Outcome;
  decidedAt: number;
  letters: PreviewedLetter[];
};

/** `withheld`: how many more would be announced of which the reader is shown nothing. */
export type AnnouncementPage = { total: number; passed: number; failed: number; withheld: number; rows: UnannouncedRow[] };

/**
 * What would be announced now, a page at a time, with every letter as its reader would get it, without entries withheld from the
 * asking person. 404 for whoever has no seat for it.
 */
export function getAnnouncementPage(
  ctx: Ctx,
  of: { editionId: Id<"edition">; limit: number; offset: number; translators: Record<"id" | "en", Translate> },
): AnnouncementPage {
  if (!mayReadLetters(ctx.actor, of.editionId)) throw notFound("competitions.editionUnknown");
  const bars = withheldFrom(ctx, of.editionId);
  const counts = countStates(ctx, and(unannounced(of.editionId), notWithheld(bars)));
  const [passed, failed] = [counts.get("passed") ?? 0, counts.get("failed") ?? 0];
  const withheld = [...countStates(ctx, and(unannounced(of.editionId), onlyWithheld(bars))).values()].reduce((sum, n) => sum + n, 0);
  const rows = listUnannounced(ctx, { ...of, bars }).map((found) => previewOf(ctx, found, of.translators));
  return { total: passed + failed, passed, failed, withheld, rows };
}

const countStates = (ctx: Base, where: SQL | undefined): Map<string, number> =>
  new Map(
    ctx.db
      .select({ state: screeningCases.state, n: count() })
      .from(screeningCases)
      .innerJoin(proposals, eq(proposals.id, screeningCases.proposalId))
      .where(where)
      .groupBy(screeningCases.state)
      .all()
      .map(({ state, n }) => [state, n]),
  );

function previewOf(ctx: Ctx, found: ScreeningCase, translators: Record<"id" | "en", Translate>): UnannouncedRow {
  const facts = { ...findLetterFacts(ctx, found.proposalId), announcedAt: ctx.now };
  const outcome = outcomeOf(found.state);
  const letter: ScreeningLetter = { proposalId: found.proposalId, kind: outcome === "passed" ? "screeningPassed" : "screeningFailed", key: "" };
  return {
    proposalId: found.proposalId,
    number: numberText(facts.edition.definition.year, facts.entry.number),
    title: facts.entry.title,
    agencyName: facts.agency.name,
    outcome,
    decidedAt: found.changedAt,
    letters: listRecipients(ctx, facts).map((person) => {
      const { template, params } = letterOf({ letter, facts, person, baseUrl: ctx.baseUrl });
      return { userId: person.userId, name: person.name, email: person.email, ...composeLetter(translators[person.locale], template, params) };
    }),
  };
}

export type SentLetter = { id: Id<"mail">; kind: LetterKind; recipient: string; name: string; number: string; status: (typeof mailStatuses)[number]; createdAt: number; sentAt: number | null };

/** Letters of screening of an edition with what became of them, newest first. 404 for whoever has no seat for it. */
export function listScreeningLetters(ctx: Ctx, of: { editionId: Id<"edition">; limit: number; offset: number }): { rows: SentLetter[]; total: number } {
  if (!mayReadLetters(ctx.actor, of.editionId)) throw notFound("competitions.editionUnknown");
  const mine = and(eq(outbox.editionId, of.editionId), inArray(outbox.template, [...letterKinds, "screeningFailedAppeal"]), shownLetters(ctx.actor, of.editionId));
  const rows = ctx.db
    .select({ ...{ id: outbox.id, template: outbox.template, recipient: outbox.recipient, params: outbox.params, status: outbox.status }, ...{ createdAt: outbox.createdAt, sentAt: outbox.sentAt } })
    .from(outbox)
    .where(mine)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(of.limit)
    .offset(of.offset)
    .all();
  const total = ctx.db.select({ n: count() }).from(outbox).where(mine).get()?.n ?? 0;
  return {
    rows: rows.map(({ template, params, ...row }) => ({
      ...row,
      kind: (template === "screeningFailedAppeal" ? "screeningFailed" : template) as LetterKind,
      name: String(params.name ?? ""),
      number: String(params.number ?? ""),
    })),
    total,
  };
}
