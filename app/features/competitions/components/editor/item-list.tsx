import { Form, Link, useLocation } from "@remix-run/react";
import { ArrowDown, ArrowUp, Copy, Trash2, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import type { Collection } from "#app/features/competitions/editing/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

export type ListedItem = { key: string; to: string; name: string; note?: string; todo: number };

type ItemListProps = {
  items: readonly ListedItem[];
  collection: Collection;
  /** The score sheet criteria stand on. */
  sheet?: string;
  /** Where the acts are sent: below the rules of the edition. */
  base: string;
  editable: boolean;
  add?: ReactNode;
};

/** The things of one part in their order: open, move, duplicate, remove. */
export function ItemList({ items, collection, sheet, base, editable, add }: ItemListProps) {
  const t = useTranslate();
  const { hash } = useLocation();
  // After a move the same button is under the finger again.
  useEffect(() => {
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.focus();
  }, [hash, items]);
  if (items.length === 0) {
    return (
      <EmptyState title={t("editor.list.empty")} action={add}>
        {editable && t("editor.list.emptyBody")}
      </EmptyState>
    );
  }
  return (
    <ol className="edit-items">
      {items.map((item, index) => (
        <li key={item.key}>
          <div className="edit-items__body">
            <Link to={item.to}>{item.name}</Link>
            {item.note && <span className="faint small">{item.note}</span>}
            {item.todo > 0 && (
              <Badge tone="warn" icon={TriangleAlert}>
                {t("editor.todoCount", { count: item.todo })}
              </Badge>
            )}
          </div>
          {editable && <ItemActs item={item} ends={{ first: index === 0, last: index === items.length - 1 }} at={{ collection, sheet: sheet ?? "" }} base={base} />}
        </li>
      ))}
    </ol>
  );
}

type ActsProps = { item: ListedItem; ends: { first: boolean; last: boolean }; at: { collection: string; sheet: string }; base: string };

function ItemActs({ item: { key, name }, ends, at, base }: ActsProps) {
  const t = useTranslate();
  const fields = { ...at, key };
  const hidden = Object.entries(fields).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />);
  return (
    <div className="edit-items__acts">
      <Form method="post" action={`${base}/moves`} preventScrollReset>
        {hidden}
        <Button id={`up-${key}`} name="by" value="-1" variant="quiet" dense iconOnly icon={ArrowUp} aria-disabled={ends.first || undefined}>
          {t("editor.list.up", { name })}
        </Button>
        <Button id={`down-${key}`} name="by" value="1" variant="quiet" dense iconOnly icon={ArrowDown} aria-disabled={ends.last || undefined}>
          {t("editor.list.down", { name })}
        </Button>
      </Form>
      {at.collection !== "rubrics" && (
        <Form method="post" action={`${base}/copies`} preventScrollReset>
          {hidden}
          <Button variant="quiet" dense iconOnly icon={Copy}>
            {t("editor.list.copyOf", { name })}
          </Button>
        </Form>
      )}
      <ConfirmDialog
        title={t("editor.list.removeOf", { name })}
        trigger={{ variant: "quiet", dense: true, iconOnly: true, icon: Trash2, children: t("editor.list.removeOf", { name }) }}
        confirm={t("editor.list.remove")}
        cancel={t("common.cancel")}
        busyWord={t("common.busy")}
        danger
        action={`${base}/removals`}
        fields={fields}
      >
        <p>{t("editor.list.removeConsequence")}</p>
      </ConfirmDialog>
    </div>
  );
}
