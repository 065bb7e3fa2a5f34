import { Form } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { Select } from "#app/components/select.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

type HomeRegionProps = { regions: readonly { code: string; name: string }[]; action: string };

/** Where a judge says from which province he comes, in an edition that bars the same province. */
export function HomeRegion({ regions, action }: HomeRegionProps) {
  const t = useTranslate();
  return (
    <section className="stack stack--medium">
      <div>
        <h3>{t("conflicts.region.title")}</h3>
        <p className="soft">{t("conflicts.region.lead")}</p>
      </div>
      <Form method="post" action={action} className="stack stack--medium">
        <Select
          name="regionCode"
          required
          label={t("conflicts.region.region")}
          emptyLabel={t("conflicts.region.choose")}
          defaultValue=""
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div>
          <SubmitButton busyWord={t("common.busy")}>{t("conflicts.region.submit")}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
