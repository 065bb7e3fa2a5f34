import { describe, expect, it } from "vitest";
import {
  checkAttendance,
  checkConfirmation,
  dayToShow,
  firstFit,
  sessionStarts,
  slotState,
  splitOverPanels,
  workingDays,
} from "#app/features/interviews/rules.ts";
import type { PanelId, PlannedSlot, ScheduleRequest } from "#app/features/interviews/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { seededRandom } from "#app/lib/random.ts";
import { dayOfInstant, localOfInstant } from "#app/lib/zones.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";

const minute = 60_000;
const panel = (index: number): PanelId => `pnl_${index}` as PanelId;
const entry = (index: number, ...blocked: PanelId[]) => ({ proposalId: `prop_${index}` as Id<"proposal">, blocked: new Set(blocked) });

/** Thursday 4 June to Tuesday 9 June 2026, WIB. */
const window = { opensAt: Date.UTC(2026, 5, 3, 17), closesAt: Date.UTC(2026, 5, 9, 17) };
const request = (change: Partial<ScheduleRequest>): ScheduleRequest => ({
  entries: [entry(1)],
  panels: [panel(1)],
  window,
  zone: "Asia/Jakarta",
  hours: [
    ["09:00", "10:00"],
    ["13:00", "14:00"],
  ],
  minutes: 20,
  bufferMinutes: 10,
  perDay: 4,
  taken: [],
  ...change,
});
const said = (slots: PlannedSlot[], zone = "Asia/Jakarta"): string[] => slots.map((slot) => localOfInstant(zone, slot.startsAt));

describe("the calendar", () => {
  it("knows the working days of the zone inside a window and leaves the weekend out", () => {
    expect(workingDays(window, "Asia/Jakarta")).toEqual(["2026-06-04", "2026-06-05", "2026-06-08", "2026-06-09"]);
  });

  it("takes the zone's own days: an instant on Sunday in Jakarta is Monday in Jayapura", () => {
    const hour = { opensAt: Date.UTC(2026, 5, 7, 15, 30), closesAt: Date.UTC(2026, 5, 7, 16) };
    expect([workingDays(hour, "Asia/Jakarta"), workingDays(hour, "Asia/Jayapura")]).toEqual([[], ["2026-06-08"]]);
  });

  it("starts a session wherever it fits whole into the hours, with the buffer between", () => {
    const starts = sessionStarts("2026-06-04", request({ hours: [["09:00", "10:19"], ["13:00", "13:20"]] }));
    expect(starts.map((at) => localOfInstant("Asia/Jakarta", at).slice(11))).toEqual(["09:00", "09:30", "13:00"]);
  });

  it("starts none before the window opens or ending after it closes", () => {
    const narrow = { opensAt: Date.UTC(2026, 5, 4, 2, 1), closesAt: Date.UTC(2026, 5, 4, 6, 20) };
    const starts = sessionStarts("2026-06-04", request({ window: narrow }));
    expect(starts.map((at) => localOfInstant("Asia/Jakarta", at).slice(11))).toEqual(["09:30", "13:00"]);
  });
});

describe("first fit", () => {
  it("gives each entry in turn the earliest free session, panels side by side", () => {
    const slots = firstFit(request({ entries: [entry(1), entry(2), entry(3)], panels: [panel(1), panel(2)] }));
    expect(slots.map((slot) => [slot.proposalId, slot.panelId])).toEqual([
      ["prop_1", "pnl_1"],
      ["prop_2", "pnl_2"],
      ["prop_3", "pnl_1"],
    ]);
    expect(said(slots)).toEqual(["2026-06-04T09:00", "2026-06-04T09:00", "2026-06-04T09:30"]);
  });

  it("sends an entry to another panel when one may not hear it, and gives the hour to the next", () => {
    const slots = firstFit(request({ entries: [entry(1, panel(1)), entry(2)], panels: [panel(1), panel(2)] }));
    expect(slots.map((slot) => slot.panelId)).toEqual(["pnl_2", "pnl_1"]);
  });

  it("keeps a panel to its sessions a day, those that stand counted", () => {
    const taken = [{ panelId: panel(1), startsAt: Date.UTC(2026, 5, 4, 2), endsAt: Date.UTC(2026, 5, 4, 2, 20) }];
    const slots = firstFit(request({ entries: [entry(1), entry(2)], perDay: 2, taken }));
    expect(said(slots)).toEqual(["2026-06-04T09:30", "2026-06-05T09:00"]);
  });

  it("names how many find no room", () => {
    const entries = Array.from({ length: 10 }, (_, index) => entry(index));
    expect(() => firstFit(request({ entries, perDay: 2 }))).toThrow(
      expect.objectContaining({ code: "interviews.notEnoughRoom", params: { missing: 2 } }),
    );
  });

  it("names how many no panel may hear", () => {
    const entries = [entry(1, panel(1)), entry(2)];
    expect(() => firstFit(request({ entries }))).toThrow(
      expect.objectContaining({ code: "interviews.noPanelFree", params: { count: 1 } }),
    );
  });

  it("serves the real year: 114 entries of 20 minutes, nine a day, in 13 working days", () => {
    const days = { opensAt: Date.UTC(2022, 5, 23, 17), closesAt: Date.UTC(2022, 6, 12, 17) };
    const entries = Array.from({ length: 114 }, (_, index) => entry(index));
    const slots = firstFit(request({ entries, window: days, perDay: 9, hours: [["09:00", "14:20"]] }));
    expect(new Set(slots.map((slot) => dayOfInstant("Asia/Jakarta", slot.startsAt))).size).toBe(13);
  });
});

