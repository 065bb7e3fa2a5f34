import type { ReactNode } from "react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

type ConfirmRowProps = {
  /** Id of the form that is sent. */
  form: string;
  submit: string;
  /** What is asked before it is sent. */
  question: string;
  /** Where the person goes who thinks better of it. */
  back: string;
  /** What follows from sending. */
  children: ReactNode;
};

/** The end of a form of weight: a button that asks once more before it sends, and the way back. */
export function ConfirmRow({ form, submit, question, back, children }: ConfirmRowProps) {
  const t = useTranslate();
  return (
    <ButtonRow>
      <ConfirmDialog
        form={form}
        title={question}
        trigger={{ variant: "primary", children: submit }}
        confirm={submit}
        cancel={t("common.cancel")}
        busyWord={t("common.busy")}
      >
        <p>{children}</p>
      </ConfirmDialog>
      <LinkButton to={back} variant="quiet">
        {t("common.cancel")}
      </LinkButton>
    </ButtonRow>
  );
}
