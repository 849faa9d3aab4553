import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Secrets the app cannot do without, and how each is made. */
const SECRETS = {
  NEXTAUTH_SECRET: () => randomBytes(48).toString("base64url"),
  // Next asks for exactly 32 bytes in base64.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
  APP_RT_PASSWORD: () => randomBytes(24).toString("base64url"),
  APP_AUTH_PASSWORD: () => randomBytes(24).toString("base64url"),
};

/** Lines NAME=value, quotes optional, # for comments. */
export function parseSettings(text) {
  const settings = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) continue;
    const [, name, raw] = match;
    const quoted = /^(["'])(.*)\1$/.exec(raw);
    settings[name] = quoted ? quoted[2] : raw.replace(/\s+#.*$/, "");
  }
  return settings;
}

/**
 * The settings of .env.local under those of the environment; secrets that neither has are made and kept in the file,
 * readable only by its owner. An empty variable of the environment switches a setting of the file off.
 * @param {string} root
 * @param {Record<string, string | undefined>} [environment]
 * @returns {Record<string, string | undefined>}
 */
export function loadSettings(root, environment = process.env) {
  const file = path.join(root, ".env.local");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const settings = { ...parseSettings(text), ...environment };
  const missing = Object.keys(SECRETS).filter((name) => !settings[name]);
  if (missing.length > 0) {
    const made = missing.map((name) => [name, SECRETS[name]()]);
    const before = text === "" ? "# Made by npm start. Keep it secret, keep it with your backups.\n" : text.replace(/\n?$/, "\n");
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, before + made.map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
    renameSync(partial, file);
    Object.assign(settings, Object.fromEntries(made));
  }
  if (existsSync(file)) chmodSync(file, 0o600);
  return settings;
}
