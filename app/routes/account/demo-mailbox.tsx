import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { listMails } from "#app/features/notifications/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { publicCtx } from "#app/request.server.ts";
import { missingPage } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "common.demo.mailbox");

/** Every letter of the demo, readable by everybody: it exists in demo mode only. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  if (!context.config.demo) throw missingPage(ctx);
  return { mails: listMails(ctx, translators, 50) };
}

export default function DemoMailbox() {
  const t = useTranslate();
  const { mails } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={t("common.demo.mailbox")} lead={t("common.demo.notice")} />
      {mails.length === 0 && <EmptyState title={t("common.demo.mailboxEmpty")} />}
      <Stack>
        {mails.map((mail) => (
          <Panel key={mail.id} entry title={mail.subject} aside={formatInstant(t.locale, mail.createdAt, "Asia/Jakarta")}>
            <p className="faint">{mail.recipient}</p>
            <p className="letter">
              <Linked text={mail.body} />
            </p>
          </Panel>
        ))}
      </Stack>
    </div>
  );
}

/** Addresses inside a letter as links, the rest as it stands. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
