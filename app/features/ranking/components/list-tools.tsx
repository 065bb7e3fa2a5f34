import { BookPlus, ChartScatter, Download, FileText, PackageCheck, SlidersHorizontal, Upload, Vote } from "lucide-react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { Menu, type MenuItem } from "#app/components/menu.tsx";
import { ComputeButton, type ListStepProps } from "#app/features/ranking/components/list-step.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

type ListToolsProps = Pick<ListStepProps, "name" | "waitsFor" | "base"> & {
  /** The version on the page; null before the first computation. */
  current: { model: object | null } | null;
  /** The reader may hand in the paper of a version that has none. */
  mayAttach: boolean;
  mayTopUp: boolean;
  mayRepeat: boolean;
};

/** What helps to decide about the version that stands, and what else may be done with it. */
export function ListTools({ current, base, mayAttach, mayTopUp, mayRepeat, name, waitsFor }: ListToolsProps) {
  const t = useTranslate();
  if (!current && !mayTopUp && !mayRepeat) return null;
  return (
    <ButtonRow>
      {current?.model && (
        <>
          <LinkButton to={`${base}/figures`} icon={ChartScatter} dense>
            {t("ranking.figures.button")}
          </LinkButton>
          <LinkButton to={`${base}/what-if`} icon={SlidersHorizontal} dense>
            {t("ranking.whatIf.button")}
          </LinkButton>
        </>
      )}
      {current && (
        <LinkButton to={`${base}/deliberation`} icon={Vote} dense>
          {t("ranking.deliberation.button")}
        </LinkButton>
      )}
      {mayTopUp && (
        <LinkButton to={`${base}/extra-reads`} icon={BookPlus} dense>
          {t("ranking.extra.title")}
        </LinkButton>
      )}
      {mayAttach && (
        <LinkButton to={`${base}/scan`} icon={Upload} dense>
          {t("ranking.scan.button")}
        </LinkButton>
      )}
      {mayRepeat && <ComputeButton name={name} waitsFor={waitsFor} base={base} main={false} />}
    </ButtonRow>
  );
}

type ListDownloadsProps = { listId: string; hasBundle: boolean; hasMarks: boolean };

/** Every file of a version, behind one button. */
export function ListDownloads({ listId, hasBundle: isReady, hasMarks: isOpen }: ListDownloadsProps) {
  const t = useTranslate();
  const file = (to: string, label: string, icon = Download): MenuItem => ({ key: to, to: `/downloads/${to}`, label, icon, plain: true });
  return (
    <Menu
      trigger={{ variant: "secondary", icon: Download, children: t("ranking.list.downloads") }}
      align="start"
      items={[
        file(`lists/${listId}.csv`, t("ranking.list.csv")),
        file(`lists/${listId}.xlsx`, t("ranking.list.xlsx")),
        ...(isOpen ? [file(`lists/${listId}/marks.csv`, t("ranking.marks.csv"))] : []),
        file(`minutes/${listId}.pdf`, t("ranking.list.minutesPdf"), FileText),
        ...(isReady ? [file(`bundles/${listId}.zip`, t("ranking.list.bundle"), PackageCheck)] : []),
      ]}
    />
  );
}
