import { Eye, EyeOff } from "lucide-react";
import { type ComponentPropsWithoutRef, type ReactNode, useState } from "react";
import { controlProps, Field, type FieldProps, splitField } from "#app/components/field.tsx";
import { Icon } from "#app/components/icon.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";

type PasswordInputProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "className" | "children" | "type"> & {
    /** Words of the button that shows and hides what is typed. */
    words: { show: string; hide: string };
    /** Stands under the box, opposite the hint: how strong it is. */
    foot?: ReactNode;
  };

/** A password one may look at: pasting is welcome, and a button shows what was typed. Without scripts it stays hidden. */
export function PasswordInput({ words, foot, ...props }: PasswordInputProps) {
  const [field, native] = splitField(props);
  const [shown, setShown] = useState(false);
  const hydrated = useHydrated();
  const control = controlProps(field);
  return (
    <Field field={field} foot={foot}>
      <span className="input-wrap input-wrap--end">
        <input spellCheck={false} autoCapitalize="none" {...native} {...control} type={shown ? "text" : "password"} className="input" />
        {hydrated && (
          <button
            type="button"
            className="btn btn--quiet btn--dense btn--icon input-wrap__end"
            aria-pressed={shown}
            aria-controls={control.id}
            onClick={() => setShown(!shown)}
          >
            <Icon of={shown ? EyeOff : Eye} />
            <span className="vh">{shown ? words.hide : words.show}</span>
          </button>
        )}
      </span>
    </Field>
  );
}
