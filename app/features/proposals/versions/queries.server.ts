import { and, eq } from "drizzle-orm";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { getScene } from "#app/features/proposals/form/queries.server.ts";
import { answerWords } from "#app/features/proposals/form/rules.ts";
import { frozenContent } from "#app/features/proposals/inputs.ts";
import { listVersions, type ProposalVersion } from "#app/features/proposals/reading/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Proposal, ProposalId, SubmittedContent } from "#app/features/proposals/types.ts";
import { changeOf, compareFiles, compareTexts, pairOf, readDigest, readNumber } from "#app/features/proposals/versions/rules.ts";
import type { FileChange, TextChange } from "#app/features/proposals/versions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { proposals, submissions } from "#db/schema/proposals.ts";

/** One version exactly as it was frozen; 404 where there is none. The caller has authorised. */
export function getVersionContent(ctx: Pick<Ctx, "db">, id: ProposalId, version: number): SubmittedContent {
  const row = ctx.db.select().from(submissions).where(and(eq(submissions.proposalId, id), eq(submissions.version, version))).get();
  if (!row) throw notFound("proposals.unknown");
  const { sha256, submittedAt, content } = row;
  return { version, sha256, submittedAt, ...frozenContent.parse(JSON.parse(content)) };
}

export type Comparison = {
  from: number;
  to: number;
  texts: TextChange[];
  files: FileChange[];
  /** Names of the parts that are the same in both; null = a part of the identity, by its key. */
  same: { key: string; label: Words | null }[];
};

export type VersionsPage = {
  proposal: Pick<Proposal, "id" | "title" | "status" | "agencyId"> & { number: string | null };
  zones: { own: string; edition: string };
  versions: ProposalVersion[];
  /** null while there are not two versions. */
  comparison: Comparison | null;
};

/** Every version of a proposal and what two of them differ in, for members of its agency; 404 for everybody else. */
export function getVersionsPage(ctx: Ctx, id: ProposalId, asked: { from: number | null; to: number | null }): VersionsPage {
  const { proposal, edition } = getScene(ctx, id);
  const { definition } = edition;
  const versions = listVersions(ctx, id);
  const pair = pairOf(versions.map(({ version }) => version), asked);
  return {
    proposal: { id, title: proposal.title, status: proposal.status, agencyId: proposal.agencyId, number: proposal.number === null ? null : numberText(definition.year, proposal.number) },
    zones: { own: getAgency(ctx, proposal.agencyId).zone, edition: definition.zone },
    versions,
    comparison: pair && compare(definition, getVersionContent(ctx, id, pair.from), getVersionContent(ctx, id, pair.to)),
  };
}

function compare(definition: Definition, first: SubmittedContent, second: SubmittedContent): Comparison {
  const parts = [...identityParts(definition, first, second), ...answerParts(definition, first, second)];
  const labels = new Map(definition.fields.map(({ key, label }) => [key, label]));
  return {
    from: first.version,
    to: second.version,
    texts: parts.flatMap(({ key, label, from, to }) => {
      const kind = changeOf(from.id, to.id);
      return kind ? [{ key, label, kind, blocks: { id: compareTexts(from.id, to.id), en: compareTexts(from.en || from.id, to.en || to.id) } }] : [];
    }),
    files: compareFiles(first.attachments, second.attachments).map(({ fieldKey, ...change }) => ({
      ...change,
      label: labels.get(fieldKey) ?? { id: fieldKey, en: fieldKey },
    })),
    same: parts.filter(({ from, to }) => from.id === to.id && from.id !== "").map(({ key, label }) => ({ key, label })),
  };
}

type Part = { key: string; label: Words | null; from: Words; to: Words };

const plain = (text: string): Words => ({ id: text, en: text });

function identityParts({ groups, categories }: Definition, first: SubmittedContent, second: SubmittedContent): Part[] {
  const nameOf = (items: readonly { key: string; name: Words }[], key: string): Words => items.find((item) => item.key === key)?.name ?? plain(key);
  const texts = (["title", "unit", "innovator", "startedOn"] as const).map((key) => ({ key, label: null, from: plain(first[key]), to: plain(second[key]) }));
  const group = { key: "groupKey", label: null, from: nameOf(groups, first.groupKey), to: nameOf(groups, second.groupKey) };
  const category = { key: "categoryKey", label: null, from: nameOf(categories, first.categoryKey), to: nameOf(categories, second.categoryKey) };
  return [...texts, group, category];
}

const answerParts = ({ fields }: Definition, first: SubmittedContent, second: SubmittedContent): Part[] =>
  fields.map((field) => ({
    key: field.key,
    label: field.label,
    from: answerWords(field, first.answers[field.key]?.value ?? ""),
    to: answerWords(field, second.answers[field.key]?.value ?? ""),
  }));

/** What anybody who holds a receipt is told of it: that it was issued, in which edition, as which version and when. Nothing of the content. */
export type ReceiptProof = { number: string; version: number; receivedAt: number; edition: Words; zone: string; rehearsal: boolean };

/** Whether a receipt with this number and this whole SHA-256 was issued; undefined otherwise, without saying which of the two is wrong. */
export function findReceiptProof(ctx: Pick<Ctx, "db">, typed: { number: string; sha256: string }): ReceiptProof | undefined {
  const [read, sha256] = [readNumber(typed.number), readDigest(typed.sha256)];
  if (!read || !sha256) return undefined;
  const editions = listPublicEditions(ctx).filter(({ definition }) => definition.year === read.year);
  for (const { id, definition, rehearsal } of editions) {
    const row = ctx.db
      .select({ version: submissions.version, receivedAt: submissions.submittedAt })
      .from(proposals)
      .innerJoin(submissions, eq(submissions.proposalId, proposals.id))
      .where(and(eq(proposals.editionId, id), eq(proposals.number, read.number), eq(submissions.sha256, sha256)))
      .get();
    if (row) return { ...row, number: numberText(read.year, read.number), edition: definition.name, zone: definition.zone, rehearsal };
  }
  return undefined;
}
