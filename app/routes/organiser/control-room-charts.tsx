import { BarChart } from "#app/components/bar-chart.tsx";
import { Funnel } from "#app/components/figure-tile.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { formatDeadline, formatInstant, formatNumber, formatPlainDay, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import type { ControlRoom } from "#app/routes/organiser/control-room-of.server.ts";
import { clusterName, linksTo, type Panel as PanelName } from "#app/routes/organiser/control-room-table.ts";
import { Link } from "@remix-run/react";

type Of<P extends PanelName> = Extract<ControlRoom["data"], { panel: P }>;

export function Charts({ room }: { room: ControlRoom }) {
  const { data } = room;
  if (data.panel === "funnel") return <FunnelCharts room={room} data={data} />;
  if (data.panel === "days") return <DaysChart data={data} />;
  if (data.panel === "curve") return <CurveChart room={room} data={data} />;
  if (data.panel === "queues") return <ForecastPanel room={room} data={data} />;
  return null;
}

function FunnelCharts({ room, data: { by, funnel } }: { room: ControlRoom; data: Of<"funnel"> }) {
  const t = useTranslate();
  const { stand, registered, agencies, clusters } = funnel;
  const links = linksTo(room.editionId, room.filter);
  const print = (value: number): string => formatNumber(t.locale, value);
  const share = (part: number, whole: number): string => formatShare(t.locale, whole === 0 ? 0 : Math.round((part * 100) / whole) * 100);
  const figure = (key: "atUnit" | "atAgency" | "submitted" | "passed") => ({
    key,
    label: t(`controlRoom.stands.${key}`),
    figure: (
      <Link to={links[key]} aria-label={`${t(`controlRoom.stands.${key}`)}: ${t("controlRoom.openList", { count: print(stand[key]) })}`}>
        {print(stand[key])}
      </Link>
    ),
    unit: key === "passed" ? t("controlRoom.shareSubmitted", { share: share(stand.passed, stand.submitted) }) : t("controlRoom.share", { share: share(stand[key], registered) }),
    share: registered === 0 ? 0 : stand[key] / registered,
  });
  const all = { key: "all", label: t("controlRoom.stands.registered"), figure: print(registered), unit: t("controlRoom.fromAgencies", { count: print(agencies) }), share: 1 };
  return (
    <Stack>
      <Funnel label={t("controlRoom.panels.funnel")} missingWord={t("common.none")} figures={[all, figure("atUnit"), figure("atAgency"), figure("submitted"), figure("passed")]} />
      <p className="faint">{t("controlRoom.funnelNote")}</p>
      {clusters.length > 0 && (
        <Panel title={t("controlRoom.clusterChart", { by: t(`controlRoom.byDimension.${by}`).toLowerCase() })}>
          <BarChart
            title={t("controlRoom.chartOf", { title: t("controlRoom.clusterChart", { by: t(`controlRoom.byDimension.${by}`).toLowerCase() }) })}
            desc={t("controlRoom.clusterDesc")}
            form="rows"
            series={[
              { key: "drafts", label: t("controlRoom.stands.drafts"), look: "hatch" },
              { key: "submitted", label: t("controlRoom.stands.submitted"), look: "outline" },
              { key: "passed", label: t("controlRoom.stands.passed"), look: "fill" },
            ]}
            rows={clusters.map((row) => ({ key: row.key, label: shortened(clusterName(t, room, { by, key: row.key })), values: [row.atUnit + row.atAgency, row.submitted, row.passed] }))}
            format={print}
            missingWord={t("common.none")}
            table={{ head: t(`controlRoom.byDimension.${by}`), label: t("controlRoom.chartTable"), place: "folded" }}
          />
        </Panel>
      )}
    </Stack>
  );
}

/** Names of provinces and categories are longer than the room beside a bar; the table has them whole. */
const shortened = (name: string): string => {
  const short = name.replace(/^Pemerintah (Provinsi )?/, "");
  return short.length > 26 ? `${short.slice(0, 25)}…` : short;
};

function DaysChart({ data: { days } }: { data: Of<"days"> }) {
  const t = useTranslate();
  if (days.length === 0) return null;
  const looks = { created: "thin", handed: "dotted", submitted: "solid", passed: "dashed" } as const;
  const step = Math.max(1, Math.ceil(days.length / 6));
  return (
    <Panel title={t("controlRoom.daysTitle")}>
      <LineChart
        title={t("controlRoom.chartOf", { title: t("controlRoom.daysTitle") })}
        desc={t("controlRoom.daysDesc")}
        lines={(["created", "handed", "submitted", "passed"] as const).map((key) => ({ key, label: t(`controlRoom.total.${key}`), look: looks[key], points: days.map(({ total }, x) => ({ x, y: total[key] })) }))}
        ticks={days.flatMap(({ day }, x) => (x % step === 0 ? [{ x, label: formatPlainDay(t.locale, day).split(" ").slice(0, 2).join(" ") }] : []))}
        format={(value) => formatNumber(t.locale, value)}
        source={t("controlRoom.daysNote")}
      />
    </Panel>
  );
}

