import { addressOf } from "#app/features/accounts/queries.server.ts";
import type { ReaderPair } from "#app/features/assignment/types.ts";
import type { Stage } from "#app/features/competitions/definition/types.ts";
import { asSeated, editionFacts } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

type Pairs = readonly Pick<ReaderPair, "userId">[];

/** Tells every reader once how many entries came to him, within the transaction that gave them. */
export const tellAssessors = (ctx: Ctx, edition: Edition, stage: Stage, pairs: Pairs): void => tellEach(ctx, { edition, stage, pairs, said: "assigned" });

/** Tells every reader once how many readings of his ended by another's hand, so that nobody reads on in vain. Which and why is not said. */
export const tellEnded = (ctx: Ctx, edition: Edition, stage: Stage, pairs: Pairs): void => tellEach(ctx, { edition, stage, pairs, said: "readingsEnded" });

type Telling = { edition: Edition; stage: Stage; pairs: Pairs; said: "assigned" | "readingsEnded" };

function tellEach(ctx: Ctx, { edition, stage, pairs, said }: Telling): void {
  const counts = new Map<Id<"user">, number>();
  for (const { userId } of pairs) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  const url = `/assessor/${edition.id}`;
  for (const [userId, entries] of counts) {
    const address = addressOf(ctx, userId);
    if (!address) continue;
    const params = { count: entries, ...editionFacts(edition, address.locale), stage: stage.name[address.locale] };
    leaveNotice(ctx, { userId, kind: said, params, url });
    queueMail(ctx, {
      dedupeKey: `${said}:${edition.id}:${stage.key}:${userId}:${ctx.now}`,
      recipient: address.email,
      locale: address.locale,
      template: said,
      standing: asSeated(userId, edition.id),
      params: { ...params, name: address.name, link: `${ctx.baseUrl}${url}` },
    });
  }
}
