import { useEffect, useState } from "react";
import { PasswordInput } from "#app/components/password-input.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { judgePassword, passwordMaximum, passwordMinimum, type Strength } from "#app/features/accounts/passwords/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

type NewPasswordProps = {
  label: string;
  error?: string | undefined;
  /** Name and address of whom it is for: a password made of them is easily guessed. */
  about: readonly string[];
};

/** Words of the button that shows and hides a password. */
export const passwordWords = (t: Translate) => ({ show: t("accounts.strength.show"), hide: t("accounts.strength.hide") });

/** A new password, with how strong it is while it is typed. The word lists are loaded with the first letter. */
export function NewPassword({ label, error, about }: NewPasswordProps) {
  const t = useTranslate();
  const [password, setPassword] = useState("");
  return (
    <div className="stack stack--medium">
      <PasswordInput
        name="password"
        autoComplete="new-password"
        required
        maxLength={passwordMaximum}
        label={label}
        hint={t("accounts.invitation.passwordHint")}
        error={error}
        words={passwordWords(t)}
        onChange={(event) => setPassword(event.target.value)}
      />
      <StrengthLine password={password} about={about.join("\n")} />
    </div>
  );
}

type Standing = "none" | "short" | "weak" | "fair" | "good" | "strong";
const places: Record<Standing, number> = { none: 0, short: 10, weak: 25, fair: 50, good: 80, strong: 100 };

/** Keeps its place before anything was typed, so that nothing jumps. */
function StrengthLine({ password, about }: { password: string; about: string }) {
  const t = useTranslate();
  const hydrated = useHydrated();
  const standing = useStanding(password, about);
  const poor = standing === "short" || standing === "weak" || standing === "fair";
  return (
    <p className="strength" role="status" data-idle={!hydrated || undefined}>
      <span className="count" data-level={poor ? "near" : undefined}>
        <span className="count__track" aria-hidden="true">
          <i style={{ width: `${places[standing]}%` }} />
        </span>
        {t("accounts.strength.label")}: {t(`accounts.strength.level.${standing}`)}
      </span>
    </p>
  );
}

/** Judged once typing rests for a moment: a screen reader is not told of every letter. */
function useStanding(password: string, about: string): Standing {
  const [standing, setStanding] = useState<Standing>("none");
  useEffect(() => {
    let current = true;
    const judge = async () => {
      const strength = await judgePassword(password, about.split("\n"));
      if (current) setStanding(standingOf(password, strength));
    };
    const timer = setTimeout(() => void (password === "" ? setStanding("none") : judge().catch(() => undefined)), 300);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [password, about]);
  return standing;
}

function standingOf(password: string, { level }: Strength): Standing {
  if (password.length < passwordMinimum) return "short";
  return level < 2 ? "weak" : level === 2 ? "fair" : level === 3 ? "good" : "strong";
}
