import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { clamavUrl } from "#app/lib/files/virus-scanner.server.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const yesNo = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");

/** Every setting of the environment, with its safe default. The README's table is checked against this schema by a test. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  PORT: port.default(3000),
  HOST: z.string().default("localhost"),
  BASE_URL: z.url().optional(),
  DATA_DIR: z.string().default("data"),
  AUDIT_KEY: z.string().optional(),
  DEMO: yesNo.default(false),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(8).default(0),
  MAX_UPLOAD_MB: z.coerce.number().min(1).max(200).default(25),
  S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  CLAMAV_URL: clamavUrl.optional(),
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
  SECOND_FACTOR: z.enum(["optional", "staff"]).default("optional"),
  SMTP_URL: z.string().startsWith("smtp").optional(),
  MAIL_FROM: z.string().default("Anugerah <no-reply@localhost>"),
  MAIL_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(120),
  MEETING_BASE_URL: z.url().default("https://meet.jit.si"),
});

export type Config = {
  environment: "development" | "test" | "production";
  port: number;
  host: string;
  baseUrl: string;
  dataDir: string;
  databaseFile: string;
  filesDir: string;
  /** What is still arriving. */
  uploadsDir: string;
  /** Bucket in which files are kept instead of the disk. */
  s3Url: string | null;
  clamavUrl: string | null;
  keysDir: string;
  /** PEM file of the key that signs the log, where it is kept apart from the others. */
  auditKey: string | null;
  /** Demo data and its passwords, the mailbox page and the movable clock exist only here. */
  demo: boolean;
  logLevel: string;
  /** Processes that serve the site; each has its own thread of work and they share the database. */
  webProcesses: number;
  trustProxy: number;
  maxUploadBytes: number;
  sessionMs: number;
  /** `staff`: organisers, signatories and system admins set up a second factor before anything else. */
  secondFactor: "optional" | "staff";
  smtpUrl: string | null;
  mailFrom: string;
  mailPerMinute: number;
  meetingBaseUrl: string;
};

/**
 * Parses the environment at boot. Throws one sentence a faulty variable, so that a wrong setting stops the start and not a
 * deadline night.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const known = Object.fromEntries(Object.keys(environmentSchema.shape).map((key) => [key, env[key] || undefined]));
  const parsed = environmentSchema.safeParse(known);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not valid.\n${faults.join("\n")}`);
  }
  const value = parsed.data;
  const dataDir = resolve(value.DATA_DIR);
  return {
    environment: value.NODE_ENV,
    port: value.PORT,
    host: value.HOST,
    baseUrl: (value.BASE_URL ?? `http://${value.HOST}:${value.PORT}`).replace(/\/$/, ""),
    dataDir,
    databaseFile: resolve(dataDir, "anugerah.db"),
    filesDir: resolve(dataDir, "files"),
    uploadsDir: resolve(dataDir, "uploads"),
    s3Url: value.S3_URL ?? null,
    clamavUrl: value.CLAMAV_URL ?? null,
    keysDir: resolve(dataDir, "keys"),
    auditKey: value.AUDIT_KEY === undefined ? null : resolve(value.AUDIT_KEY),
    demo: value.DEMO,
    logLevel: value.LOG_LEVEL,
    webProcesses: value.WEB_PROCESSES ?? (value.DEMO ? 1 : Math.min(4, availableParallelism())),
    trustProxy: value.TRUST_PROXY,
    maxUploadBytes: value.MAX_UPLOAD_MB * 1024 * 1024,
    sessionMs: value.SESSION_HOURS * 3_600_000,
    secondFactor: value.SECOND_FACTOR,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    mailPerMinute: value.MAIL_PER_MINUTE,
    meetingBaseUrl: value.MEETING_BASE_URL.replace(/\/$/, ""),
  };
}
