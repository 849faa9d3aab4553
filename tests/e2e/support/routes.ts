import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const APP = fileURLToPath(new URL("../../../app", import.meta.url));

/** Address patterns of every `page.tsx` or `route.ts` in app/, such as "/teams/[teamId]/people". */
export function listRoutes(file: "page.tsx" | "route.ts"): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .map((found) => found.split(path.sep))
    .filter((parts) => parts.at(-1) === file)
    .map((parts) => `/${parts.slice(0, -1).filter((part) => !/^\(.*\)$/.test(part)).join("/")}`)
    .sort();
}

/** The address with its [parameters] filled in. */
export function fillRoute(pattern: string, parameters: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_all, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`No value for ${name} in ${pattern}`);
    return String(value);
  });
}
