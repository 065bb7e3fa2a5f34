import { Notice } from "#app/components/notice.tsx";
import type { StandingExtension } from "#app/features/proposals/extensions/queries.server.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Extra time an agency was given, with its reason, in the agency's zone. */
export function ExtensionNotices({ extensions, zone }: { extensions: readonly StandingExtension[]; zone: string }) {
  const t = useTranslate();
  return extensions.map(({ id, title, closesAt, reason }) => {
    const time = formatDeadline(t.locale, closesAt, zone);
    const words = title === null ? t("communications.extensions.forAgency", { time }) : t("communications.extensions.forProposal", { title, time });
    return (
      <Notice key={id} tone="info" title={words}>
        <p>{reason}</p>
      </Notice>
    );
  });
}
