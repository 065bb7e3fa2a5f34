import { Download } from "lucide-react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Panel } from "#app/components/panel.tsx";
import { PrintButton } from "#app/components/print-button.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Ten codes that are shown this once: to print, to save, to copy. */
export function RecoveryCodes({ codes, email }: { codes: readonly string[]; email: string }) {
  const t = useTranslate();
  const text = [t("accounts.factor.codesFile", { email }), "", ...codes, ""].join("\r\n");
  return (
    <Panel title={t("accounts.factor.codesTitle")} edge="mark">
      <div className="stack stack--medium">
        <Notice tone="warn" role="status">
          {t("accounts.factor.codesLead")}
        </Notice>
        <ol className="code-list">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <ButtonRow>
          <LinkButton to={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download icon={Download}>
            {t("accounts.factor.codesDownload")}
          </LinkButton>
          <PrintButton>{t("common.print")}</PrintButton>
        </ButtonRow>
      </div>
    </Panel>
  );
}
