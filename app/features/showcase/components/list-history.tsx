import { DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Section, Stack } from "#app/components/panel.tsx";
import { inGroups } from "#app/features/ranking/documents/rules.ts";
import type { NamedEntry, PublicHistory, PublicMove, VersionChange } from "#app/features/ranking/versions/types.ts";
import type { WithdrawnList } from "#app/features/showcase/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type Place = { zone: string; year: number };

/** What the versions of a published list changed and why, and which versions were before the public. */
export function ListHistory({ history, zone, year }: Place & { history: PublicHistory }) {
  const t = useTranslate();
  if (history.changes.length === 0) return null;
  const time = (at: number): string => formatInstant(t.locale, at, zone);
  return (
    <Section title={t("showcase.results.historyTitle")}>
      <Stack>
        {history.changes.map((change) => (
          <Change key={change.version} change={change} zone={zone} year={year} />
        ))}
        <h3>{t("showcase.results.earlierTitle")}</h3>
        <ul className="list-disc pl-5">
          {history.earlier.map(({ version, publishedAt, replacedAt, digest }) => (
            <li key={version}>
              {t("showcase.results.earlier", { version, published: time(publishedAt), replaced: time(replacedAt), digest: inGroups(digest) })}
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
}

function Change({ change, zone, year }: Place & { change: VersionChange }) {
  const t = useTranslate();
  return (
    <article>
      <h3>{t("showcase.results.changeTitle", { version: change.version, time: formatInstant(t.locale, change.publishedAt, zone) })}</h3>
      <DescriptionList
        items={[
          { term: t("showcase.results.left"), value: <Entries entries={change.left} year={year} /> },
          { term: t("showcase.results.entered"), value: <Entries entries={change.entered} year={year} /> },
          { term: t("showcase.results.why"), value: <span className="whitespace-pre-line">{change.notes.join("\n\n")}</span> },
        ]}
      />
    </article>
  );
}

function Entries({ entries, year }: { entries: readonly NamedEntry[]; year: number }) {
  const t = useTranslate();
  if (entries.length === 0) return t("showcase.results.nobody");
  return entries.map(({ number, title, agencyName }) => (
    <span key={number} className="block">
      {t("showcase.results.entry", { number: numberText(year, number), title, agency: agencyName })}
    </span>
  ));
}

/** Moves of the plenary that stand in a published list; entries that are not listed go by their numbers. */
export function ListMoves({ moves, year }: { moves: readonly PublicMove[]; year: number }) {
  const t = useTranslate();
  if (moves.length === 0) return null;
  return (
    <Section title={t("showcase.results.movesTitle")}>
      <Stack>
        <p className="small faint">{t("showcase.results.movesLead")}</p>
        {moves.map(({ entering, leaving, enteringTitle, reason, inFavour, against, abstained }) => {
          const numbers = { entering: numberText(year, entering), leaving: numberText(year, leaving) };
          return (
            <article key={`${entering} ${leaving}`}>
              <p>
                <strong>{enteringTitle === null ? t("showcase.results.move", numbers) : t("showcase.results.moveTitled", { ...numbers, title: enteringTitle })}</strong>
              </p>
              <p className="whitespace-pre-line">{reason}</p>
              <p className="small faint">{t("showcase.results.votes", { inFavour, against, abstained })}</p>
            </article>
          );
        })}
      </Stack>
    </Section>
  );
}

/** A list that was before the public and is being made anew: which version, when it was taken back, and that another follows. */
export function WithdrawnNotice({ list, zone }: { list: WithdrawnList; zone: string }) {
  const t = useTranslate();
  const { version, publishedAt, replacedAt, digest, name } = list;
  const time = (at: number): string => formatInstant(t.locale, at, zone);
  return (
    <Notice tone="warn" title={t("showcase.results.withdrawn", { list: inLocale(t.locale, name) })}>
      <p>{t("showcase.results.withdrawnBody", { version, published: time(publishedAt), replaced: time(replacedAt), digest: inGroups(digest) })}</p>
    </Notice>
  );
}
