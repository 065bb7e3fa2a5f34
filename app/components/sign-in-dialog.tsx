import { type FormEvent, useEffect, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "#app/components/button.tsx";
import { TextInput } from "#app/components/text-input.tsx";

type SignInDialogProps = {
  open: boolean;
  /** Whose session ended: nobody else signs in here. */
  email: string;
  words: { title: string; text: string; password: string; code: string; submit: string; later: string; away: string; busy: string };
  onLater: () => void;
  onSignedIn: () => void;
};

type Answer = { ok: boolean; message?: string; needsCode?: boolean };

/** Signs a person in again without leaving the page they are writing on. */
export function SignInDialog({ open, email, words, onLater, onSignedIn }: SignInDialogProps) {
  return (
    <ModalOverlay className="dialog-scrim" isOpen={open} onOpenChange={(next) => !next && onLater()}>
      <Modal className="dialog">
        <Dialog className="dialog__in">
          <Heading slot="title" level={2}>
            {words.title}
          </Heading>
          {open && <SignInForm email={email} words={words} onLater={onLater} onSignedIn={onSignedIn} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SignInForm({ email, words, onLater, onSignedIn }: Omit<SignInDialogProps, "open">) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);
  const needsCode = answer?.needsCode === true;
  useEffect(() => {
    if (needsCode) document.getElementById("again-code")?.focus();
  }, [needsCode]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // React hands the event on to a form around the dialog although it stands elsewhere on the page.
    event.stopPropagation();
    if (busy) return;
    setBusy(true);
    void signIn(new FormData(event.currentTarget), words.away).then((given) => {
      setBusy(false);
      if (given.ok) onSignedIn();
      else setAnswer(given);
    });
  };
  const fault = answer?.message ?? null;
  return (
    <form onSubmit={send} onInput={(event) => event.stopPropagation()} noValidate>
      <div className="dialog__body">
        <p>{words.text}</p>
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <TextInput
          id="again-password"
          name="password"
          type="password"
          autoComplete="current-password"
          label={words.password}
          error={needsCode ? null : fault}
          autoFocus
          required
        />
        {needsCode && (
          <TextInput id="again-code" name="code" inputMode="numeric" autoComplete="one-time-code" label={words.code} error={fault} required />
        )}
      </div>
      <div className="dialog__foot">
        <Button type="button" variant="quiet" onClick={onLater}>
          {words.later}
        </Button>
        <Button variant="primary" busy={busy}>
          {busy ? words.busy : words.submit}
        </Button>
      </div>
    </form>
  );
}

async function signIn(form: FormData, away: string): Promise<Answer> {
  const body = new URLSearchParams([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  try {
    const answer = await fetch("/sign-in/in-place", { method: "POST", body, redirect: "manual" });
    return (await answer.json()) as Answer;
  } catch {
    return { ok: false, message: away };
  }
}
