import filenamify from "filenamify";

/** Hands out paths of which no two are the same on any system, capital letters or not. */
export function archivePaths() {
  const taken = new Set<string>();
  return {
    take(folder: string, name: string): string {
      const safe = filenamify(name.toWellFormed(), { replacement: "_" });
      const dot = safe.lastIndexOf(".");
      const [stem, ending] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ""];
      const start = folder === "" ? "" : `${folder}/`;
      for (let copy = 1; ; copy++) {
        const path = `${start}${copy === 1 ? safe : `${stem} (${copy})${ending}`}`;
        if (taken.has(path.toLowerCase())) continue;
        taken.add(path.toLowerCase());
        return path;
      }
    },
  };
}
