import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { localOfInstant } from "#app/lib/zones.ts";
import { useRoot } from "#app/root.tsx";

const zone = "Asia/Jakarta";
const day = 24 * 3_600_000;

/** The demo's clock over every page: windows of weeks are passed in a minute. Exists in demo mode only. */
export function DemoBar() {
  const t = useTranslate();
  const root = useRoot();
  if (!root?.demo) return null;
  return (
    <details className="demo-bar">
      <summary>
        <b>{t("common.demo.notice")}</b> <span>{t("common.demo.clockNow", { time: formatInstant(t.locale, root.now, zone) })}</span>
      </summary>
      <Form method="post" action="/demo/clock" reloadDocument className="demo-bar__form">
        <label htmlFor="demo-until">{t("common.demo.clockTo")}</label>
        <input
          key={Math.floor(root.now / 60_000)}
          id="demo-until"
          className="input input--dense"
          type="datetime-local"
          name="until"
          required
          defaultValue={localOfInstant(zone, root.now + day)}
        />
        <Button type="submit" dense>
          {t("common.demo.clockForward")}
        </Button>
        <p>{t("common.demo.clockHint")}</p>
      </Form>
    </details>
  );
}
