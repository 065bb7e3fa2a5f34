import { gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { addressOf, placeOf } from "#app/features/competitions/editing/places/rules.ts";
import type { Place } from "#app/features/competitions/editing/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inLocale } from "#app/lib/words.ts";

/** One gap or contradiction in words, with the page and the field on which it is mended. */
export type Todo = { words: string; place: Place; address: string; control: string; kind: "gap" | "fault" };

/** Everything that stands between a draft and its opening, in the order of the editor. */
export function todosOf(ctx: Pick<Ctx, "locale">, definition: Definition): Todo[] {
  const t = translators[ctx.locale];
  const at = (path: string) => {
    const { place, control } = placeOf(definition, path);
    return { place, control, address: addressOf(place) };
  };
  return [
    ...validateDefinition(definition).map(({ path, code, params }): Todo => ({ ...at(path), kind: "fault", words: t(code, params) })),
    ...gaps(definition).map(({ path, label }): Todo => ({ ...at(path), kind: "gap", words: `${inLocale(ctx.locale, label)}: ${t("competitions.rules.unset")}` })),
  ];
}

/** Words beside each control of a page. */
export const errorsOf = (todos: readonly Todo[], address: string, controls: readonly { path: string }[]): Record<string, string> => {
  const own = todos.filter((todo) => todo.address === address);
  return Object.fromEntries(
    controls.flatMap(({ path }) => {
      const words = own.filter(({ control }) => control === path || control.startsWith(`${path}.`)).map((todo) => todo.words);
      return words.length > 0 ? [[path, words.join(" ")]] : [];
    }),
  );
};
