/** Names that are not their capitals in title case, as the government of the place writes itself. */
const spelled: Record<string, string> = {
  "BAU BAU": "Baubau",
  "DKI JAKARTA": "DKI Jakarta",
  "FAK FAK": "Fakfak",
  "LUBUK LINGGAU": "Lubuklinggau",
  "MUKO MUKO": "Mukomuko",
  "PADANG SIDEMPUAN": "Padangsidimpuan",
  "PALANGKARAYA": "Palangka Raya",
  "PANGKAJENE DAN KEPULAUAN": "Pangkajene dan Kepulauan",
  "PANGKAL PINANG": "Pangkalpinang",
  "TANJUNG BALAI": "Tanjungbalai",
  "TANJUNG PINANG": "Tanjungpinang",
  "TOJO UNA UNA": "Tojo Una-Una",
  "TOLI TOLI": "Tolitoli",
};

/** Title case of a name in capitals: `PANGKAJENE DAN KEPULAUAN` is `Pangkajene dan Kepulauan`. */
export const placeName = (capitals: string): string =>
  spelled[capitals] ?? capitals.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());

/** Governments whose name has a form of its own: UU 11/2006 for Aceh, UU 13/2012 for Yogyakarta. */
const ownForm: Record<string, string> = {
  "ACEH": "Pemerintah Aceh",
  "DAERAH ISTIMEWA YOGYAKARTA": "Pemerintah Daerah Istimewa Yogyakarta",
};

export const provinceGovernment = (capitals: string): string =>
  ownForm[capitals] ?? `Pemerintah Provinsi ${placeName(capitals)}`;

/** `KABUPATEN WAKATOBI` is `Pemerintah Kabupaten Wakatobi`; the first word says which kind of government it is. */
export function regencyGovernment(capitals: string): { kind: "kabupaten" | "kota"; name: string } {
  const kind = capitals.startsWith("KOTA ") ? "kota" : "kabupaten";
  const place = placeName(capitals.slice(kind.length + 1));
  return { kind, name: `Pemerintah ${kind === "kota" ? "Kota" : "Kabupaten"} ${place}` };
}
