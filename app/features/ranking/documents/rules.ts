import type { Scan } from "#app/features/ranking/documents/types.ts";
import { checkLinked } from "#app/features/ranking/waiving/rules.ts";
import type { RankingList } from "#app/features/ranking/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";

/** Bytes of a paper of a list: 20 MB, our own choice; minutes of 99 rows with signatures, scanned at 200 dpi, are about a quarter. */
export const paperMost = 20 * 1024 * 1024;

/** 64 hex digits in groups of eight, as they stand on paper and are read aloud; a line can break between them. */
export const inGroups = (digest: string): string => (digest.match(/.{8}/g) ?? []).join(" ");

/** Hex digits of a digest that tell a version from every other: what somebody reads off a sheet of paper. */
export const digestDigits = 16;

/** Whether minutes of a version may still come on paper: while it is a draft, or signed on paper and not yet published. */
export const takesScan = ({ status, signedBy }: Pick<RankingList, "status" | "signedBy">): boolean => status === "draft" || (status === "signed" && signedBy === null);

/** Refuses `ranking.cannotAttach` for a version that is published, replaced, or signed in the product, and what nobody may sign. */
export function checkScannable(list: Pick<RankingList, "status" | "signedBy" | "quantity" | "model" | "waiverReason">): void {
  if (!takesScan(list)) throw new DomainError("ranking.cannotAttach", { kind: "conflict" });
  checkLinked(list);
}

/**
 * Paper speaks of this version when its digest is this version's: the first 16 hex digits or all 64, spaces and case aside. Refuses
 * `ranking.digestDiffers`, so that nobody's signature comes under rows they have not seen.
 */
export function checkDigest(typed: string, digest: string): void {
  const digits = typed.replaceAll(/[^0-9a-f]/gi, "").toLowerCase();
  const isWhole = digits === digest;
  if (!isWhole && !(digits.length >= digestDigits && digest.startsWith(digits))) throw new DomainError("ranking.digestDiffers");
}

/** Minutes are signed between the day the version was computed and today, both in the edition's zone: refuses `ranking.sessionDay`. */
export function checkSignedOn(signedOn: string, at: { zone: string; computedAt: number; now: number }): void {
  if (signedOn > dayOfInstant(at.zone, at.now) || signedOn < dayOfInstant(at.zone, at.computedAt)) throw new DomainError("ranking.sessionDay");
}

/** A scan is checked once, and by somebody else than whoever handed it in: refuses `ranking.scanChecked` and `ranking.ownScan`. */
export function checkChecker(scan: Pick<Scan, "attachedBy" | "checkedAt">, person: Id<"user">): void {
  if (scan.checkedAt !== null) throw new DomainError("ranking.scanChecked", { kind: "conflict" });
  if (scan.attachedBy === person) throw new DomainError("ranking.ownScan", { kind: "forbidden" });
}

/** What somebody said of a scan he says anew until it is checked, and nobody for him: refuses `ranking.scanChecked` and `ranking.othersScan`. */
export function checkAttacher(scan: Pick<Scan, "attachedBy" | "checkedAt">, person: Id<"user">): void {
  if (scan.checkedAt !== null) throw new DomainError("ranking.scanChecked", { kind: "conflict" });
  if (scan.attachedBy !== person) throw new DomainError("ranking.othersScan", { kind: "forbidden" });
}

/**
 * A list signed on paper is published from a scan that was checked, seat by seat: refuses `ranking.scanUnchecked` while the newest one
 * was not, and for one from before signers were named.
 */
export function checkScanStands(list: Pick<RankingList, "signedBy" | "digest">, scan: Pick<Scan, "checkedAt" | "listDigest"> | undefined, signers: number): void {
  if (list.signedBy !== null) return;
  if (scan?.checkedAt == null || scan.listDigest !== list.digest || signers === 0) throw new DomainError("ranking.scanUnchecked", { kind: "conflict" });
}

/** A list of a real edition becomes final with the decree itself, not with its number alone: refuses `ranking.decreeMissing`. */
export function checkDecreePaper(paper: object | null, { rehearsal }: { rehearsal: boolean }): void {
  if (paper === null && !rehearsal) throw new DomainError("ranking.decreeMissing");
}
