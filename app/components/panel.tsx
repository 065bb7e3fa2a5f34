import { type ReactNode, useId } from "react";

type PanelProps = {
  title?: ReactNode;
  level?: 2 | 3;
  /** Opposite the title: a badge, a link, a unit. */
  aside?: ReactNode;
  /** The content reaches the edges: a table, a list. */
  flush?: boolean;
  /** `deadline` carries the one heavy edge of a page. */
  edge?: "mark";
  /** Columns of twelve inside a PanelGrid. */
  span?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;
  id?: string;
  /** One of many alike, such as a letter among letters: an article instead of a landmark. */
  entry?: boolean;
  children: ReactNode;
};

/** One question, one measure or one list. */
export function Panel({ title, level = 2, aside, flush, edge, span, id, entry = false, children }: PanelProps) {
  const titleId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  // A panel inside a part of the page repeats its title in every such part: it is no landmark of its own.
  const Box = entry ? "article" : level === 2 ? "section" : "div";
  const classes = ["panel", edge && `panel--${edge}`, span && `c${span}`].filter(Boolean).join(" ");
  return (
    <Box className={classes} id={id} aria-labelledby={title && (level === 2 || entry) ? titleId : undefined}>
      {title && (
        <div className="panel__head">
          <Heading id={titleId}>{title}</Heading>
          {aside && <div className="panel__aside">{aside}</div>}
        </div>
      )}
      <div className={flush ? "panel__flush" : "panel__body"}>{children}</div>
    </Box>
  );
}

/** Twelve columns; panels below one another where it is narrow. */
export function PanelGrid({ children }: { children: ReactNode }) {
  return <div className="panel-grid">{children}</div>;
}

/** A headed part of a page without a box. `ground` changes the surface below it, for public pages. */
export function Section({ title, aside, ground, id, children }: SectionProps) {
  const titleId = useId();
  const head = (
    <div className="section__head">
      <h2 id={titleId}>{title}</h2>
      {aside}
    </div>
  );
  return (
    <section className={ground ? `section section--${ground}` : "section"} id={id} aria-labelledby={titleId}>
      <div className={ground ? "wrap" : undefined}>
        {head}
        {children}
      </div>
    </section>
  );
}

type SectionProps = { title: ReactNode; aside?: ReactNode; ground?: "plain" | "sunk"; id?: string; children: ReactNode };

/** Content one under another with the gap of the shell. */
export function Stack({ gap = "medium", children }: { gap?: "small" | "medium" | "large"; children: ReactNode }) {
  return <div className={`stack stack--${gap}`}>{children}</div>;
}

/** Main content and a narrower companion; one column below 1080 px. `wide` is the share of the first. */
export function Columns({ shape = "wide-narrow", children }: { shape?: "wide-narrow" | "even" | "narrow-wide"; children: ReactNode }) {
  return <div className={`columns columns--${shape}`}>{children}</div>;
}
