import { createElement } from "react";
import { MinutesDocument, type MinutesProps } from "#app/features/ranking/components/minutes-document.tsx";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Locale } from "#app/lib/ctx.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";

export type MinutesOrder = Omit<MinutesProps, "t"> & { locale: Locale };

/** The berita acara as PDF. For a thread: that of a list of thousands takes seconds in which nobody else would be answered. */
export const printMinutes = ({ locale, ...facts }: MinutesOrder): Promise<Uint8Array> =>
  renderPdf(createElement(MinutesDocument, { ...facts, t: translators[locale] }));
