import type { Definition } from "#app/features/competitions/definition/types.ts";
import { registrationStage, stagesOfKind } from "#app/features/competitions/rules.ts";
import type { DraftingWindow, Extension, ExtensionPlace, ExtensionState } from "#app/features/proposals/extensions/types.ts";
import { DomainError } from "#app/lib/errors.ts";

const minute = 60_000;

type Granted = Pick<Extension, "agencyId" | "proposalId" | "closesAt" | "reason" | "revokedAt">;

/** Whether an extension stands for a proposal: the agency's counts for all of its proposals, its own for one. */
const covers = ({ agencyId, proposalId, revokedAt }: Granted, place: ExtensionPlace): boolean =>
  revokedAt === null && agencyId === place.agencyId && (proposalId === null || proposalId === place.proposalId);

/**
 * The window in which an agency writes, submits, revises and withdraws: registration, made longer by the latest extension that
 * covers the proposal. An extension that ends before registration does (because registration itself was extended since) changes
 * nothing. Ages are still counted back from the close of registration itself, so that no entry grows old enough by its extension.
 */
export function draftingWindow(definition: Definition, extensions: readonly Granted[], place: ExtensionPlace): DraftingWindow {
  const { opensAt, closesAt } = registrationStage(definition);
  const covering = extensions.filter((one) => covers(one, place)).toSorted((a, b) => b.closesAt - a.closesAt);
  const [latest] = covering;
  if (!latest || closesAt === null || latest.closesAt <= closesAt) return { opensAt, closesAt, extension: null };
  return { opensAt, closesAt: latest.closesAt, extension: { closesAt: latest.closesAt, reason: latest.reason } };
}

/** The end of that window alone, UTC ms. */
export const closingOf = (definition: Definition, extensions: readonly Granted[], place: ExtensionPlace): number | null =>
  draftingWindow(definition, extensions, place).closesAt;

/**
 * The latest end an extension may have: late entries are still screened, so the end of the screening stage; without one, the
 * beginning of the first stage after registration. null = the rules set no limit.
 */
export function latestExtension(definition: Definition): number | null {
  const screening = stagesOfKind(definition, "screening")[0]?.closesAt;
  if (screening) return screening;
  const { closesAt } = registrationStage(definition);
  return definition.stages.find(({ kind, opensAt }) => kind !== "registration" && opensAt !== null && opensAt >= (closesAt ?? 0))?.opensAt ?? null;
}

/**
 * Refuses `proposals.extensionNotLater` unless the new end is after now and after what holds already, and
 * `proposals.extensionTooLong` when nobody could screen what arrives so late.
 */
export function checkExtension(definition: Definition, { closesAt, current, now }: { closesAt: number; current: number | null; now: number }): void {
  const { zone } = definition;
  const least = Math.max(current ?? 0, now);
  if (closesAt <= least) throw new DomainError("proposals.extensionNotLater", { params: { time: { at: least, zone } } });
  const most = latestExtension(definition);
  if (most !== null && closesAt > most) throw new DomainError("proposals.extensionTooLong", { params: { time: { at: most - minute, zone } } });
}

/** What an extension is now, at `now` (UTC ms): taken back, run out, or standing. */
export function stateOf({ revokedAt, closesAt }: Pick<Extension, "revokedAt" | "closesAt">, now: number): ExtensionState {
  if (revokedAt !== null) return "revoked";
  return now < closesAt ? "active" : "ended";
}
