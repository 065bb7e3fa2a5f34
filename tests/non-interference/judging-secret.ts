import { gunzipSync, gzipSync } from "node:zlib";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Inputs } from "#app/features/ranking/bundle/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Random } from "#app/lib/random.ts";
import { inTransaction } from "#db/client.server.ts";
import { barredPeople, judgingOutsiders } from "#tests/non-interference/judging.ts";
import type { Secret } from "#tests/non-interference/secrets.ts";
import { hiddenWord, type Known } from "#tests/non-interference/world.ts";

/** Everything that is known of the entries these people are in conflict with, but for the places of the others in the list. */
export const judgingSecret: Secret = {
  name: "entries one is in conflict with, their marks, places, hours, votes, objections, letters and acts",
  hiddenFrom: [...barredPeople, ...judgingOutsiders],
  change: (ctx, known, random) => {
    unfreeze(ctx);
    // One of them loses a reading, so that it stands on fewer; the other keeps all.
    const [thin] = known.hiddenProposals;
    for (const proposalId of known.hiddenProposals) {
      disturbText(ctx, proposalId, random);
      disturbMarks(ctx, proposalId, random);
      disturbKept(ctx, proposalId, random);
      disturbPlace(ctx, proposalId, random);
      disturbRest(ctx, { known, proposalId, random });
      if (proposalId === thin) run(ctx, "update score_sheets set status = 'draft', locked_at = null where id = (select min(id) from score_sheets where proposal_id = ?)", proposalId);
      inTransaction(ctx, () => tell(ctx, { known, proposalId, random }));
    }
  },
};

/** What is kept for ever is here as if something else had been kept. */
function unfreeze(ctx: Ctx): void {
  const names = ctx.db.$client.prepare("select name from sqlite_master where type = 'trigger' and name like '%no_%'").pluck().all() as string[];
  for (const name of names) ctx.db.$client.exec(`drop trigger ${name}`);
}

function disturbText(ctx: Ctx, id: ProposalId, random: Random): void {
  const title = word(random);
  run(ctx, "update proposals set title = ?, title_key = ?, unit = ?, innovator = ?, updated_at = ? where id = ?", title, title.toLowerCase(), word(random), word(random), number(random), id);
  run(ctx, "update submissions set content = json_set(content, '$.title', ?), sha256 = ? where proposal_id = ?", title, word(random), id);
  run(ctx, "update similarity_pairs set note = ?, greatest_bp = ?, same_title = 1 - same_title where ? in (proposal_id, other_proposal_id)", word(random), number(random) % 10_000, id);
  run(ctx, "update screening_appeals set text = ?, status = 'dismissed' where proposal_id = ?", word(random), id);
  run(ctx, "update submission_extensions set reason = ?, closes_at = ? where proposal_id = ?", word(random), number(random), id);
}

function disturbMarks(ctx: Ctx, id: ProposalId, random: Random): void {
  const sheets = ctx.db.$client.prepare("select id from score_sheets where proposal_id = ?").pluck().all(id) as string[];
  for (const sheet of sheets) {
    run(ctx, "update score_sheets set note = ?, private_note = ?, updated_at = ?, locked_at = ? where id = ?", word(random), word(random), number(random), number(random), sheet);
    run(ctx, "update marks set mark = ?, note = ? where sheet_id = ?", number(random) % 10_000, word(random), sheet);
  }
  run(ctx, "update agreed_values set value = ?, reason = ?, present = '[]' where proposal_id = ?", number(random) % 10_000, word(random), id);
  run(ctx, "update released_remarks set text = ? where proposal_id = ?", word(random), id);
}

/** The same marks as a version keeps them: others, and of each second entry one sheet fewer. */
function disturbKept(ctx: Ctx, id: ProposalId, random: Random): void {
  const entryNumber = ctx.db.$client.prepare("select number from proposals where id = ?").pluck().get(id) as number;
  for (const { sha256, packed } of ctx.db.$client.prepare("select sha256, packed from ranking_inputs").all() as { sha256: string; packed: Buffer }[]) {
    const inputs = JSON.parse(gunzipSync(packed).toString("utf8")) as Inputs;
    for (const stage of inputs.stages) {
      const last = stage.sheets.findLastIndex(({ entry }) => entry === entryNumber);
      stage.sheets = stage.sheets.filter((_, at) => at !== last || entryNumber % 4 === 0);
      for (const sheet of stage.sheets) if (sheet.entry === entryNumber) for (const key of Object.keys(sheet.marks)) sheet.marks[key] = number(random) % 10_000;
    }
    ctx.db.$client.prepare("update ranking_inputs set packed = ? where sha256 = ?").run(gzipSync(JSON.stringify(inputs)), sha256);
  }
}

