import "server-only";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/platform/env";
import { DEFAULT_WORDS } from "./default-words";
import { type Passage, readPassages } from "./passages";

/** The pages that whoever runs the site can put into their own words, each a text file of that name. */
export const SITE_PAGES = ["privacy", "terms", "help", "contact"] as const;
export type SitePage = (typeof SITE_PAGES)[number];

/** A page people read, not a book. */
export const WORDS_MAX_BYTES = 64 * 1024;

/** The operator's words where there are any, else the workbook's. A file that can't be read is a line in the log, not a broken page. */
export async function getSiteWords(page: SitePage): Promise<{ readonly passages: readonly Passage[]; readonly isOperators: boolean }> {
  const own = await readOperatorWords(page);
  return { passages: readPassages(own ?? DEFAULT_WORDS[page]), isOperators: own !== null };
}

async function readOperatorWords(page: SitePage): Promise<string | null> {
  const folder = env().SITE_WORDS;
  if (folder === undefined) return null;
  for (const ending of ["md", "txt"]) {
    const text = await readWords(path.resolve(folder, `${page}.${ending}`));
    if (text !== null) return text;
  }
  return null;
}

async function readWords(file: string): Promise<string | null> {
  try {
    const { size } = await stat(file);
    if (size > WORDS_MAX_BYTES) {
      console.error(`${file} holds more than ${WORDS_MAX_BYTES} bytes, so it is not shown.`);
      return null;
    }
    const text = (await readFile(file, "utf8")).replace(/^\uFEFF/, "").trim();
    return text === "" ? null : text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") console.error(`${file} could not be read:`, error);
    return null;
  }
}
