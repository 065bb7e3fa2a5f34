import { expect, it } from "vitest";
import { namesIn } from "#app/features/ranking/remarks/rules.ts";

const named = { people: ["Prof. Siti Rahayu, M.Si.", "Budi Santoso", "Ina", "Penilai 02 (Universitas)"], agencies: ["Kabupaten Sleman"] };

it.each([
  ["a whole name, whatever stands around it", "Menurut Prof. Siti Rahayu, M.Si. dampaknya jelas.", ["Prof. Siti Rahayu, M.Si.", "Siti", "Rahayu"]],
  ["a part of a name with a capital", "Pak Santoso menilai terlalu rendah.", ["Santoso"]],
  ["a name without what stands in brackets after it", "Menurut Penilai 02 uraiannya baik.", ["Penilai 02 (Universitas)"]],
  ["nothing in what stands in brackets after a name", "Universitas setempat terlibat.", []],
  ["another agency", "Lebih baik daripada KABUPATEN SLEMAN.", ["Kabupaten Sleman"]],
  ["nothing in ordinary words", "Layanan ini bermanfaat dan siti-siti budaya terjaga.", []],
  ["nothing in a word that holds a name, or in a short one", "Inaugurasi dan Bina Desa.", []],
  ["nothing in titles and ranks", "Kabupaten dan Kota sudah siap. Prof tidak disebut.", []],
])("finds %s", (_what, text, found) => {
  expect(namesIn(text, named)).toEqual(found);
});
