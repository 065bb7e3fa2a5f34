import { compareWords } from "#app/features/proposals/drafting/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type WordChangesProps = { first: string; second: string; show: "first" | "second" };

/** One of two texts with the words marked that the other has not: by a line and a word spoken, not by colour alone. */
export function WordChanges({ first, second, show }: WordChangesProps) {
  const t = useTranslate();
  const runs = compareWords(first, second).filter((run) => run.in === "both" || run.in === show);
  if (runs.length === 0) return <p className="soft">{t("drafting.collision.empty")}</p>;
  return (
    <p className="prose">
      {runs.map((run, index) =>
        run.in === "both" ? (
          <span key={index}>{run.text}</span>
        ) : (
          <mark key={index} className="differs">
            <span className="vh">{t("drafting.collision.only")} </span>
            {run.text}
          </mark>
        ),
      )}
    </p>
  );
}
