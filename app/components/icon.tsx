import type { LucideIcon } from "lucide-react";

export type IconOf = LucideIcon;

type IconProps = {
  of: IconOf;
  /** Spoken name. Without it the icon is decoration and the word beside it speaks. */
  label?: string;
  small?: boolean;
  className?: string;
};

export function Icon({ of: Drawing, label, small = false, className = "" }: IconProps) {
  const spoken = label === undefined ? { "aria-hidden": true as const } : { role: "img", "aria-label": label };
  const classes = ["i", small ? "i--s" : "", className].filter(Boolean).join(" ");
  return <Drawing className={classes} focusable="false" {...spoken} />;
}
