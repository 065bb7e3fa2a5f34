import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export type ListedRecord = {
  key: string;
  title: ReactNode;
  to?: string;
  /** Whose it is. */
  sub?: ReactNode;
  /** Place, source: the faintest line. */
  meta?: ReactNode;
  /** At the right: a badge, a quiet button. */
  aside?: ReactNode;
  /** At the left, for announcements. */
  date?: ReactNode;
};

/** A list that is a list, with lines. `honours` sets it in three columns. */
export function RecordList({ records, level = 3, form = "list" }: { records: readonly ListedRecord[]; level?: 2 | 3; form?: "list" | "honours" }) {
  return (
    <ul className={`records records--${form}`}>
      {records.map((record) => (
        <li key={record.key} data-dated={record.date ? true : undefined}>
          {record.date && <p className="records__date">{record.date}</p>}
          <div className="records__body">
            <RecordTitle record={record} level={level} />
            {record.sub && <p className="records__sub">{record.sub}</p>}
            {record.meta && <p className="records__meta">{record.meta}</p>}
          </div>
          {record.aside && <div className="records__aside">{record.aside}</div>}
        </li>
      ))}
    </ul>
  );
}

function RecordTitle({ record: { title, to }, level }: { record: ListedRecord; level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return <Heading className="records__title">{to ? <Link to={to}>{title}</Link> : title}</Heading>;
}
