import { readFileSync } from "node:fs";
import path from "node:path";
import { CHECKOUT } from "@/tests/support/e2e-app";

interface ActionManifest {
  readonly node: Readonly<Record<string, { readonly exportedName: string; readonly filename: string }>>;
}

/** Every server action of the build that runs: each can be posted to by anyone who knows its id. */
export function listActions(): { id: string; name: string }[] {
  const file = path.join(CHECKOUT, process.env.NEXT_DIST_DIR ?? ".next", "server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as ActionManifest;
  return Object.entries(node).map(([id, { exportedName }]) => ({ id, name: exportedName }));
}
