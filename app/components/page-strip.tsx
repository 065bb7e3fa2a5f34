import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { useHydrated } from "#app/components/use-hydrated.ts";

/** What the source answers: pictures of the first pages, and how many pages there are. */
export type StripPages = { count: number | null; pictures: { page: number; width: number; height: number }[] };

type PageStripProps = {
  /** Address of the file; `…/pages` below it answers StripPages, `…/pages/3.webp` is a picture, `?inline` opens it in a tab. */
  file: string;
  /** Open from the start. */
  open?: boolean;
  words: {
    /** "Halaman Surat.pdf" */
    show: string;
    /** "Halaman 3 dari Surat.pdf" */
    page: (page: number) => string;
    /** "Ditampilkan 20 halaman pertama dari 34." */
    more: (shown: number, count: number) => string;
    none: string;
    loading: string;
    /** "Buka berkas di tab baru" */
    openFile: string;
  };
};

/** Small pictures of the pages of a file, fetched when they are wanted; each opens the file at its page. */
export function PageStrip({ file, open = false, words }: PageStripProps) {
  const hydrated = useHydrated();
  const fetcher = useFetcher<StripPages>({ key: `pages:${file}` });
  const [asked, setAsked] = useState(false);
  if (!hydrated) return <OpenLink file={file} words={words} />;
  const load = (): void => {
    if (asked) return;
    setAsked(true);
    fetcher.load(`${file}/pages`);
  };
  return (
    <details className="page-strip" open={open} onToggle={(event) => event.currentTarget.open && load()}>
      <summary className="btn btn--quiet btn--dense w-fit">{words.show}</summary>
      <div className="stack stack--small" aria-live="polite">
        {fetcher.data ? <Pages pages={fetcher.data} file={file} words={words} /> : <p className="soft small">{words.loading}</p>}
        <OpenLink file={file} words={words} />
      </div>
    </details>
  );
}

type PagesProps = { pages: StripPages } & Pick<PageStripProps, "file" | "words">;

function Pages({ pages: { count, pictures }, file, words }: PagesProps) {
  if (pictures.length === 0) return <p className="soft small">{words.none}</p>;
  return (
    <>
      <ol className="page-strip__pages">
        {pictures.map(({ page, width, height }) => (
          <li key={page}>
            <a href={`${file}?inline#page=${page}`} target="_blank" rel="noopener noreferrer">
              <img src={`${file}/pages/${page}.webp`} width={width} height={height} alt={words.page(page)} loading="lazy" />
              <span aria-hidden="true">{page}</span>
            </a>
          </li>
        ))}
      </ol>
      {count !== null && count > pictures.length && <p className="soft small">{words.more(pictures.length, count)}</p>}
    </>
  );
}

function OpenLink({ file, words }: Pick<PageStripProps, "file" | "words">) {
  return (
    <p className="small page-strip__open">
      <a href={`${file}?inline`} target="_blank" rel="noopener noreferrer">
        {words.openFile}
      </a>
    </p>
  );
}
