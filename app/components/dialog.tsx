import { Form, useActionData, useNavigation } from "@remix-run/react";
import { type ReactNode, type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button, ButtonFace, type ButtonLook, buttonClass, SubmitButton } from "#app/components/button.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";

export type ConfirmDialogProps = {
  /** The question: "Ajukan proposal?" */
  title: string;
  /** The button that asks; the same verb and noun as `confirm`. */
  trigger: ButtonLook & { blocked?: ReactNode };
  confirm: string;
  cancel: string;
  busyWord: string;
  /** Where the answer is sent; the page itself when left out. */
  action?: string;
  /** Hidden values sent along. */
  fields?: Record<string, string>;
  /** Instead of a form of its own: the id of the form on the page that is sent, to `action` where one is given. */
  form?: string;
  danger?: boolean;
  /** What follows from it, and fields such as a reason. */
  children?: ReactNode;
};

/**
 * Asks before something that cannot be taken back. Opens as a dialog; without JavaScript it unfolds in place and sends the
 * same form. What was unfolded before the scripts came stays in place, with all that was typed, until it is folded or sent.
 * With fields of its own it stays open while the action answers `{ ok: false }`.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const hydrated = useHydrated();
  const fold = useRef<HTMLDetailsElement>(null);
  const [{ unfolded, held }, setFold] = useState({ unfolded: false, held: false });
  const look = () => setFold({ unfolded: fold.current?.open === true, held: fold.current?.contains(document.activeElement) === true });
  useEffect(look, []);
  if (props.trigger.blocked) {
    const { children, ...look } = props.trigger;
    return (
      <Button {...look} type="button">
        {children}
      </Button>
    );
  }
  if (hydrated && !unfolded) return <AskInDialog {...props} held={held} />;
  return <AskInPlace {...props} fold={fold} unfolded={unfolded} onFold={look} />;
}

/** Calls `close` once what was sent while it was open has been answered without a refusal. */
function useClosedByAnswer(open: boolean, form: string | undefined, close: () => void): void {
  const answer = useActionData<{ ok?: boolean }>();
  const { state } = useNavigation();
  const sent = useRef(false);
  useEffect(() => {
    if (state === "submitting") sent.current = open;
    if (state !== "idle" || !sent.current) return;
    sent.current = false;
    // What is wrong with a form of the page is said beside its fields, which the dialog would cover.
    if (answer?.ok !== false || form !== undefined) close();
  });
}

/** `held`: what it took the place of had the focus, so its button takes it. */
function AskInDialog({ held, ...props }: ConfirmDialogProps & { held: boolean }) {
  const [open, setOpen] = useState(false);
  useClosedByAnswer(open, props.form, () => setOpen(false));
  const { blocked: _blocked, children, ...look } = props.trigger;
  return (
    <>
      <Button {...look} type="button" autoFocus={held} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </Button>
      <ModalOverlay className="dialog-scrim" isOpen={open} onOpenChange={setOpen} isDismissable>
        <Modal className="dialog">
          <Dialog className="dialog__in" role="alertdialog">
            <Heading slot="title" level={2}>
              {props.title}
            </Heading>
            <Question {...props} onCancel={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

type InPlace = ConfirmDialogProps & { fold: RefObject<HTMLDetailsElement>; unfolded: boolean; onFold: () => void };

function AskInPlace({ fold, unfolded, onFold, ...props }: InPlace) {
  useClosedByAnswer(unfolded, props.form, () => fold.current?.removeAttribute("open"));
  return (
    <details className="confirm-fold" ref={fold} onToggle={onFold}>
      <summary className={buttonClass(props.trigger)}>
        <ButtonFace icon={props.trigger.icon} iconEnd={props.trigger.iconEnd} iconOnly={props.trigger.iconOnly}>
          {props.trigger.children}
        </ButtonFace>
      </summary>
      <div className="dialog">
        <p className="dialog__title">{props.title}</p>
        <Question {...props} />
      </div>
    </details>
  );
}

function Question({ action, fields = {}, form, confirm, cancel, busyWord, danger, children, onCancel }: ConfirmDialogProps & { onCancel?: () => void }) {
  const buttons = (
    <div className="dialog__foot">
      {onCancel && (
        <Button type="button" variant="quiet" onClick={onCancel}>
          {cancel}
        </Button>
      )}
      <SubmitButton variant={danger ? "danger" : "primary"} form={form} formAction={form && action} busyWord={busyWord}>
        {confirm}
      </SubmitButton>
    </div>
  );
  if (form) {
    return (
      <>
        <div className="dialog__body">{children}</div>
        {buttons}
      </>
    );
  }
  return (
    <Form method="post" action={action} noValidate onSubmit={keepInside}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="dialog__body">{children}</div>
      {buttons}
    </Form>
  );
}

/** React hands the event on to a form around the trigger although the dialog stands elsewhere on the page. */
const keepInside = (event: SyntheticEvent) => event.stopPropagation();
