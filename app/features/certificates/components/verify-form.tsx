import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

type VerifyFormProps = { typed?: string; wide?: boolean };

/** Asks for a serial number or the code below the QR. A plain address: it can be kept, sent on and used without scripts. */
export function VerifyForm({ typed = "", wide = false }: VerifyFormProps) {
  const t = useTranslate();
  return (
    <Form method="get" action="/verify" className="stack stack--small">
      <TextInput
        name="code"
        label={t("certificates.verify.field")}
        hint={t("certificates.verify.hint")}
        defaultValue={typed}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <div>
        <Button variant="primary" wide={wide}>
          {t("certificates.verify.submit")}
        </Button>
      </div>
    </Form>
  );
}
