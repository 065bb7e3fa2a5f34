import { Link, useLocation } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { pageHref, pageRange } from "#app/components/sort-link.ts";

type PaginationProps = {
  /** From 1. */
  page: number;
  pages: number;
  /** "92-107 dari 1.917" */
  summary: string;
  words: { label: string; previous: string; next: string; page: (page: number) => string };
  param?: string;
};

/** Links to the pages of a list; one page shows only the count. */
export function Pagination({ page, pages, summary, words, param = "page" }: PaginationProps) {
  const { search } = useLocation();
  const to = (target: number) => pageHref(search, target, param);
  return (
    <div className="pager">
      <p role="status">{summary}</p>
      {pages > 1 && (
        <nav aria-label={words.label}>
          <ul className="pager__list">
            {page > 1 && <Step to={to(page - 1)} word={words.previous} rel="prev" />}
            {pageRange(page, pages).map((one, index) => (
              <li key={one ?? `gap-${index}`}>
                {one === null ? (
                  <span className="pager__gap" aria-hidden="true">
                    …
                  </span>
                ) : (
                  <Link to={to(one)} aria-label={words.page(one)} aria-current={one === page ? "page" : undefined}>
                    {one}
                  </Link>
                )}
              </li>
            ))}
            {page < pages && <Step to={to(page + 1)} word={words.next} rel="next" />}
          </ul>
        </nav>
      )}
    </div>
  );
}

function Step({ to, word, rel }: { to: string; word: string; rel: "prev" | "next" }) {
  return (
    <li>
      <Link to={to} rel={rel}>
        <span className="vh">{word}</span>
        <Icon small of={rel === "prev" ? ChevronLeft : ChevronRight} />
      </Link>
    </li>
  );
}
