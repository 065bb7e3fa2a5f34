import { Users } from "lucide-react";
import { useEffect, useState } from "react";
import { Icon } from "#app/components/icon.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

type Other = { name: string; section: string };
const every = 20_000;

/** Who else has this draft open. Asked only while the page is looked at; a question without an answer is no matter. */
export function Presence({ proposalId, section }: { proposalId: string; section: string }) {
  const t = useTranslate();
  const [others, setOthers] = useState<Other[]>([]);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      if (document.visibilityState === "hidden") return;
      const said = await sayPresent(proposalId, section);
      if (current && said) setOthers(said);
    };
    void ask();
    const timer = setInterval(() => void ask(), every);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [proposalId, section]);
  const here = others.filter((other) => other.section === section);
  const elsewhere = others.filter((other) => other.section !== section);
  const names = (of: Other[]) => of.map((other) => other.name).join(", ");
  return (
    <div role="status">
      {here.length > 0 && (
        <p className="small">
          <Icon of={Users} small /> {t("drafting.presence.here", { names: names(here) })}
        </p>
      )}
      {elsewhere.length > 0 && (
        <p className="small soft">
          <Icon of={Users} small /> {t("drafting.presence.elsewhere", { names: names(elsewhere) })}
        </p>
      )}
    </div>
  );
}

async function sayPresent(proposalId: string, section: string): Promise<Other[] | null> {
  try {
    const body = new URLSearchParams({ section });
    const answer = await fetch(`/proposals/${proposalId}/presence`, { method: "POST", body, redirect: "manual" });
    return answer.ok ? ((await answer.json()) as { others: Other[] }).others : null;
  } catch {
    return null;
  }
}
