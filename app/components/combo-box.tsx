import { ChevronDown } from "lucide-react";
import { type ChangeEvent, useEffect, useState } from "react";
import { Button, ComboBox as AriaComboBox, Input, type Key, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { controlProps, FieldError, type FieldProps, splitField } from "#app/components/field.tsx";
import { Icon } from "#app/components/icon.tsx";
import { type Option, Select } from "#app/components/select.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";

type ComboBoxProps = FieldProps & {
  options: readonly Option[];
  defaultValue?: string;
  emptyLabel: string;
  words: {
    /** Spoken name of the button that opens the list. */
    open: string;
    /** Shown when nothing matches what was typed. */
    none: string;
  };
  onChoose?: (value: string) => void;
};

/** A long list to search by typing; a native select until scripts run, whose choice and focus it takes over. Sends the value, not the words. */
export function ComboBox(props: ComboBoxProps) {
  const { words: _words, onChoose: _onChoose, ...select } = props;
  const [early, setEarly] = useState(props.defaultValue);
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    setEarly(event.currentTarget.value);
    props.onChoose?.(event.currentTarget.value);
  };
  const [field] = splitField(props);
  const { id } = controlProps(field);
  const [held, setHeld] = useState(false);
  useEffect(() => setHeld(document.activeElement?.id === id), [id]);
  return useHydrated() ? <SearchableBox {...props} defaultValue={early} held={held} /> : <Select {...select} onChange={choose} />;
}

function SearchableBox({ held, ...props }: ComboBoxProps & { held: boolean }) {
  const [field, { options, defaultValue = "", emptyLabel, words, onChoose }] = splitField(props);
  const [value, setValue] = useState(defaultValue);
  const control = controlProps(field);
  const choose = (key: Key | null) => {
    setValue(key === null ? "" : String(key));
    onChoose?.(key === null ? "" : String(key));
  };
  return (
    <AriaComboBox
      className={field.error ? "field field--error" : "field"}
      defaultItems={options}
      selectedKey={value || null}
      onSelectionChange={choose}
      disabledKeys={options.filter((option) => option.disabled).map((option) => option.value)}
      isInvalid={Boolean(field.error)}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label className={field.labelHidden ? "vh" : "field__label"}>
        {field.label} {field.need && <span className="need">({field.need})</span>}
      </Label>
      <span className="combo">
        <Input className="input" id={control.id} autoFocus={held} placeholder={emptyLabel} aria-describedby={control["aria-describedby"]} />
        <Button className="combo__open" aria-label={words.open}>
          <Icon of={ChevronDown} />
        </Button>
      </span>
      <input type="hidden" data-kept="" name={field.name} value={value} onInput={(event) => setValue(event.currentTarget.value)} />
      {field.hint && (
        <p className="field__hint" id={`${control.id}-hint`}>
          {field.hint}
        </p>
      )}
      <FieldError own={control.id} error={field.error} />
      <Popover className="combo__pop">
        <ListBox<Option> className="combo__list" renderEmptyState={() => <p className="combo__none">{words.none}</p>}>
          {(option) => (
            <ListBoxItem id={option.value} className="combo__item" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
