import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { inviteUnseatedMember } from "#app/acts/invite-member.server.ts";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton, SubmitButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { ConfinementField, MemberFields, memberLabels } from "#app/features/agencies/components/member-fields.tsx";
import { memberInput } from "#app/features/agencies/inputs.ts";
import { mayManageMembers } from "#app/features/agencies/policy.ts";
import { getAgency, listMembers } from "#app/features/agencies/queries.server.ts";
import { listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { treeOf } from "#app/features/agencies/registry/rules.ts";
import { UndeliverableMark } from "#app/features/notifications/components/undeliverable-mark.tsx";
import { undeliverableOf } from "#app/features/notifications/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "agencies.members.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = parseId("agency", params.agencyId);
    if (!agencyId) throw notFound("agencies.unknown");
    const members = listMembers(ctx, agencyId);
    const dead = [...undeliverableOf(ctx, members.filter(({ active }) => active).map(({ email }) => email)).keys()];
    const mayManage = mayManageMembers(ctx.actor, agencyId);
    const units = treeOf(listUnits(ctx, agencyId));
    return { agencyId, dead, agency: getAgency(ctx, agencyId).name, members, mayManage, units };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const agencyId = parseId("agency", params.agencyId);
    if (!agencyId) throw notFound("agencies.unknown");
    const { unitId, ...input } = parseForm(form, memberInput);
    const fields = { "agencies.memberTaken": "email", "agencies.seatedElsewhere": "email", "agencies.adminConfined": "unitId", "agencies.unitClosed": "unitId" };
    besideField(form, fields, () => inviteUnseatedMember(ctx, { agencyId, ...input, unitId: parseId("unit", unitId) }));
    const done = translators[ctx.locale]("agencies.members.invited", { name: input.name });
    return redirectWithToast(`/agencies/${agencyId}/members`, done);
  });
}

type Member = ReturnType<typeof useLoaderData<typeof loader>>["members"][number];

export default function Members() {
  const t = useTranslate();
  const { agencyId, agency, members, dead, mayManage } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("agencies.members.title")}
        meta={t("agencies.members.lead")}
        crumbs={[{ label: agency, to: `/agencies/${agencyId}` }, { label: t("agencies.members.title") }]}
        crumbsLabel={t("common.crumbs")}
        actions={mayManage && <LinkButton to="imports">{t("people.open")}</LinkButton>}
      />
      {mayManage ? (
        <Columns>
          <MemberTable members={members} dead={dead} mayManage />
          <Invite key={members.length} />
        </Columns>
      ) : (
        <MemberTable members={members} dead={dead} mayManage={false} />
      )}
    </>
  );
}

type MemberTableProps = { members: Member[]; dead: string[]; mayManage: boolean };

function MemberTable({ members, dead, mayManage }: MemberTableProps) {
  const t = useTranslate();
  const title = t("agencies.members.caption");
  const columns: Column<Member>[] = [
    { key: "name", header: t("agencies.members.name"), rowHeader: true, render: (member) => <Person member={member} isDead={member.active && dead.includes(member.email.toLowerCase())} /> },
    { key: "role", header: t("agencies.fields.role"), render: (member) => t(`agencies.roles.${member.role}`) },
    { key: "unit", header: t("agencies.fields.unit"), render: (member) => <Unit member={member} mayManage={mayManage} /> },
    { key: "state", header: t("agencies.members.state"), render: (member) => <State active={member.active} /> },
  ];
  const removal: Column<Member> = {
    key: "remove",
    header: <span className="vh">{t("agencies.members.remove")}</span>,
    align: "end",
    tight: true,
    render: (member) => member.active && <Remove member={member} />,
  };
  return (
    <DataTable
      density="regular"
      caption={title}
      captionHidden
      cards
      scrollLabel={t("common.table.scroll", { name: title })}
      rows={members}
      rowKey={(member) => member.userId}
      isMuted={(member) => !member.active}
      columns={mayManage ? [...columns, removal] : columns}
    />
  );
}

function Person({ member, isDead }: { member: Member; isDead: boolean }) {
  return (
    <>
      {member.name}
      <CellNote>{member.email}</CellNote>
      <UndeliverableMark when={isDead} />
    </>
  );
}

function Unit({ member: { userId, unit, unitId, role, active }, mayManage }: { member: Member; mayManage: boolean }) {
  const t = useTranslate();
  const { units } = useLoaderData<typeof loader>();
  const own = units.find(({ id }) => id === unitId);
  const isOpen = mayManage && active && role === "writer" && (units.length > 0 || unitId !== null);
  return (
    <>
      {unit}
      {unitId !== null && <CellNote>{t("agencies.confinement.only", { unit: own?.name ?? t("agencies.confinement.elsewhere") })}</CellNote>}
      {isOpen && (
        <CellNote>
          <Link to={`${userId}/unit`}>{t("agencies.confinement.change")}</Link>
        </CellNote>
      )}
    </>
  );
}

function State({ active }: { active: boolean }) {
  const t = useTranslate();
  return active ? <Badge tone="ok">{t("agencies.members.active")}</Badge> : <Badge tone="open">{t("agencies.members.former")}</Badge>;
}

function Remove({ member: { userId, name } }: { member: Member }) {
  const t = useTranslate();
  return (
    <ConfirmDialog
      title={t("agencies.members.confirmRemove", { name })}
      trigger={{ variant: "quiet", dense: true, children: t("agencies.members.remove") }}
      confirm={t("agencies.members.remove")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action={`${userId}/removal`}
      danger
    >
      <p>{t("agencies.members.consequence")}</p>
    </ConfirmDialog>
  );
}

function Invite() {
  const t = useTranslate();
  const state = useFormState();
  const root = useRoot();
  const { units } = useLoaderData<typeof loader>();
  const role = (value: "writer" | "admin") => ({ value, label: t(`agencies.roles.${value}`), note: t(`agencies.members.roleNotes.${value}`) });
  return (
    <Panel title={t("agencies.members.invite")} id="invite">
      <KeptForm id="member" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={memberLabels(t)} />
        <RadioGroup
          name="role"
          label={t("agencies.fields.role")}
          error={state?.errors.role}
          defaultValue={typedText(state?.values, "role", "writer")}
          options={[role("writer"), role("admin")]}
        />
        <MemberFields state={state} unitHint={t("agencies.members.unitHint")} />
        <ConfinementField state={state} units={units.filter(({ closedAt }) => closedAt === null)} />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("agencies.members.submit")}
          </SubmitButton>
        </div>
      </KeptForm>
    </Panel>
  );
}
