import { Link } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Said where letters are watched while none can leave. */
export function PostNotice({ post }: { post: { server: boolean; demo: boolean } }) {
  const t = useTranslate();
  if (post.server) return null;
  if (!post.demo) return <Notice tone="warn">{t("communications.outbox.noServer")}</Notice>;
  return (
    <Notice tone="info" actions={<Link to="/demo/mailbox">{t("communications.outbox.openMailbox")}</Link>}>
      {t("communications.outbox.demoServer")}
    </Notice>
  );
}
