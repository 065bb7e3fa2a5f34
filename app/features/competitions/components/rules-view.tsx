import { createContext, useContext } from "react";
import type { NumberedSources } from "#app/features/competitions/components/rule-sources.ts";
import type { Gap } from "#app/features/competitions/definition/rules.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";

/** Everything the parts of the rules page share. */
export type RulesView = {
  definition: Definition;
  /** What the reader may fill now; empty once the rules are frozen or for another's eyes. */
  fillable: readonly Gap[];
  /** Paths still unknown that must be filled before opening. */
  missing: readonly string[];
  sources: NumberedSources;
  /** What a refused form left behind. */
  state: { errors: Record<string, string>; values: Record<string, string | string[]> } | undefined;
};

const RulesContext = createContext<RulesView | null>(null);

export const RulesProvider = RulesContext.Provider;

export function useRules(): RulesView {
  const view = useContext(RulesContext);
  if (!view) throw new Error("useRules outside RulesProvider");
  return view;
}
