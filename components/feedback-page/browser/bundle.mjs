import { build } from "esbuild";
import path from "node:path";
import { fileURLToPath } from "node:url";

// The scripts of public forms, each one small file for an old phone: a phone that can't read one goes without it.
const here = path.dirname(fileURLToPath(import.meta.url));

await build({
  entryPoints: { form: path.join(here, "send-once.ts"), hints: path.join(here, "hints.ts"), proof: path.join(here, "proof.ts") },
  outdir: path.join(here, "../../../public/feedback/script"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2017",
  legalComments: "none",
  // Hints look behind in texts, which older phones can't; there that script ends by itself.
  logOverride: { "unsupported-regexp": "silent" },
});
