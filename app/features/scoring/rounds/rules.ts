import type { Stage } from "#app/features/competitions/definition/types.ts";
import { DomainError } from "#app/lib/errors.ts";

type Facts = { stage: Pick<Stage, "kind" | "opensAt" | "name">; now: number; closed: boolean; missing: number; unread: number };

/**
 * A desk is closed with readings missing only once it has begun, once at a time, where something is missing and every entry was
 * read at least once: refuses `scoring.roundNotDesk`, `scoring.roundNotBegun`, `scoring.roundClosed`, `scoring.roundComplete` and
 * `scoring.roundUnread`, each 409.
 */
export function checkRoundClosure({ stage, now, closed, missing, unread }: Facts): void {
  const refuse = (code: string, params: Record<string, number> = {}): never => {
    throw new DomainError(code, { kind: "conflict", params });
  };
  if (stage.kind !== "desk") refuse("scoring.roundNotDesk");
  if (stage.opensAt === null || now < stage.opensAt) refuse("scoring.roundNotBegun");
  if (closed) refuse("scoring.roundClosed");
  if (missing === 0) refuse("scoring.roundComplete");
  if (unread > 0) refuse("scoring.roundUnread", { count: unread });
}
