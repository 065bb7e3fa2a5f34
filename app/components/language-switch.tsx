import { Form } from "@remix-run/react";

type LanguageSwitchProps = {
  /** Receives `locale` and `returnTo` as a POST. */
  action: string;
  /** The language to go to, named in itself: { locale: "en", name: "English" }. */
  other: { locale: string; name: string };
  returnTo: string;
};

export function LanguageSwitch({ action, other, returnTo }: LanguageSwitchProps) {
  return (
    <Form method="post" action={action} preventScrollReset className="language">
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" name="locale" value={other.locale} lang={other.locale} className="link-button">
        {other.name}
      </button>
    </Form>
  );
}
