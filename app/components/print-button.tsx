import { Printer } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";

/** Opens the print dialog. Absent until scripts run: the browser's own menu prints as well. */
export function PrintButton({ children, dense }: { children: string; dense?: boolean }) {
  if (!useHydrated()) return null;
  return (
    <Button type="button" icon={Printer} dense={dense} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
