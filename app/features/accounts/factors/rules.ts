import { Secret, TOTP } from "otpauth";
import type { Grant } from "#app/lib/ctx.ts";

/** RFC 6238 with what every authenticator knows: SHA-1, six digits, half a minute; one step earlier or later is taken too. */
const period = 30;
const tolerance = 1;
export const secretBytes = 20;
export const recoveryCodeCount = 10;
const recoveryBytes = 10;

const totpOf = (secret: string, label = ""): TOTP =>
  new TOTP({ issuer: "Anugerah", label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period });

/** A secret as an authenticator takes it, from 20 random bytes. */
export const secretOf = (bytes: Uint8Array): string => new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;

/** The address behind the QR code. */
export const enrolmentUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** A secret in groups of four, for typing. */
export const inGroups = (text: string): string => (text.match(/.{1,4}/g) ?? []).join(" ");

/**
 * The number of the half minute a code belongs to, at `now` (UTC ms of the real clock), or null when it is no code of this
 * secret, or one of a half minute not later than `lastStep`: no code is taken twice.
 */
export function stepOfCode(secret: string, code: string, { now, lastStep }: { now: number; lastStep: number | null }): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: tolerance });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / period) + delta;
  return lastStep === null || step > lastStep ? step : null;
}

/** Six digits as people type them, or null for something else. */
export function asTimeCode(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}

const base32 = "abcdefghijkmnpqrstuvwxyz23456789";

/** Bytes one recovery code is made of: 80 bits, too many to guess, so that a plain hash keeps it. */
export const recoveryCodeBytes = recoveryBytes;

/** A recovery code in four groups of four from 10 random bytes. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => base32[Number.parseInt(five, 2)]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** What of a typed recovery code counts. */
export const normalizeRecoveryCode = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

const compulsoryRoles: readonly string[] = ["system:organiser", "system:operator", "edition:organiser", "edition:signatory"];

/** Whether the configuration asks a second factor of whoever holds these grants: organisers, signatories and system admins. */
export const isFactorCompulsory = (mode: "optional" | "staff", grants: readonly Grant[]): boolean =>
  mode === "staff" && grants.some(({ scope, role }) => compulsoryRoles.includes(`${scope}:${role}`));
