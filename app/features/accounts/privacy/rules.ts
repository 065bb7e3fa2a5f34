import type { UserId } from "#app/features/accounts/types.ts";

/** What stands where name and address stood: the same for a person everywhere, and no name of anybody. */
export const pseudonymOf = (userId: UserId): { name: string; email: string } => ({
  name: `Akun dihapus ${userId.slice(-6)}`,
  email: `${userId}@terhapus.invalid`,
});
