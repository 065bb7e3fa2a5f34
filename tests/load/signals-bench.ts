import { assessorSignals, falseAlarms } from "#app/features/scoring/signals/rules.ts";
import { type Signal, signals } from "#app/features/scoring/signals/types.ts";
import { simulate, type Strange } from "#tests/features/scoring/signals/years.ts";

const size = { entries: 3_156, assessors: 80, readers: 3 };
const years = 50;

const kinds: [Strange, Signal][] = [
  ["harsh", "severity"],
  ["lazy", "identical"],
  ["biased", "bias"],
  ["copying", "copying"],
  ["drifting", "drift"],
  ["halo", "halo"],
  ["fast", "speed"],
];

/** How often each alarm rings of ordinary assessors, and how often of one who is strange, in simulated years of full size. */
export function benchSignals(): void {
  const rung = new Map<Signal, number>();
  const started = performance.now();
  for (let seed = 1; seed <= years; seed += 1) {
    for (const { alarms } of assessorSignals(simulate({ ...size, seed }))) for (const { signal } of alarms) rung.set(signal, (rung.get(signal) ?? 0) + 1);
  }
  const seconds = (performance.now() - started) / 1000 / years;
  say(`${size.entries} entries x ${size.assessors} assessors x ${size.readers}: ${seconds.toFixed(2)} s a year, made and judged`);
  for (const signal of signals) say(`${signal.padEnd(10)} false alarms ${(((rung.get(signal) ?? 0) / (years * size.assessors)) * 100).toFixed(2)} %, stated ${(falseAlarms[signal] * 100).toFixed(2)} %`);
  for (const [kind, signal] of kinds) {
    const found = Array.from({ length: 10 }, (_, at) => assessorSignals(simulate({ ...size, seed: 100 + at, strange: { 7: kind } })));
    const hits = found.filter((year) => year.find(({ assessor }) => assessor === "E007")?.alarms.some((alarm) => alarm.signal === signal)).length;
    say(`${kind.padEnd(10)} found by ${signal} in ${hits} of 10 years`);
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
