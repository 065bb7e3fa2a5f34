import { FieldGroup, FieldRow, type TypedValues, typedList } from "#app/components/field.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { presences, type SignerLine } from "#app/features/ranking/signers/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

export type SignerSeat = { userId: string; name: string; isChair: boolean };

type SignerFieldsProps = {
  seats: readonly SignerSeat[];
  /** What was read before, to be confirmed or corrected. */
  lines?: readonly SignerLine[];
  state: { errors: Record<string, string>; values: TypedValues } | undefined;
};

/** For every seat of the panel: signed, absent and why, or abstained, as the paper shows it. */
export function SignerFields({ seats, lines = [], state }: SignerFieldsProps) {
  const t = useTranslate();
  const lineOf = (userId: string) => lines.find((line) => line.userId === userId);
  const presence = typedList(state?.values, "presence", seats.map(({ userId }) => lineOf(userId)?.presence ?? ""));
  const reason = typedList(state?.values, "reason", seats.map(({ userId }) => lineOf(userId)?.reason ?? ""));
  const faultOf = (name: string, index: number): string | undefined => state?.errors[`${name}.${index}`];
  return (
    <FieldGroup field={{ name: "signers", label: t("ranking.signers.table"), hint: t("ranking.signers.tableHint") }}>
      <Stack>
        {seats.map(({ userId, name, isChair }, index) => (
          <FieldRow key={userId}>
            <input type="hidden" name="signer" value={userId} />
            <Select
              name="presence"
              id={`f-presence-${index}`}
              label={isChair ? t("ranking.signers.chairNamed", { name }) : name}
              need={t("common.required")}
              emptyLabel={t("ranking.signers.choose")}
              options={presences.map((value) => ({ value, label: t(`ranking.signers.presences.${value}`) }))}
              defaultValue={presence[index]}
              error={faultOf("presence", index)}
              required
            />
            <TextInput name="reason" id={`f-reason-${index}`} label={t("ranking.signers.reasonOf", { name })} defaultValue={reason[index]} maxLength={300} error={faultOf("reason", index)} />
          </FieldRow>
        ))}
      </Stack>
    </FieldGroup>
  );
}

/** Labels of the fields, for a summary of faults. */
export function signerLabels(seats: readonly SignerSeat[]): Record<string, string> {
  return Object.fromEntries(seats.flatMap(({ name }, index) => ["presence", "reason"].map((field) => [`${field}.${index}`, name])));
}
