import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** A package from the peers' own folder, which a worker gets as its argument. */
export function loadPeer(name) {
  const place = createRequire(path.join(process.argv[2], "package.json")).resolve(name);
  return import(pathToFileURL(place).href);
}
