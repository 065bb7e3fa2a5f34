import { Badge, type Tone } from "#app/components/badge.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import type { WordRun } from "#app/features/proposals/drafting/types.ts";
import type { Comparison } from "#app/features/proposals/versions/queries.server.ts";
import type { Block, ChangeKind, FileChange, TextChange } from "#app/features/proposals/versions/types.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

const tones: Record<ChangeKind | FileChange["kind"], Tone> = { added: "ok", removed: "stop", changed: "warn", replaced: "warn", renamed: "info" };

/** What the later of two versions changed: texts word by word, files by name, and what stayed as it was. */
export function Changes({ comparison }: { comparison: Comparison }) {
  const t = useTranslate();
  const { texts, files, same } = comparison;
  return (
    <Stack>
      {texts.length + files.length === 0 && <EmptyState title={t("flow.versions.noChange")}>{t("flow.versions.noChangeText")}</EmptyState>}
      {files.length > 0 && <Files files={files} />}
      {texts.map((change) => (
        <Text key={change.key} change={change} />
      ))}
      {same.length > 0 && (
        <p className="soft">
          {t("flow.versions.same", { count: same.length, parts: same.map((part) => labelOf(t, part)).join(", ") })}
        </p>
      )}
    </Stack>
  );
}

/** A question by its words, a part of the identity by the product's. */
const labelOf = (t: Translate, { key, label }: { key: string; label: Words | null }): string =>
  label ? inLocale(t.locale, label) : t(`proposals.identity.${key}` as MessageKey);

function Text({ change }: { change: TextChange }) {
  const t = useTranslate();
  return (
    <Panel title={labelOf(t, change)} aside={<Badge tone={tones[change.kind]}>{t(`flow.versions.kinds.${change.kind}`)}</Badge>}>
      <div className="changes">
        {folded(change.blocks[t.locale]).map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </div>
    </Panel>
  );
}

type Folded = Block | { skipped: number };

/** Long stretches without a change are told by their number; a paragraph on either side of a change stays. */
function folded(blocks: readonly Block[]): Folded[] {
  const near = blocks.map((_, index) => [index - 1, index, index + 1].some((at) => blocks[at] && !blocks[at].same));
  const parts: Folded[] = [];
  blocks.forEach((block, index) => {
    const last = parts.at(-1);
    if (near[index]) parts.push(block);
    else if (last && "skipped" in last) last.skipped += 1;
    else parts.push({ skipped: 1 });
  });
  return parts;
}

function Part({ part }: { part: Folded }) {
  const t = useTranslate();
  if ("skipped" in part) return <p className="changes__skipped">{t("flow.versions.skipped", { count: part.skipped })}</p>;
  return (
    <p>
      {part.runs.map((run, index) => (
        <Run key={index} run={run} />
      ))}
    </p>
  );
}

/** Taken out is struck through, put in is underlined, and both are said in words to whoever listens. */
function Run({ run }: { run: WordRun }) {
  const t = useTranslate();
  if (run.in === "both") return <span>{run.text}</span>;
  return run.in === "first" ? (
    <del className="differs differs--gone">
      <span className="vh">{t("drafting.history.removed")} </span>
      {run.text}
    </del>
  ) : (
    <ins className="differs">
      <span className="vh">{t("drafting.history.added")} </span>
      {run.text}
    </ins>
  );
}

function Files({ files }: { files: readonly FileChange[] }) {
  const t = useTranslate();
  const records = files.map((file) => ({
    key: `${inLocale(t.locale, file.label)}-${file.kind}`,
    title: inLocale(t.locale, file.label),
    sub: fileWords(t, file),
    aside: <Badge tone={tones[file.kind]}>{t(`flow.versions.kinds.${file.kind}`)}</Badge>,
  }));
  return (
    <Panel title={t("flow.versions.files")}>
      <RecordList records={records} />
    </Panel>
  );
}

const fileWords = (t: Translate, { from, to }: FileChange): string =>
  from !== null && to !== null ? t("flow.versions.fileFromTo", { from, to }) : (from ?? to ?? "");
