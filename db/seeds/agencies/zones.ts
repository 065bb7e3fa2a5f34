import type { AgencyZone } from "#app/features/agencies/types.ts";

/** Official province codes by zone: Sumatra 11-21, Java 31-36, Bali and Nusa Tenggara 51-53, Kalimantan 61-65, Sulawesi 71-76, the east 81-96. */
const western = ["11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "61", "62"];
const central = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"];
const eastern = ["81", "82", "91", "92", "93", "94", "95", "96"];

const zones = new Map<string, AgencyZone>([
  ...western.map((code) => [code, "Asia/Jakarta"] as const),
  ...central.map((code) => [code, "Asia/Makassar"] as const),
  ...eastern.map((code) => [code, "Asia/Jayapura"] as const),
]);

/**
 * The zone of a province by its official code (Keppres 41/1987, in force since 1 January 1988). WIB: Sumatra, Java,
 * Kalimantan Barat and Tengah. WITA: Bali, Nusa Tenggara, Kalimantan Selatan, Timur and Utara (part of Timur until 2012),
 * Sulawesi. WIT: Maluku, Maluku Utara and the six provinces of Papua. Throws on a code that is no province.
 */
export function zoneOfProvince(code: string): AgencyZone {
  const zone = zones.get(code);
  if (!zone) throw new RangeError(`no province has the code ${code}`);
  return zone;
}
