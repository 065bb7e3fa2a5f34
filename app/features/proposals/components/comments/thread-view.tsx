import { Form } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, GoLink, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { partWords } from "#app/features/proposals/components/comments/part-words.ts";
import type { CommentView, Thread } from "#app/features/proposals/comments/types.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type ThreadViewProps = {
  thread: Thread;
  proposalId: string;
  zone: string;
  /** The editor can be opened at the part. */
  writable: boolean;
  /** On the page of the thread itself, which brings its own way to answer. */
  own?: boolean;
};

/** What was said about one part, in its order, and what can be done about it. */
export function ThreadView({ thread, proposalId, zone, writable, own = false }: ThreadViewProps) {
  const t = useTranslate();
  const { state, resolved } = thread;
  const base = `/proposals/${proposalId}/comments/${thread.id}`;
  return (
    <Panel
      entry
      id={thread.id}
      title={partWords(t, { key: thread.part, label: thread.label })}
      aside={<Badge tone={state === "open" ? "warn" : "ok"}>{t(`flow.comments.states.${state}`)}</Badge>}
    >
      <Stack>
        <ol className="talk">
          {thread.comments.map((comment) => (
            <Said key={comment.id} comment={comment} zone={zone} />
          ))}
        </ol>
        {resolved && (
          <p className="field__hint">{t("flow.comments.resolvedBy", { name: resolved.by, time: formatInstant(t.locale, resolved.at, zone) })}</p>
        )}
        {writable && (
          <p>
            <GoLink to={`/proposals/${proposalId}/edit/${thread.section}`}>{t("flow.comments.toField")}</GoLink>
          </p>
        )}
        <ButtonRow>
          {thread.may.answer && !own && (
            <LinkButton to={base} dense>
              {t("flow.comments.answerLink")}
            </LinkButton>
          )}
          {thread.may.resolve && <Settle to={`${base}/resolution`} words={t("flow.comments.resolve")} />}
          {thread.may.reopen && <Settle to={`${base}/reopening`} words={t("flow.comments.reopen")} />}
        </ButtonRow>
      </Stack>
    </Panel>
  );
}

function Settle({ to, words }: { to: string; words: string }) {
  const t = useTranslate();
  return (
    <Form method="post" action={to}>
      <SubmitButton variant="quiet" dense busyWord={t("common.busy")}>
        {words}
      </SubmitButton>
    </Form>
  );
}

/** One comment: who, when by the agency's clock, and the words. */
export function Said({ comment: { text, by, at, mine }, zone }: { comment: CommentView; zone: string }) {
  const t = useTranslate();
  const time = formatInstant(t.locale, at, zone);
  return (
    <li>
      <p className="talk__by">{mine ? t("flow.comments.mine", { time }) : t("flow.comments.by", { name: by, time })}</p>
      <p className="letter">{text}</p>
    </li>
  );
}
