import type { ReactNode } from "react";

type DeadlineProps = {
  title: ReactNode;
  /** "5 hari 9 jam" */
  left: ReactNode;
  /** Below the figure, on the band: "sampai pendaftaran ditutup, menurut jam server". */
  caption?: ReactNode;
  /** The same instant in each zone, the reader's own first. */
  zones: readonly { zone: string; text: ReactNode }[];
  note?: ReactNode;
  /** `band` stands on the dark band and hides its title. */
  form?: "card" | "band";
};

/** How long there is left and until when, in whose zone. Not spoken as it changes. */
export function Deadline({ title, left, caption, zones, note, form = "card" }: DeadlineProps) {
  return (
    <section className={form === "band" ? "due" : "deadline"}>
      <h2 className={form === "band" ? "vh" : undefined}>{title}</h2>
      <p className="deadline__left">{left}</p>
      {caption && <p className="deadline__caption">{caption}</p>}
      <dl className="deadline__zones">
        {zones.map(({ zone, text }) => (
          <div key={zone}>
            <dt>{zone}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="deadline__note">{note}</p>}
    </section>
  );
}
