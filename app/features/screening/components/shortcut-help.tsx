import { useHydrated } from "#app/components/use-hydrated.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

const keys = [
  ["J", "next"],
  ["K", "previous"],
  ["1", "pass"],
  ["2", "fail"],
  ["N", "note"],
  ["Enter", "enter"],
] as const;

/** What the keys do, and the switch that turns them off. Only where scripts run, because without them there are none. */
export function ShortcutHelp({ on, turn }: { on: boolean; turn: (on: boolean) => void }) {
  const t = useTranslate();
  if (!useHydrated()) return null;
  return (
    <details>
      <summary>{t("screening.page.keys.title")}</summary>
      <div className="stack stack--small">
        <dl className="keys">
          {keys.map(([key, act]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`screening.page.keys.${act}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="faint small">{t("screening.page.keys.where")}</p>
        <label className="choice choice--dense">
          <input type="checkbox" checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
          <span>{t("screening.page.keys.on")}</span>
        </label>
      </div>
    </details>
  );
}
