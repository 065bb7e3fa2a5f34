import { createContext, type ReactNode, useContext } from "react";
import type { Translate } from "#app/i18n/translator.ts";

const TranslateContext = createContext<Translate | null>(null);

export function TranslateProvider({ translate, children }: { translate: Translate; children: ReactNode }) {
  return <TranslateContext.Provider value={translate}>{children}</TranslateContext.Provider>;
}

/** The translator of the page. `t.locale` goes to the printers of format.ts. */
export function useTranslate(): Translate {
  const translate = useContext(TranslateContext);
  if (!translate) throw new Error("useTranslate outside TranslateProvider");
  return translate;
}
