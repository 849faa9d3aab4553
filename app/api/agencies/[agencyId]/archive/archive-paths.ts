/** Not allowed in names on one system or another, or invisible. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu;
const LONGEST = 100;
/** Windows reserves these as names of devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that every system can store, as close to the one given as it gets. */
export function safeName(name: string): string {
  const shown = name.toWellFormed().normalize("NFC").replace(UNSAFE, " ").replace(/(^|\s)\.+/g, " ").replace(/\s+/g, " ").trim();
  const [, stem = "", ending = ""] = /^(.*?)(\.[\w]{1,10})?$/u.exec(shown.replace(/\.+$/, "")) ?? [];
  const kept = [...stem].slice(0, LONGEST).join("").trim();
  return `${RESERVED.test(kept) ? `${kept}_` : kept || "unnamed"}${ending}`;
}

/** Hands out paths of which no two are the same on any system, capital letters or not. */
export function archivePaths() {
  const taken = new Set<string>();
  return {
    take(folder: string, name: string): string {
      const safe = safeName(name);
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
