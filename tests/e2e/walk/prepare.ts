import { keepRehearsalPdf, rehearsalFile } from "#app/cli/season/attachment.ts";
import { inventAnswers } from "#app/cli/season/texts.ts";
import type { SeasonWorld } from "#app/cli/season/world.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { attachFile } from "#app/features/proposals/attachments/operations.server.ts";
import { askedFields } from "#app/features/proposals/form/rules.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { handOver } from "#app/features/proposals/submission/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { demoAgencyCode } from "#db/seeds/demo-accounts.ts";
import { inHouse } from "#tests/e2e/walk/house.ts";
import type { Walk } from "#tests/e2e/walk/walk.ts";

/** The writer drafts one more proposal and hands it over, as by hand but through the operations. Returns its address. */
export const prepareDraft = (walk: Walk, title: string): Promise<string> =>
  inHouse(walk.product, async (world) => {
    await keepRehearsalPdf(world.house.files);
    return `/proposals/${writeDraft(world, walk, title)}`;
  });

function writeDraft(world: SeasonWorld, { definition, editionPath, writerEmail, clock }: Walk, title: string): string {
  const agency = findAgencyByCode(world.house, demoAgencyCode);
  const userId = world.house.db.$client.prepare("select id from users where email = ?").pluck().get(writerEmail);
  if (!agency || typeof userId !== "string") throw new Error("the walk has no writer");
  const ctx: Ctx = world.as(world.personOf(userId as never), clock.now());
  const [group, category] = [definition.groups[0]?.key ?? "", definition.categories[0]?.key ?? ""];
  const places = { editionId: editionPath.split("/").at(-1) as EditionId, agencyId: agency.id, groupKey: group, categoryKey: category };
  const proposalId = createProposal(ctx, { ...places, title, unit: "Dinas Kesehatan", innovator: "Tim Latihan", startedOn: "2023-02-01" });
  const answers = inventAnswers(definition, group, world.random);
  saveAnswers(ctx, { proposalId, answers });
  for (const field of askedFields(definition, group, answers).filter((one) => isFileQuestion(one) && one.required)) {
    attachFile(ctx, { proposalId, fieldKey: field.key, fileName: `${field.key}-latihan.pdf`, file: rehearsalFile() });
  }
  handOver(ctx, { proposalId });
  return proposalId;
}
