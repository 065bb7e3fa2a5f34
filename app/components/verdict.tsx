import { Ban, Check, CircleCheck, CircleX, Clock, FlaskConical, Search, X } from "lucide-react";
import type { ReactNode } from "react";
import { Icon, type IconOf } from "#app/components/icon.tsx";

/** Each differs in word, sign and outline: circle, square, leaf, dashed circle, dashed square. */
export type VerdictKind = "valid" | "altered" | "revoked" | "unknown" | "rehearsal";

const signs: Record<VerdictKind, IconOf> = { valid: Check, altered: X, revoked: Ban, unknown: Search, rehearsal: FlaskConical };

export type Proof = { key: string; state: "ok" | "no" | "wait"; title: ReactNode; detail?: ReactNode; word: string };

const proofIcons: Record<Proof["state"], IconOf> = { ok: CircleCheck, no: CircleX, wait: Clock };

type VerdictProps = {
  kind: VerdictKind;
  title: ReactNode;
  /** What was compared, when, in whose zone. */
  lead?: ReactNode;
  proofs?: readonly Proof[];
  actions?: ReactNode;
  /** Facts: a DescriptionList. */
  children?: ReactNode;
};

/** The answer to "is this paper genuine", with what was checked. */
export function Verdict({ kind, title, lead, proofs = [], actions, children }: VerdictProps) {
  return (
    <section className="verdict" data-v={kind} aria-live="polite">
      <div className="verdict__sign">
        <Icon of={signs[kind]} />
      </div>
      <div className="verdict__body">
        <h2>{title}</h2>
        {lead && <p className="verdict__lead">{lead}</p>}
        {children}
        {proofs.length > 0 && (
          <ul className="proofs">
            {proofs.map((proof) => (
              <li key={proof.key} data-s={proof.state}>
                <Icon of={proofIcons[proof.state]} />
                <div>
                  {proof.title}
                  {proof.detail && <span className="proofs__detail">{proof.detail}</span>}
                </div>
                <b>{proof.word}</b>
              </li>
            ))}
          </ul>
        )}
        {actions && <div className="btn-row">{actions}</div>}
      </div>
    </section>
  );
}
