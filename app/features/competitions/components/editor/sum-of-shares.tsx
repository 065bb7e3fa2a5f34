import { type ReactNode, type RefObject, useCallback, useEffect, useState, useRef } from "react";
import { formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/**
 * The sum of the percentages typed below an element, in basis points, kept while they are typed. Null until scripts run: a sum
 * that does not follow would be wrong. `again` says that there are other fields than before.
 */
export function useSum(box: RefObject<HTMLElement>, selector: string, again?: unknown): { sum: number | null; addUp: () => void } {
  const [sum, setSum] = useState<number | null>(null);
  const addUp = useCallback(() => {
    const boxes = box.current?.querySelectorAll<HTMLInputElement>(selector) ?? [];
    setSum([...boxes].reduce((total, { value }) => total + Math.round((Number(value.replace(",", ".")) || 0) * 100), 0));
  }, [box, selector]);
  useEffect(addUp, [addUp, again]);
  return { sum, addUp };
}

/** What the shares come to, said again after every change. */
export function SaidSum({ sum }: { sum: number }) {
  const t = useTranslate();
  return <p role="status">{t("editor.sumOf", { sum: formatShare(t.locale, sum) })}</p>;
}

/** Fields of shares with their sum below. */
export function SumOfShares({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const { sum, addUp } = useSum(box, "input:not([type=hidden])");
  return (
    <div className="stack stack--medium" ref={box} onInput={addUp}>
      {children}
      {sum !== null && <SaidSum sum={sum} />}
    </div>
  );
}