/** All a list says of the entry; the places of the others follow from everybody's and stay. */
function disturbPlace(ctx: Ctx, id: ProposalId, random: Random): void {
  const figures = "score = ?, raw = ?, calibrated = ?, quality = ?, raw_rank = ?, p_top = ?, expected_rank = ?, rank_low = 1, rank_high = ?, within_rank = ?, trimmed_rank = 1, tie_broken_by = ?";
  const value = (): number => number(random) % 10_000;
  run(ctx, `update ranking_rows set ${figures} where proposal_id = ?`, value(), value(), value(), value(), value(), random(), value(), value(), value(), word(random), id);
  run(ctx, "update ranking_moves set reason = ?, place = ?, held_on = '2026-03-03' where ? in (entering_id, leaving_id)", word(random), word(random), id);
}

type Disturbed = { known: Known; proposalId: ProposalId; random: Random };

function disturbRest(ctx: Ctx, { known, proposalId, random }: Disturbed): void {
  const wide = random() < 0.5;
  run(ctx, "update interview_slots set meeting_url = ?, attendance = 'unit', confirmed_at = ?, starts_at = starts_at + ? where proposal_id = ?", word(random), number(random), Math.floor(random() * 1e5), proposalId);
  if (wide) run(ctx, "delete from interview_slots where proposal_id = ?", proposalId);
  run(ctx, "update objections set text = ?, name = ?, status = 'rejected', decision = ? where proposal_id = ?", word(random), word(random), word(random), proposalId);
  run(ctx, "update certificates set revoked_at = ?, revoked_reason = ?, issued_at = ? where proposal_id = ?", number(random), word(random), number(random), proposalId);
  run(ctx, "insert or replace into reader_targets (edition_id, stage, proposal_id, readers) values (?, 'desk', ?, ?)", known.editions[0] ?? "", proposalId, wide ? 4 : 1);
  run(ctx, "update proposals set unit = ?, updated_at = ? where reach = 'draft'", word(random), number(random));
  const reader = ctx.db.$client.prepare("select user_id from score_sheets where proposal_id = ? order by user_id limit 1").pluck().get(proposalId) as string;
  const said = "insert into conflicts (id, edition_id, user_id, proposal_id, source, reason, declared_at) values (?, ?, ?, ?, 'declared', ?, ?)";
  run(ctx, said, ctx.newId("conflict"), known.editions[0] ?? "", reader, proposalId, word(random), number(random));
  run(ctx, "update assignments set ended_at = ? where proposal_id = ? and user_id = ?", number(random), proposalId, known.people.barredEvaluator?.userId ?? "");
}

/** More letters, notices and acts that name it. */
function tell(ctx: Ctx, { known, proposalId, random }: Disturbed): void {
  const params = { editionId: known.editions[0] ?? "", title: word(random), number: "2026-0000", name: word(random), edition: "KIPP", agency: "Kabupaten" };
  queueMail(ctx, { dedupeKey: word(random), recipient: "ani@contoh.id", locale: "id", template: "submitted", params: { ...params, link: `/proposals/${proposalId}` } });
  for (const name of barredPeople) {
    const who = known.people[name];
    if (who) leaveNotice(ctx, { userId: who.userId, kind: "submitted", params, url: `/proposals/${proposalId}` });
  }
  recordAudit(ctx, { action: "proposals.submit", subject: { kind: "proposal", id: proposalId }, editionId: known.editions[0] ?? null, data: { about: word(random) } });
}

const run = (ctx: Ctx, sql: string, ...values: (string | number)[]): unknown => ctx.db.$client.prepare(sql).run(...values);

const number = (random: Random): number => Math.floor(random() * 1e9);

const word = (random: Random): string => `${"AMZ"[Math.floor(random() * 3)]} ${hiddenWord} ${number(random).toString(36)}`;
