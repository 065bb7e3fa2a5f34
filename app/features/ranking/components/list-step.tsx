import { Calculator, CheckCheck } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import type { ListStep } from "#app/features/ranking/types.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

export type ListStepProps = {
  step: ListStep;
  /** Seat whose turn it is; null when nobody's is. */
  seat: "organiser" | "chair" | "signatory" | null;
  /** Whether the reader holds that seat. */
  mayAct: boolean;
  /** The reader computed or signed the list. */
  isSamePerson: boolean;
  /** The newest scan of the minutes waits to be checked. */
  isUnchecked: boolean;
  /** Signatures of the panel still missing. */
  unsigned: number;
  /** From how many entries the reader and the first signer both abstain. */
  uncovered: number;
  /** The unfinished list this one draws from. */
  waitsFor: Words | null;
  name: Words;
  /** The version on the page; null before the first computation. */
  listId: string | null;
  certificate: boolean;
  /** The edition lets the panel waive assessors that nothing links. */
  waivable: boolean;
  /** The reader may hand out further readings. */
  mayAssign: boolean;
  windowDays: number;
  objectionsCloseAt: number | null;
  openObjections: number;
  zone: string;
  /** Address of the list's page; the steps stand below it. */
  base: string;
  edition: string;
};

/** What is to be done next about the list and whose turn it is, where it is not the reader's. */
export function ListStepNotice(props: ListStepProps) {
  const t = useTranslate();
  const { step, seat, mayAct, openObjections } = props;
  const turn = seat && !mayAct ? t("ranking.turnOf", { seat: t(`competitions.roles.${seat}`) }) : null;
  const title = t(`ranking.steps.${step}`);
  if (step === "wait") return <Notice title={title}>{waitWords(props, t)}</Notice>;
  if (step === "done") {
    return <Notice tone="ok">{props.certificate && mayAct ? t("ranking.finished.body") : t("ranking.doneBody")}</Notice>;
  }
  const linking = t(props.waivable ? "ranking.link.waivable" : "ranking.link.bridge");
  const text = step === "decide" ? t("ranking.decide.body", { count: openObjections }) : step === "link" ? linking : null;
  return (
    <Notice title={title}>
      {text && <p>{text}</p>}
      {turn && <p>{turn}</p>}
    </Notice>
  );
}

const waitWords = ({ objectionsCloseAt, zone }: ListStepProps, t: ReturnType<typeof useTranslate>): string =>
  t("ranking.wait", { time: formatDeadline(t.locale, objectionsCloseAt ?? 0, zone) });

/** The page's one main button: the next step, for whoever may take it. */
export function ListStepButton(props: ListStepProps) {
  const t = useTranslate();
  const { step, mayAct, base, edition } = props;
  if (step === "link") return <LinkingButton {...props} />;
  if (!mayAct) return null;
  if (step === "compute") return <ComputeButton {...props} main />;
  if (step === "sign") return <MainLink to={`${base}/minutes`}>{t("ranking.sign.button")}</MainLink>;
  if (step === "approve") return <ApproveButton {...props} />;
  if (step === "decide") return <MainLink to={`${edition}/objections?status=open`}>{t("ranking.decide.button")}</MainLink>;
  if (step === "finalise") return <MainLink to={`${base}/finalisation`}>{t("ranking.finalise.button")}</MainLink>;
  if (step === "done" && props.certificate) return <MainLink to={`${edition}/certificates`}>{t("ranking.finished.button")}</MainLink>;
  return null;
}

/** Nobody may sign yet: the chair records a waiver where the edition knows one, the secretariat hands out readings that link. */
function LinkingButton({ mayAct, waivable, mayAssign, base, edition }: ListStepProps) {
  const t = useTranslate();
  if (mayAct && waivable) return <MainLink to={`${base}/waiver`}>{t("ranking.waive.button")}</MainLink>;
  return mayAssign ? <MainLink to={`${edition}/assignment`}>{t("ranking.link.button")}</MainLink> : null;
}

function MainLink({ to, children }: { to: string; children: string }) {
  return (
    <LinkButton variant="primary" to={to}>
      {children}
    </LinkButton>
  );
}

/** `main` for the first computation; a repetition is a quieter button. */
export function ComputeButton({ name, waitsFor, base, main }: Pick<ListStepProps, "name" | "waitsFor" | "base"> & { main: boolean }) {
  const t = useTranslate();
  const blocked = waitsFor ? t("ranking.compute.blocked", { list: inLocale(t.locale, waitsFor) }) : undefined;
  const word = main ? t("ranking.compute.button") : t("ranking.compute.again");
  return (
    <ConfirmDialog
      title={t("ranking.compute.title", { list: inLocale(t.locale, name) })}
      trigger={{ variant: main ? "primary" : "secondary", dense: !main, icon: Calculator, children: word, blocked }}
      confirm={word}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action={`${base}/computation`}
    >
      <p>{t("ranking.compute.body")}</p>
    </ConfirmDialog>
  );
}

function ApproveButton({ name, listId, windowDays, isSamePerson, isUnchecked, unsigned, uncovered, base }: ListStepProps) {
  const t = useTranslate();
  const unjudged = uncovered > 0 ? t("ranking.abstain.blocked", { count: uncovered }) : undefined;
  const quorum = unsigned > 0 ? t("ranking.signers.missing", { count: unsigned }) : unjudged;
  const waits = isUnchecked ? t("ranking.scan.waiting") : quorum;
  const blocked = isSamePerson ? t("ranking.approve.samePerson") : waits;
  return (
    <ConfirmDialog
      title={t("ranking.approve.title", { list: inLocale(t.locale, name) })}
      trigger={{ variant: "primary", icon: CheckCheck, children: t("ranking.approve.button"), blocked }}
      confirm={t("ranking.approve.button")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action={`${base}/approval`}
      fields={{ listId: listId ?? "" }}
    >
      <p>{t("ranking.approve.body", { days: windowDays })}</p>
    </ConfirmDialog>
  );
}
