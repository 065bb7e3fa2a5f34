/** A copy of the rows in the order of a value, words as the reader's language sorts them; equals keep their places. */
export function ordered<Row>(rows: readonly Row[], value: (row: Row) => string | number, by: { dir: "asc" | "desc"; locale: string }): Row[] {
  const turn = by.dir === "asc" ? 1 : -1;
  const compare = (one: string | number, other: string | number): number =>
    typeof one === "string" && typeof other === "string" ? one.localeCompare(other, by.locale) : Number(one) - Number(other);
  return rows.toSorted((one, other) => turn * compare(value(one), value(other)));
}
