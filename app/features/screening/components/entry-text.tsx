import { Paperclip } from "lucide-react";
import { AnswerTable } from "#app/components/answer-table.tsx";
import { GoLink } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageStrip } from "#app/components/page-strip.tsx";
import { Prose } from "#app/components/prose.tsx";
import type { FieldKind, Words } from "#app/features/competitions/definition/types.ts";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import { videoOf } from "#app/features/proposals/form/values/rules.ts";
import { formatBytes, formatPlainDay, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type TextFile = { id: string; fileName: string | null; bytes: number };

/** One question with its answer, as the loader hands it over. */
export type TextPart = {
  key: string;
  kind: FieldKind;
  label: Words;
  text: string;
  choices: readonly Words[];
  table?: { heads: readonly Words[]; lines: readonly (readonly string[])[] } | null;
  words: number;
  limit: number | null;
  files: readonly TextFile[];
  /** Weight of the criterion this answer is judged by, basis points. */
  weightBp?: number | null;
};

/** A submitted proposal as a judge reads it: long answers one under another, short ones in rows, files last. */
export function EntryText({ parts, level = 2 }: { parts: readonly TextPart[]; level?: 2 | 3 }) {
  const t = useTranslate();
  const Heading = level === 2 ? "h2" : "h3";
  const long = parts.filter((part) => part.kind === "longText");
  const short = parts.filter((part) => part.kind !== "longText" && !isFileQuestion(part));
  const files = parts.filter((part) => isFileQuestion(part));
  return (
    <>
      {long.map((part) => (
        <LongAnswer key={part.key} part={part} level={level} />
      ))}
      {short.length > 0 && (
        <section>
          <Heading>{t("screening.page.answers")}</Heading>
          <DescriptionList items={short.map((part) => ({ key: part.key, term: inLocale(t.locale, part.label), value: <ShortAnswer part={part} /> }))} />
        </section>
      )}
      {files.length > 0 && (
        <section>
          <Heading>{t("screening.page.files")}</Heading>
          <DescriptionList items={files.map((part) => ({ key: part.key, term: inLocale(t.locale, part.label), value: <FileAnswer part={part} /> }))} />
        </section>
      )}
    </>
  );
}

function LongAnswer({ part, level }: { part: TextPart; level: 2 | 3 }) {
  const t = useTranslate();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={`q-${part.key}`}>
      <Heading>{inLocale(t.locale, part.label)}</Heading>
      <p className="faint">
        <PartFacts part={part} />
      </p>
      {part.text === "" ? <p className="soft">{t("screening.page.notAnswered")}</p> : <Prose text={part.text} />}
      {part.files.map((file) => (
        <div key={file.id}>
          <EvidenceLink file={file} />
          <FilePages file={file} />
        </div>
      ))}
    </section>
  );
}

function PartFacts({ part: { words, limit, weightBp } }: { part: TextPart }) {
  const t = useTranslate();
  const count = limit === null ? t("screening.page.words", { count: words }) : t("screening.page.limit", { count: words, limit });
  const weight = weightBp ? t("screening.page.weight", { weight: formatShare(t.locale, weightBp) }) : null;
  return <>{[count, weight].filter(Boolean).join(", ")}</>;
}

function ShortAnswer({ part }: { part: TextPart }) {
  return (
    <>
      <ShortValue part={part} />
      {part.files.map((file) => (
        <span key={file.id} className="block">
          <EvidenceLink file={file} />
        </span>
      ))}
    </>
  );
}

function ShortValue({ part: { kind, text, choices, table, label } }: { part: TextPart }) {
  const t = useTranslate();
  if (table && table.lines.length > 0) {
    const heads = table.heads.map((head) => inLocale(t.locale, head));
    return <AnswerTable heads={heads} lines={table.lines} label={inLocale(t.locale, label)} none={t("common.none")} />;
  }
  if (choices.length > 0) return <>{choices.map((choice) => inLocale(t.locale, choice)).join(", ")}</>;
  if (text.trim() === "") return <span className="soft">{t("screening.page.notAnswered")}</span>;
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(text)) return <>{formatPlainDay(t.locale, text)}</>;
  const video = kind === "video" ? videoOf(text) : null;
  if (video) {
    return (
      <a href={video.href} target="_blank" rel="noreferrer noopener">
        {t("proposals.video.watch", { host: video.host })}
      </a>
    );
  }
  if (kind === "url" && /^https?:\/\//i.test(text.trim())) {
    return (
      <a href={text.trim()} target="_blank" rel="noreferrer">
        {text.trim()}
      </a>
    );
  }
  return <>{text}</>;
}

/** The pages of a file beside the text; who reads blind is told no name. */
function FilePages({ file }: { file: TextFile }) {
  const t = useTranslate();
  const name = file.fileName ?? t("proposals.files.evidence");
  const words = {
    show: t("proposals.files.pages", { name }),
    page: (page: number) => t("proposals.files.page", { page, name }),
    more: (shown: number, count: number) => t("proposals.files.morePages", { shown, count }),
    none: t("proposals.files.noPictures"),
    loading: t("proposals.files.loadingPages"),
    openFile: t("proposals.files.openFile"),
  };
  return <PageStrip file={fileHref(file)} words={words} />;
}

function FileAnswer({ part }: { part: TextPart }) {
  const t = useTranslate();
  if (part.files.length === 0) return <span className="soft">{t("screening.page.noFile")}</span>;
  return (
    <>
      {part.files.map((file) => (
        <div key={file.id}>
          <GoLink to={fileHref(file)} icon={Paperclip} plain>
            {t("screening.page.fileSize", { name: file.fileName ?? "", size: formatBytes(t.locale, file.bytes) })}
          </GoLink>
          <FilePages file={file} />
        </div>
      ))}
    </>
  );
}

/** Where names of files would tell whose entry it is, the link goes without. */
function EvidenceLink({ file }: { file: TextFile }) {
  const t = useTranslate();
  const size = formatBytes(t.locale, file.bytes);
  const words = file.fileName === null ? null : t("screening.page.fileSize", { name: file.fileName, size });
  return (
    <GoLink to={fileHref(file)} icon={Paperclip} plain>
      {words === null ? t("screening.page.evidenceUnnamed") : t("screening.page.evidence", { name: words })}
    </GoLink>
  );
}

const fileHref = (file: TextFile): string => `/downloads/attachments/${file.id}`;
