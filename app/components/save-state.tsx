import { CircleCheck, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon, type IconOf } from "#app/components/icon.tsx";

export type SavingState = "saved" | "saving" | "offline" | "failed";

const icons: Record<SavingState, IconOf> = { saved: CircleCheck, saving: LoaderCircle, offline: CloudOff, failed: TriangleAlert };

/** Whether what is written is safe, in words, spoken when it changes. */
export function SaveState({ state, children }: { state: SavingState; children: ReactNode }) {
  return (
    <p className="save" data-state={state} role="status">
      <Icon of={icons[state]} />
      <span>{children}</span>
    </p>
  );
}
