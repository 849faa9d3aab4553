import { z } from "zod";

/**
 * Every setting the running app reads, in one place (lint forbids `process.env` elsewhere).
 * `npm start` supplies what is missing; README lists them with their meanings.
 */
const envSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  /** The role app_rt: owns nothing, bound by row level security. */
  DATABASE_RUNTIME_URL: z.url(),
  /** For the one connection that listens for notifications, where DATABASE_RUNTIME_URL goes through a pooler that can't. */
  DATABASE_LISTEN_URL: z.url().optional(),
  /** The role app_auth: identity tables only. */
  DATABASE_AUTH_URL: z.url(),
  /** Where people reach the app; used in emailed links. No trailing slash. */
  APP_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  NEXTAUTH_SECRET: z.string().min(32),
  /** smtp:// or smtps:// address; without it mail stays in the outbox page (embedded database only). */
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default("PS-COPE Workbook <no-reply@localhost>"),
  /** How long what people are told of (mentions, assignments) is gathered into one letter, in minutes; 0 sends none. */
  MENTION_MAIL_MINUTES: z.coerce.number().int().min(0).max(1440).default(5),
  /** "closed": only invited people can make an account. */
  SIGN_UP: z.enum(["open", "closed"]).default("open"),
  /** A folder with privacy.md, terms.md, help.md and contact.md (or .txt) in the operator's own words; what is missing there is the workbook's. */
  SITE_WORDS: z.string().optional(),
  /** Set by `npm start` when it runs its own PostgreSQL: allows the outbox page and the sample agency. */
  EMBEDDED_DATABASE: z.stringbool().default(false),
  /** How many proxies in front of the app append to X-Forwarded-For; 0 ignores the header. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** Database connections each of the three pools may open. */
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  /** Address of an S3-compatible bucket for the files on answers, the bucket's name included; without it they lie in the database. */
  EVIDENCE_BUCKET_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")).optional(),
  EVIDENCE_BUCKET_REGION: z.string().default("us-east-1"),
  EVIDENCE_BUCKET_KEY: z.string().optional(),
  EVIDENCE_BUCKET_SECRET: z.string().optional(),
}).refine((given) => !given.EVIDENCE_BUCKET_URL || (given.EVIDENCE_BUCKET_KEY && given.EVIDENCE_BUCKET_SECRET), {
  path: ["EVIDENCE_BUCKET_URL"],
  message: "takes EVIDENCE_BUCKET_KEY and EVIDENCE_BUCKET_SECRET with it",
});

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** @throws when a setting is missing or malformed, naming each one. */
export function env(): Env {
  if (parsed) return parsed;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = envSchema.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Settings are missing or wrong:\n${problems.join("\n")}`);
  }
  parsed = result.data;
  // next-auth reads its own variable; one setting is enough for people to get right.
  process.env.NEXTAUTH_URL = parsed.APP_URL;
  return parsed;
}
