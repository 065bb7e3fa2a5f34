import { Badge, type Tone } from "#app/components/badge.tsx";
import type { AnnouncementStatus } from "#app/features/proposals/announcements/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

const tones: Record<AnnouncementStatus, Tone> = { draft: "open", scheduled: "info", sending: "warn", sent: "ok", retracted: "stop" };

export function AnnouncementState({ status }: { status: AnnouncementStatus }) {
  const t = useTranslate();
  return <Badge tone={tones[status]}>{t(`communications.announcements.statuses.${status}`)}</Badge>;
}
