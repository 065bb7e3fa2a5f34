import { Link } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import type { AgencyEdition } from "#app/features/proposals/overview/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Most drafts named one by one; the table below holds them all. */
const named = 5;

/** Drafts that were never submitted while the close is near, with where each of them waits. */
export function DraftsAtRisk({ drafts }: { drafts: AgencyEdition["atRisk"] }) {
  const t = useTranslate();
  if (drafts.length === 0) return null;
  return (
    <Notice tone="warn" title={t("flow.home.atRisk", { count: drafts.length })}>
      <ul className="stack stack--small">
        {drafts.slice(0, named).map(({ id, title, status }) => (
          <li key={id}>
            <Link to={`/proposals/${id}`}>{title}</Link>, {t(`proposals.statuses.${status}`)}
          </li>
        ))}
      </ul>
      {drafts.length > named && <p>{t("flow.home.more", { count: drafts.length - named })}</p>}
    </Notice>
  );
}