function CurveChart({ room, data: { curve } }: { room: ControlRoom; data: Of<"curve"> }) {
  const t = useTranslate();
  const print = (value: number): string => formatNumber(t.locale, value);
  if (curve.closesAt === null) return <Notice tone="info">{t("controlRoom.noClose")}</Notice>;
  const from = Math.min(-24, curve.own[0]?.hours ?? 0, curve.earlier?.points[0]?.hours ?? 0);
  const step = Math.max(1, Math.ceil(-from / 24 / 6));
  const ticks = Array.from({ length: Math.floor(-from / 24 / step) }, (_, index) => (index + 1) * step).map((days) => ({ x: -days * 24, label: t("controlRoom.beforeDays", { days: -days }) }));
  return (
    <Panel title={t("controlRoom.curveTitle")} aside={t("controlRoom.closesAt", { time: formatDeadline(t.locale, curve.closesAt, room.zone) })}>
      <Stack gap="small">
        <p>
          {t("controlRoom.soFar", { total: print(curve.total), lastDay: print(curve.lastDay) })} {curve.expected !== null && t("controlRoom.expected", { total: print(curve.expected) })}
        </p>
        {curve.earlier === null && curve.choices.length === 0 && <p className="faint">{t("controlRoom.noEarlier")}</p>}
        <LineChart
          title={t("controlRoom.chartOf", { title: t("controlRoom.curveTitle") })}
          desc={t("controlRoom.curveDesc")}
          lines={[
            { key: "own", label: t("controlRoom.stands.submitted"), look: "solid", points: curve.own.map(({ hours, total }) => ({ x: hours, y: total })) },
            ...(curve.earlier ? [{ key: "earlier", label: inLocale(t.locale, curve.earlier.name), look: "dashed" as const, points: curve.earlier.points.map(({ hours, total }) => ({ x: hours, y: total })) }] : []),
          ]}
          marks={onScale(curve).map(({ year, hours, total }) => ({ key: `${year} ${hours ?? ""}`, x: hours ?? 0, y: total, label: t("controlRoom.archivePoint", { year: String(year) }) }))}
          ticks={ticks}
          edge={{ x: 0, label: t("controlRoom.close") }}
          format={print}
          source={curve.published.length > 0 && <Published curve={curve} />}
        />
      </Stack>
    </Panel>
  );
}

type Curve = Of<"curve">["curve"];

/** Published figures are of a whole country: beside an earlier edition those that would flatten the lines are only said. */
function onScale({ own, earlier, published }: Curve): Curve["published"] {
  if (!earlier) return published;
  const highest = Math.max(own.at(-1)?.total ?? 0, earlier.points.at(-1)?.total ?? 0);
  return published.filter(({ total }) => total <= 2 * highest);
}

function Published({ curve }: { curve: Curve }) {
  const t = useTranslate();
  return (
    <>
      <p>{`${t("controlRoom.archiveSource")} ${onScale(curve).length < curve.published.length ? t("controlRoom.archiveOffScale") : ""}`}</p>
      <ul>
        {curve.published.map(({ year, hours, total, source }) => (
          <li key={`${year} ${hours ?? ""}`}>
            {t("controlRoom.archiveItem", {
              ...{ year: String(year), total: formatNumber(t.locale, total) },
              when: hours === null ? t("controlRoom.archiveAtClose") : t("controlRoom.archiveHours", { hours: -hours }),
            })}{" "}
            <Sources of={source} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where a figure was published: an address as a link named by its site, anything else as it is. */
function Sources({ of }: { of: string }) {
  return of.split(/\s+;\s+/).map((one, index) => (
    <span key={one}>
      {index > 0 && "; "}
      {URL.canParse(one) ? <a href={one}>{new URL(one).hostname.replace(/^www\./, "")}</a> : one}
    </span>
  ));
}

function ForecastPanel({ room, data: { waiting } }: { room: ControlRoom; data: Of<"queues"> }) {
  const t = useTranslate();
  const { forecast, closesAt, zone } = waiting;
  const left = formatNumber(t.locale, forecast.left);
  const { finishAt, perDay } = forecast;
  const late = finishAt !== null && closesAt !== null && finishAt >= closesAt;
  return (
    <Panel title={t("controlRoom.forecast")}>
      <Stack gap="small">
        {forecast.left === 0 && <p>{t("controlRoom.forecastDone")}</p>}
        {forecast.left > 0 && finishAt === null && <p>{t("controlRoom.forecastNone", { left })}</p>}
        {forecast.left > 0 && finishAt !== null && (
          <p>
            {t("controlRoom.forecastAt", { left, perDay: formatNumber(t.locale, perDay), time: formatInstant(t.locale, finishAt, zone) })}{" "}
            {closesAt !== null && t(late ? "controlRoom.forecastLate" : "controlRoom.forecastInTime", { time: formatDeadline(t.locale, closesAt, room.zone) })}
          </p>
        )}
        <p className="faint">{t("controlRoom.forecastRule")}</p>
        <p className="faint">{t("controlRoom.queueFilter")}</p>
      </Stack>
    </Panel>
  );
}
