import { Link, useBlocker } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { findLeftDrafts } from "#app/components/left-drafts.ts";
import { Notice } from "#app/components/notice.tsx";
import { Button } from "#app/components/button.tsx";
import { SignInDialog } from "#app/components/sign-in-dialog.tsx";
import { Presence } from "#app/features/proposals/components/drafting/presence.tsx";
import type { SectionSaving } from "#app/features/proposals/components/drafting/use-section-saving.ts";
import { sectionName } from "#app/features/proposals/components/section-nav.tsx";
import type { EditorPage } from "#app/features/proposals/form/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type DraftNoticesProps = { page: EditorPage; section: string; saving: SectionSaving; owner: string };

/** What the writer has to know about the own text: brought back, joined, waiting, or in need of a new session. */
export function DraftNotices({ page, section, saving, owner }: DraftNoticesProps) {
  const t = useTranslate();
  const { restored, joined } = saving;
  return (
    <div className="draft-notices stack stack--small">
      <Presence proposalId={page.proposal.id} section={section} />
      <SessionEnded saving={saving} owner={owner} />
      <Staying saving={saving} />
      <div role="status">
        {restored && <Notice tone="info">{t("drafting.restored", { time: formatInstant(t.locale, restored.at, page.agency.zone) })}</Notice>}
        {joined.length > 0 && <Notice tone="info">{t("drafting.merged", { label: joined.map((key) => labelOf(t, page, key)).join(", ") })}</Notice>}
      </div>
      {saving.state?.message && saving.collisions.length === 0 && !saving.byButton && (
        <Notice tone="stop" role="alert">
          {saving.state.message}
        </Notice>
      )}
      <Elsewhere page={page} section={section} owner={owner} />
    </div>
  );
}

function labelOf(t: ReturnType<typeof useTranslate>, { sections }: EditorPage, key: string): string {
  const field = sections.flatMap((section) => section.fields).find((one) => one.key === key);
  return field ? inLocale(t.locale, field.label) : t(`proposals.identity.${key}` as MessageKey);
}

/** Asks for the password in place; put off, it can be asked again. Nothing of the page is loaded anew. */
function SessionEnded({ saving, owner }: { saving: SectionSaving; owner: string }) {
  const t = useTranslate();
  const [later, setLater] = useState(false);
  const ended = saving.phase === "signedOut";
  useEffect(() => {
    if (!ended) setLater(false);
  }, [ended]);
  return (
    <>
      {ended && later && (
        <Notice
          tone="warn"
          actions={
            <Button type="button" dense onClick={() => setLater(false)}>
              {t("drafting.signIn.again")}
            </Button>
          }
        >
          {t("drafting.states.signedOut")}
        </Notice>
      )}
      <SignInDialog
        open={ended && !later}
        email={owner}
        words={{
          title: t("drafting.signIn.title"),
          text: saving.message && saving.message === t("errors.proposals.otherPerson") ? t("drafting.signIn.otherPerson", { email: owner }) : t("drafting.signIn.text", { email: owner }),
          password: t("drafting.signIn.password"),
          code: t("drafting.signIn.code"),
          submit: t("drafting.signIn.submit"),
          later: t("drafting.signIn.later"),
          away: t("drafting.signIn.away"),
          busy: t("common.busy"),
        }}
        onLater={() => setLater(true)}
        onSignedIn={() => void saving.resume()}
      />
    </>
  );
}

/** While the network is away other pages cannot be loaded: going there would only take the text out of sight. */
function Staying({ saving: { phase } }: { saving: SectionSaving }) {
  const t = useTranslate();
  // While it is tried again nothing is known yet: the network counts as away until something was answered.
  const away = useRef(false);
  if (phase !== "saving") away.current = phase === "away" || phase === "failed";
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      (away.current || !navigator.onLine) && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (phase === "saved" && blocker.state === "blocked") blocker.reset();
  }, [phase, blocker]);
  return blocker.state === "blocked" ? (
    <Notice tone="warn" role="alert">
      {t("drafting.stays")}
    </Notice>
  ) : null;
}

/** Sections of this proposal for which this device still holds text that no page has in its hands. */
function Elsewhere({ page, section, owner }: Omit<DraftNoticesProps, "saving">) {
  const t = useTranslate();
  const [waiting, setWaiting] = useState<string[]>([]);
  const base = `/proposals/${page.proposal.id}`;
  useEffect(() => {
    let current = true;
    void findLeftDrafts(owner, (place) => place.startsWith(`${base}/sections/`)).then((found) => {
      if (current) setWaiting(found.map(({ draft }) => draft.place.slice(`${base}/sections/`.length)));
    });
    return () => {
      current = false;
    };
  }, [owner, base]);
  const named = page.sections.filter((one) => waiting.includes(one.key) && one.key !== section);
  if (named.length === 0) return null;
  return (
    <Notice tone="warn">
      {named.map((one) => (
        <p key={one.key}>
          <Link to={`${base}/edit/${one.key}`}>{t("drafting.elsewhere", { section: sectionName(t, one) })}</Link>
        </p>
      ))}
    </Notice>
  );
}
