import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { whatIfInput } from "#app/features/ranking/inputs.ts";
import type { RankingList } from "#app/features/ranking/types.ts";
import type { Change } from "#app/features/ranking/what-if/types.ts";

/** The rules an address asks to try on a list, those of the list where it is silent; `tried` once the form was sent. */
export function changeAsked({ composition }: AwardList, list: Pick<RankingList, "size" | "quantity">, url: string): { tried: boolean; change: Change } {
  const { tried, ...wanted } = asked(new URL(url).searchParams);
  const rules = Object.fromEntries(composition.map(({ stage, weightBp }) => [stage, weightBp ?? 0]));
  return {
    tried: Boolean(tried),
    change: { size: wanted.size ?? list.size, quantity: wanted.quantity ?? list.quantity, weights: { ...rules, ...wanted.weights }, without: wanted.without },
  };
}

function asked(address: URLSearchParams) {
  const weights = [...address].flatMap(([name, value]): [string, string][] => (name.startsWith("w.") && value !== "" ? [[name.slice(2), value.replace(",", ".")]] : []));
  const one = (name: string): string | undefined => address.get(name) ?? undefined;
  return whatIfInput.parse({ tried: one("tried"), size: one("size"), quantity: one("quantity"), weights: Object.fromEntries<string>(weights), without: address.getAll("without") });
}
