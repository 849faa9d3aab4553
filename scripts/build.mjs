import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadSettings } from "./lib/settings.mjs";
import { ensureBuilt, ensureGenerated } from "./lib/sources.mjs";

// For images and release machines: everything `npm start` would make, without a database.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
await ensureGenerated(root);
await ensureBuilt(root, loadSettings(root));