describe("whatever is asked of first fit", () => {
  const zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];
  const random = seededRandom(11);
  const pick = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const cases = Array.from({ length: 60 }, (_, index) => {
    const panels = Array.from({ length: pick(1, 3) }, (_, at) => panel(at));
    const zone = zones[index % 3] as string;
    const entries = Array.from({ length: pick(1, 20) }, (_, at) => entry(at, ...panels.slice(1).filter(() => random() < 0.3)));
    return request({ zone, panels, entries, minutes: pick(10, 30), bufferMinutes: pick(0, 15), perDay: pick(1, 5), window: { ...window, closesAt: window.closesAt + pick(0, 40) * 86_400_000 } });
  });
  const solved = cases.flatMap((asked) => {
    try {
      return [{ asked, slots: firstFit(asked) }];
    } catch (error) {
      expect((error as { code: string }).code).toBe("interviews.notEnoughRoom");
      return [];
    }
  });

  it("is mostly solved, so that the next rules say something", () => {
    expect(solved.length).toBeGreaterThan(40);
  });

  it("every entry has one session, before a panel that may hear it", () => {
    for (const { asked, slots } of solved) {
      expect(slots.map((slot) => slot.proposalId)).toEqual(asked.entries.map((one) => one.proposalId));
      for (const [index, slot] of slots.entries()) expect(asked.entries[index]?.blocked.has(slot.panelId)).toBe(false);
    }
  });

  it("no two sessions of a panel come closer than the buffer", () => {
    for (const { asked, slots } of solved) {
      for (const panelId of asked.panels) {
        const own = slots.filter((slot) => slot.panelId === panelId).toSorted((a, b) => a.startsAt - b.startsAt);
        for (const [index, slot] of own.entries()) {
          const next = own[index + 1];
          if (next) expect(next.startsAt - slot.endsAt).toBeGreaterThanOrEqual(asked.bufferMinutes * minute);
        }
      }
    }
  });

  it("no panel sits more than its sessions a day, on a weekend, or outside the hours of the zone and the window", () => {
    for (const { asked, slots } of solved) {
      const perDay = new Map<string, number>();
      for (const slot of slots) {
        const [day, start] = localOfInstant(asked.zone, slot.startsAt).split("T") as [string, string];
        const end = localOfInstant(asked.zone, slot.endsAt).slice(11);
        perDay.set(`${slot.panelId} ${day}`, (perDay.get(`${slot.panelId} ${day}`) ?? 0) + 1);
        expect(["0", "6"]).not.toContain(String(new Date(`${day}T00:00:00Z`).getUTCDay()));
        expect(asked.hours.some(([from, to]) => from <= start && end <= to)).toBe(true);
        expect(asked.window.opensAt <= slot.startsAt && slot.endsAt <= asked.window.closesAt).toBe(true);
        expect(slot.endsAt - slot.startsAt).toBe(asked.minutes * minute);
      }
      expect(Math.max(...perDay.values())).toBeLessThanOrEqual(asked.perDay);
    }
  });
});

describe("panels", () => {
  it("are dealt out in turn, so that sizes differ by one at most", () => {
    expect(splitOverPanels(["a", "b", "c", "d", "e"], 2)).toEqual([["a", "c", "e"], ["b", "d"]]);
  });

  it("are refused when one would stay empty", () => {
    expect(refusalOf(() => splitOverPanels(["a"], 2))).toBe("interviews.notEnoughJurors");
  });
});

describe("deadlines of a session", () => {
  const startsAt = Date.UTC(2026, 5, 4, 2);
  const at = (now: number) => ({ now, zone: "Asia/Makassar" });

  it("can be confirmed until 24 hours before, to the millisecond", () => {
    const until = startsAt - 24 * 60 * minute;
    expect(refusalOf(() => checkConfirmation({ startsAt }, 24, at(until - 1)))).toBe("done");
    expect(refusalOf(() => checkConfirmation({ startsAt }, 24, at(until)))).toBe("interviews.confirmTooLate");
  });

  it("has its attendance noted from its first millisecond on", () => {
    expect(refusalOf(() => checkAttendance({ startsAt }, at(startsAt - 1)))).toBe("interviews.notBegun");
    expect(refusalOf(() => checkAttendance({ startsAt }, at(startsAt)))).toBe("done");
  });
});

describe("the state of a session", () => {
  const slot = { endsAt: 200, confirmUntil: 100, confirmedAt: null as number | null };

  it.each([
    [99, null, "waiting"],
    [100, null, "missed"],
    [199, null, "missed"],
    [200, null, "held"],
    [99, 50, "confirmed"],
    [199, 50, "confirmed"],
    [200, 50, "held"],
  ] as const)("at %i, confirmed at %s, is %s", (now, confirmedAt, state) => {
    expect(slotState({ ...slot, confirmedAt }, now)).toBe(state);
  });
});

describe("the day a calendar opens on", () => {
  const days = ["2026-06-01", "2026-06-02", "2026-06-05"];

  it.each([
    ["2026-05-30", null, "2026-06-01"],
    ["2026-06-02", null, "2026-06-02"],
    ["2026-06-03", null, "2026-06-05"],
    ["2026-06-06", null, "2026-06-05"],
    ["2026-06-01", "2026-06-05", "2026-06-05"],
    ["2026-06-01", "2026-06-04", "2026-06-01"],
  ])("on %s, asked for %s, is %s", (today, asked, day) => {
    expect(dayToShow(days, today, asked)).toBe(day);
  });

  it("is none of an empty calendar", () => {
    expect(dayToShow([], "2026-06-01", null)).toBe(null);
  });
});
