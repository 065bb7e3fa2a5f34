import { describe, expect, it } from "vitest";
import { checkRemoval, checkSeeds, isUnchanged } from "#app/features/agencies/rules.ts";
import { type Agency, type AgencyId, agencyKinds } from "#app/features/agencies/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencyKinds as columnKinds } from "#db/schema/agencies.ts";
import { buton, province, wakatobi } from "#tests/features/agencies/seeds.ts";

const ani = "usr_ani" as Id<"user">;
const budi = "usr_budi" as Id<"user">;

describe("a registry", () => {
  it("knows the kinds that the database knows", () => {
    expect(agencyKinds).toEqual(columnKinds);
  });

  it("may name a parent after its child, or one that is known already", () => {
    expect(() => checkSeeds([wakatobi, province], new Set())).not.toThrow();
    expect(() => checkSeeds([wakatobi], new Set(["74"]))).not.toThrow();
  });

  it("may not hold a code twice", () => {
    expect(() => checkSeeds([province, province], new Set())).toThrow("agencies.codeTwice");
  });

  it("may not name a parent that nobody knows", () => {
    expect(() => checkSeeds([wakatobi], new Set(["73"]))).toThrow("agencies.parentUnknown");
  });

  it("is unchanged only when every fact is the same", () => {
    const { parentCode: _, ...facts } = buton;
    const parentId = "agc_parent" as AgencyId;
    const known: Agency = { ...facts, id: "agc_buton" as AgencyId, parentId };
    expect(isUnchanged(buton, known, parentId)).toBe(true);
    expect(isUnchanged(buton, known, null)).toBe(false);
    for (const change of [{ name: "Lain" }, { kind: "kota" }, { zone: "Asia/Jakarta" }, { source: "lain" }, { provinceCode: "73" }]) {
      expect(isUnchanged({ ...buton, ...change } as typeof buton, known, parentId)).toBe(false);
    }
  });
});

describe("leaving an agency", () => {
  it("is refused to its only local admin", () => {
    expect(() => checkRemoval({ userId: ani, role: "admin" }, [ani])).toThrow("agencies.lastAdmin");
  });

  it("is open to an admin with a colleague and to every writer", () => {
    expect(() => checkRemoval({ userId: ani, role: "admin" }, [ani, budi])).not.toThrow();
    expect(() => checkRemoval({ userId: budi, role: "writer" }, [ani])).not.toThrow();
  });
});
