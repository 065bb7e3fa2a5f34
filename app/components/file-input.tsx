import { FileText, Upload } from "lucide-react";
import { type ChangeEvent, type ReactNode, useState } from "react";
import { controlProps, Field, type FieldProps, splitField } from "#app/components/field.tsx";
import { Icon } from "#app/components/icon.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";

type FileInputProps = FieldProps & {
  /** As the attribute: ".pdf,application/pdf". */
  accept?: string;
  multiple?: boolean;
  words: {
    /** "Pilih berkas" */
    choose: string;
    /** "atau letakkan di sini" */
    drop?: string;
    /** "Register.pdf, 1,6 MB" once chosen. */
    chosen: (file: { name: string; size: number }) => string;
    /** Said at once when a file is larger than maxBytes; the server says it again. */
    tooBig?: (file: { name: string; size: number }) => string;
  };
  maxBytes?: number;
  /** What comes before choosing, below the label: a letter to download and sign. */
  before?: ReactNode;
};

/** Choose or drop a file. Before scripts run it is the plain native control. */
export function FileInput(props: FileInputProps) {
  const [field, { accept, multiple, words, maxBytes, before }] = splitField(props);
  const hydrated = useHydrated();
  const [files, setFiles] = useState<readonly File[]>([]);
  const big = maxBytes === undefined ? undefined : files.find((file) => file.size > maxBytes);
  const shown = { ...field, error: (big && words.tooBig?.(big)) ?? field.error };
  const take = (event: ChangeEvent<HTMLInputElement>) => setFiles([...(event.currentTarget.files ?? [])]);
  return (
    <Field field={shown}>
      {before}
      <span className="drop" data-live={hydrated || undefined}>
        <span className="drop__face" aria-hidden={hydrated || undefined}>
          <Icon of={files.length > 0 ? FileText : Upload} />
          <span>
            <b>{words.choose}</b> {words.drop}
          </span>
        </span>
        <input {...controlProps(shown)} className="drop__input" type="file" accept={accept} multiple={multiple} onChange={take} />
      </span>
      <span role="status" className="drop__chosen">
        {files.map((file) => (
          <span key={file.name}>{words.chosen(file)}</span>
        ))}
      </span>
    </Field>
  );
}

/** A file that is already there: name, what is known of it, what can be done with it. */
export function FileRow({ name, meta, to, actions }: { name: ReactNode; meta?: ReactNode; to?: string; actions?: ReactNode }) {
  return (
    <li className="file-row">
      <Icon of={FileText} />
      <span className="file-row__name">{to ? <a href={to}>{name}</a> : name}</span>
      {meta && <span className="file-row__meta">{meta}</span>}
      {actions && <span className="file-row__actions">{actions}</span>}
    </li>
  );
}

export function FileList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="file-list" aria-label={label}>
      {children}
    </ul>
  );
}
