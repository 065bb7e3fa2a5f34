import { Form } from "@remix-run/react";
import { Monitor, Moon, Sun } from "lucide-react";
import { Icon, type IconOf } from "#app/components/icon.tsx";

export type Theme = "light" | "dark" | "system";

const icons: Record<Theme, IconOf> = { light: Sun, dark: Moon, system: Monitor };

type ThemeSwitchProps = {
  /** Receives `theme` and `returnTo` as a POST. */
  action: string;
  current: Theme;
  words: Record<Theme | "label", string>;
  returnTo: string;
};

export function ThemeSwitch({ action, current, words, returnTo }: ThemeSwitchProps) {
  return (
    <Form method="post" action={action} preventScrollReset className="theme">
      <input type="hidden" name="returnTo" value={returnTo} />
      <div className="segments" role="group" aria-label={words.label}>
        {(["system", "light", "dark"] as const).map((theme) => (
          <button key={theme} type="submit" name="theme" value={theme} aria-pressed={theme === current}>
            <Icon of={icons[theme]} />
            <span>{words[theme]}</span>
          </button>
        ))}
      </div>
    </Form>
  );
}
