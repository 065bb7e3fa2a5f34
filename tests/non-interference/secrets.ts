import { beginThread } from "#app/features/proposals/comments/operations.server.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { returnForCorrection } from "#app/features/screening/corrections/operations.server.ts";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { type Random, seededRandom } from "#app/lib/random.ts";
import { asked, type Scene, submitted, whole } from "#tests/features/proposals/scene.ts";
import { allPassed, oneFailed } from "#tests/features/screening/scene.ts";
import { hiddenWord, type Known, moments, type PersonName } from "#tests/non-interference/world.ts";

export type Secret = {
  name: string;
  /** Changes at random something these people may not see. */
  change: (ctx: Ctx, known: Known, random: Random) => void | Promise<void>;
  hiddenFrom: readonly PersonName[];
};

const outsiders = ["evaluator", "stranger", "visitor"] as const;
const strangersHere = ["organiserElsewhere", "screenerElsewhere", ...outsiders] as const;

export const secrets: readonly Secret[] = [
  {
    name: "entries, drafts, comments and findings of another agency",
    change: (ctx, known, random) => disturb(ctx, { known, scene: known.other, random }),
    hiddenFrom: ["ownAdmin", "ownWriter", "siblingAdmin", ...strangersHere],
  },
  {
    name: "entries, drafts and findings of an agency one is barred from",
    change: (ctx, known, random) => disturb(ctx, { known, scene: known.other, random }),
    hiddenFrom: ["barredScreener", "barredOrganiser"],
  },
  {
    name: "entries of another edition",
    change: (ctx, known, random) => disturb(ctx, { known, scene: known.elsewhere, random }),
    hiddenFrom: ["ownAdmin", "ownWriter", "siblingAdmin", "screener", "barredScreener", "organiser", "auditor", ...outsiders],
  },
  {
    name: "drafts and comments of any agency",
    change: (ctx, known, random) => {
      for (const scene of [known.here, known.other]) disturbDrafts(ctx, scene, random);
    },
    hiddenFrom: ["siblingAdmin", "screener", "barredScreener", "organiser", "auditor", ...strangersHere],
  },
  {
    name: "proposals of another unit of the own agency",
    change: (ctx, known, random) => disturb(ctx, { known, scene: known.here, random }),
    hiddenFrom: ["confinedWriter"],
  },
  {
    name: "findings of an agency's own entry before they are announced",
    change: (ctx, known, random) => judge(ctx, { known, scene: known.here, random }),
    hiddenFrom: ["ownAdmin", "ownWriter", "siblingAdmin", "otherAdmin", "otherWriter", ...strangersHere],
  },
  {
    name: "what another screener has begun to write down",
    change: (ctx, known, random) => {
      const content = { findings: { title: random() < 0.5 ? "pass" : "fail" }, notes: { title: word(random) }, reasons: [], reason: word(random) };
      const row = "insert or replace into screening_drafts (proposal_id, user_id, content, saved_at) values (?, ?, ?, ?)";
      for (const id of entriesOf(ctx, known.here)) run(ctx, row, id, known.people.screener?.userId ?? "", JSON.stringify(content), Math.floor(random() * 1e12));
    },
    hiddenFrom: ["ownAdmin", "siblingAdmin", "otherAdmin", "barredScreener", "organiser", "auditor", ...strangersHere],
  },
];

type Disturbed = { known: Known; scene: Scene; random: Random };

/** Every kind of change at once, each to a random part of what there is. */
function disturb(ctx: Ctx, { known, scene, random }: Disturbed): void {
  disturbDrafts(ctx, scene, random);
  for (let more = Math.floor(random() * 3) + 1; more > 0; more -= 1) submitted(onto(ctx, scene), { title: word(random) });
  for (const id of entriesOf(ctx, scene)) {
    // A title like one's own is what the screening of one's own entry would notice.
    const title = random() < 0.4 ? "Apotek Singgah" : word(random);
    run(ctx, "update proposals set title = ?, title_key = ?, unit = ?, innovator = ?, updated_at = ? where id = ?", title, title.toLowerCase(), word(random), word(random), Math.floor(random() * 1e12), id);
    run(ctx, "update submissions set content = json_set(content, '$.title', ?), sha256 = ? where proposal_id = ?", title, word(random), id);
    run(ctx, "update attachments set file_name = ? where proposal_id = ?", `${word(random)}.pdf`, id);
    run(ctx, "update similarity_pairs set note = ?, greatest_bp = ?, same_title = 1 - same_title where ? in (proposal_id, other_proposal_id)", word(random), Math.floor(random() * 1e4), id);
  }
  judge(ctx, { known, scene, random });
}

function disturbDrafts(ctx: Ctx, scene: Scene, random: Random): void {
  const { editionId, agencyId } = scene;
  const writer = onto(ctx, scene).as(scene.writer);
  const id = createProposal(writer, { editionId, agencyId, ...asked, ...whole, title: word(random) });
  saveAnswers(writer, { proposalId: id, answers: { ringkasan: word(random) } });
  beginThread(writer, { proposalId: id, part: "", text: word(random) });
  for (const draft of idsWhere(ctx, scene, "reach = 'draft'")) {
    run(ctx, "update proposals set title = ?, unit = ?, updated_at = ? where id = ?", word(random), word(random), Math.floor(random() * 1e12), draft);
    run(ctx, "update answers set value = ? where proposal_id = ?", word(random), draft);
  }
  run(ctx, "update proposal_comments set text = ? where proposal_id in (select id from proposals where agency_id = ?)", word(random), agencyId);
}

/** Screens some of the entries one way or the other; nothing is announced. */
function judge(ctx: Ctx, { known, scene, random }: Disturbed): void {
  const judge = scene.editionId === known.here.editionId ? known.people.screener : known.people.screenerElsewhere;
  const at = { ...ctx, actor: judge ?? null, now: moments.screening };
  for (const proposalId of entriesOf(ctx, scene)) {
    const chance = random();
    if (chance < 0.3) decideScreening(at, { proposalId, outcome: "passed", checks: allPassed(), reason: "" });
    else if (chance < 0.7) decideScreening(at, { proposalId, outcome: "failed", checks: oneFailed(), reason: word(random), reasonKeys: ["title"] });
    else if (scene !== known.here) returnForCorrection(at, { proposalId, fields: [], reasonKeys: ["title"], note: word(random) });
  }
}

/** The same scene on a copy of its database. */
const onto = (ctx: Ctx, scene: Scene): Scene => ({
  ...scene,
  world: { ...scene.world, ctx },
  as: (actor, now = ctx.now) => ({ ...ctx, actor, now }),
});

const entriesOf = (ctx: Ctx, scene: Scene): ProposalId[] => idsWhere(ctx, scene, "reach = 'submitted'");

const idsWhere = (ctx: Ctx, { editionId, agencyId }: Scene, condition: string): ProposalId[] =>
  (ctx.db.$client.prepare(`select id from proposals where edition_id = ? and agency_id = ? and ${condition} order by id`).all(editionId, agencyId) as { id: ProposalId }[]).map(({ id }) => id);

const run = (ctx: Ctx, sql: string, ...values: (string | number)[]): unknown => ctx.db.$client.prepare(sql).run(...values);

/** Words that sort before, between and after the others, and that a search for the hidden word finds. */
const word = (random: Random): string => `${"AMZ"[Math.floor(random() * 3)]} ${hiddenWord} Apotek ${Math.floor(random() * 1e9).toString(36)}`;

export const seeds = [1, 2] as const;
export const randomFor = (seed: number): Random => seededRandom(seed);
