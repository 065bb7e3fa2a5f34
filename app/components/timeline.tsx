import type { CSSProperties, ReactNode } from "react";
import { Petal } from "#app/components/petal.tsx";
import { currentStage, stageFill, type StageState, stageState, type StageWindow, stageWidths } from "#app/components/timeline-shape.ts";

/** `dates` is printed by the caller, with its zone where an hour is named. */
export type TimelineStage = StageWindow & { key: string; name: string; dates: string };

export type TimelineWords = { label: string; done: string; running: string; toCome: string };

type TimelineProps = {
  stages: readonly TimelineStage[];
  /** The server's instant. */
  now: number;
  words: TimelineWords;
  /** `chain` lies and falls upright where it is narrow; `vertical` always stands. */
  form?: "chain" | "vertical";
  /** On the dark band of the front page. */
  band?: boolean;
};

/** The stages of an edition as a chain of petals: full when done, filled up to now while running, empty to come. */
export function Timeline({ stages, now, words, form = "chain", band = false }: TimelineProps) {
  const widths = stageWidths(stages);
  return (
    <ol className={["tl", `tl--${form}`, band && "tl--band"].filter(Boolean).join(" ")} aria-label={words.label}>
      {stages.map((stage, index) => {
        const state = stageState(stage, now);
        return (
          <li key={stage.key} className="tl__stage" data-s={state} style={wide(widths[index])} aria-current={state === "running" ? "step" : undefined}>
            <Petal state={state} fill={stageFill(stage, now)} />
            <div className="tl__body">
              <span className="tl__name">{stage.name}</span>
              <span className="tl__date">{stage.dates}</span>
              <span className={state === "running" ? "tl__now" : "vh"}>{words[state]}</span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type StripProps = {
  stages: readonly StageWindow[];
  now: number;
  /** "Tahap 3 dari 8." given the place counted from 1. */
  position: (index: number, count: number) => string;
  /** "<b>Pendaftaran</b> sampai Kamis, 16 April 2026 pukul 23.59 WIB": the name stands in <b>. */
  current: ReactNode;
  /** "Berikutnya: Seleksi administrasi, 17 April" */
  next?: ReactNode;
};

/** The same chain one line high, for the head of every working page. The words beside it say all that the petals show. */
export function TimelineStrip({ stages, now, position, current, next }: StripProps) {
  return (
    <div className="strip">
      <div className="tl tl--strip" aria-hidden="true">
        {stages.map((stage, index) => (
          <span key={index} className="tl__stage">
            <Petal state={stageState(stage, now)} fill={stageFill(stage, now)} />
          </span>
        ))}
      </div>
      <p className="strip__now">
        <span className="faint">{position(currentStage(stages, now) + 1, stages.length)}</span> {current}
      </p>
      {next && <p className="strip__next">{next}</p>}
    </div>
  );
}

export type PetalStep = { key: string; label: ReactNode; state: StageState; fill?: number; stateWord: string };

/** The small form: where one thing stands on a short way, or the parts of an hour. */
export function PetalSteps({ label, labelHidden, steps }: { label: string; labelHidden?: boolean; steps: readonly PetalStep[] }) {
  return (
    <div className="pos">
      <p className={labelHidden ? "vh" : "label"} aria-hidden="true">
        {label}
      </p>
      <ol className="pos__steps" aria-label={label}>
        {steps.map((step) => (
          <li key={step.key} data-s={step.state} aria-current={step.state === "running" ? "step" : undefined}>
            <Petal state={step.state} fill={step.fill ?? (step.state === "toCome" ? 0 : 1)} />
            <span>{step.label}</span>
            <span className="vh">, {step.stateWord}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const wide = (width: number | undefined) => ({ "--w": width ?? 1 }) as CSSProperties;
