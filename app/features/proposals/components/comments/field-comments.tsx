import { Link } from "@remix-run/react";
import { MessageSquare } from "lucide-react";
import { GoLink } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { partWords } from "#app/features/proposals/components/comments/part-words.ts";
import { Said } from "#app/features/proposals/components/comments/thread-view.tsx";
import type { Thread } from "#app/features/proposals/comments/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type FieldCommentsProps = { threads: readonly Thread[]; part: string; proposalId: string; zone: string };

/** The open comments of one part, read beside it; they are answered on their own page, so that no form stands in a form. */
export function FieldComments({ threads, part, proposalId, zone }: FieldCommentsProps) {
  const t = useTranslate();
  const here = threads.filter((thread) => thread.part === part);
  const [first] = here;
  const base = `/proposals/${proposalId}/comments`;
  if (!first) return null;
  return (
    <aside className="talk-beside" aria-label={t("flow.comments.beside", { part: partWords(t, { key: part, label: first.label }) })}>
      {here.map((thread) => (
        <div key={thread.id} className="stack stack--small">
          <ol className="talk">
            {thread.comments.map((comment) => (
              <Said key={comment.id} comment={comment} zone={zone} />
            ))}
          </ol>
          <p className="small">
            <GoLink to={`${base}/${thread.id}`} icon={MessageSquare}>
              {t("flow.comments.answerLink")}
            </GoLink>
          </p>
        </div>
      ))}
    </aside>
  );
}

/** How many comments are open, and the way to all of them. */
export function CommentsLink({ proposalId, open }: { proposalId: string; open: number }) {
  const t = useTranslate();
  return (
    <p className="small">
      <Link className="link-go" to={`/proposals/${proposalId}/comments`}>
        <Icon of={MessageSquare} />
        {t("flow.comments.title")}: {t("flow.comments.openCount", { count: open })}
      </Link>
    </p>
  );
}
