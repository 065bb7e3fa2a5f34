import { Download } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { GoLink, LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { inGroups } from "#app/features/ranking/documents/rules.ts";
import type { PublicSigner } from "#app/features/ranking/signers/queries.server.ts";
import type { PublicList } from "#app/features/showcase/types.ts";
import { formatDeadline, formatInstant, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

type ListStateProps = { list: PublicList; slug: string; zone: string };

/** What a published list is worth today: provisional until when and how to object, or final by which decree. */
export function ListState({ list, slug, zone }: ListStateProps) {
  const t = useTranslate();
  if (list.status === "final") {
    return (
      <Notice tone="ok" title={t("showcase.results.finalTitle")}>
        <p>{decreeSentence(t, list)}</p>
        {list.decree && <DecreePaper decree={list.decree} />}
      </Notice>
    );
  }
  const until = formatDeadline(t.locale, list.objectionsCloseAt, zone);
  const published = formatInstant(t.locale, list.publishedAt, zone);
  const open = list.objectionsOpen;
  return (
    <Notice
      tone="warn"
      title={t(open ? "showcase.results.provisionalTitle" : "showcase.results.waitingTitle")}
      actions={
        open && (
          <LinkButton to={`/editions/${slug}/objections/new?list=${list.key}`} variant="primary">
            {t("showcase.results.object")}
          </LinkButton>
        )
      }
    >
      <p>{open ? t("showcase.results.provisionalBody", { published, until }) : t("showcase.results.waitingBody", { until })}</p>
      <p>{objectionSentence(t, list)}</p>
    </Notice>
  );
}

/** The decree for download, with what tells it from any other file. */
function DecreePaper({ decree: { id, sha256 } }: { decree: NonNullable<PublicList["decree"]> }) {
  const t = useTranslate();
  return (
    <>
      <p>
        <GoLink to={`/downloads/list-papers/${id}.pdf`} icon={Download} plain>
          {t("showcase.results.decree")}
        </GoLink>
      </p>
      <p className="small faint">{t("showcase.results.decreeDigest", { digest: inGroups(sha256) })}</p>
    </>
  );
}

const decreeSentence = (t: Translate, { decreeNumber, decreeDate }: PublicList): string =>
  t("showcase.results.finalBody", { number: decreeNumber ?? "", date: decreeDate ? formatPlainDay(t.locale, decreeDate) : "" });

const objectionSentence = (t: Translate, { objections }: PublicList): string =>
  objections.filed === 0 ? t("showcase.results.noObjections") : t("showcase.results.objectionCount", objections);

/** Who of the panel signed the minutes under a list, was absent or abstained. */
export function ListSigners({ signers }: { signers: readonly PublicSigner[] }) {
  const t = useTranslate();
  const named = (presence: PublicSigner["presence"]): string => signers.filter((one) => one.presence === presence).map(({ name }) => name).join(", ");
  const [signed, absent, abstained] = [named("signed"), named("absent"), named("abstained")];
  return (
    <p className="small faint">
      {[signed && t("ranking.signers.publicSigned", { names: signed }), absent && t("ranking.signers.publicAbsent", { names: absent }), abstained && t("ranking.signers.publicAbstained", { names: abstained })].filter(Boolean).join(" ")}
    </p>
  );
}

export function ListBadge({ status }: { status: PublicList["status"] }) {
  const t = useTranslate();
  return status === "final" ? (
    <Badge tone="ok">{t("showcase.results.final")}</Badge>
  ) : (
    <Badge tone="warn">{t("showcase.results.provisional")}</Badge>
  );
}
