import { Mail, MessageCircle, Phone } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import type { HelpContact as Contact } from "#app/features/competitions/definition/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type HelpContactProps = { help: Contact; edition: string };

/** Whom an agency asks, on every screen of its side; only what the edition names. */
export function HelpContact({ help, edition }: HelpContactProps) {
  const t = useTranslate();
  const { email, phone, whatsapp } = help;
  if (!email && !phone && !whatsapp) return null;
  return (
    <aside className="help-contact noprint" aria-label={t("communications.help.title")}>
      <p className="help-contact__title">
        <b>{t("communications.help.title")}</b> <span className="soft">{t("communications.help.lead", { edition })}</span>
      </p>
      <ul className="help-contact__ways">
        {email && (
          <li>
            <Icon of={Mail} label={t("communications.help.email")} /> <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
        {phone && (
          <li>
            <Icon of={Phone} label={t("communications.help.phone")} /> <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a>
          </li>
        )}
        {whatsapp && (
          <li>
            <Icon of={MessageCircle} />{" "}
            <a href={`https://wa.me/${whatsapp}`} target="_blank" rel="noreferrer">
              {t("communications.help.whatsapp")} <span className="num">+{whatsapp}</span>
              <span className="vh"> ({t("communications.help.whatsappNew")})</span>
            </a>
          </li>
        )}
      </ul>
    </aside>
  );
}
