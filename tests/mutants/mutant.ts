import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** One fault put into the code on purpose, and the tests that must notice it. */
export interface Mutant {
  /** What the code then does. */
  readonly name: string;
  /** Path in the checkout. */
  readonly file: string;
  /** Stands in the file exactly once (tests/scripts/mutants.test.ts). */
  readonly find: string;
  readonly replace: string;
  readonly killedBy: { readonly project: "unit" | "database"; readonly files: readonly string[] };
}

/** Where the code is. */
export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/** The migration that says what a function of the database does today: the newest that defines it. */
export function migrationOf(functionName: string): string {
  const folder = "prisma/migrations";
  const defines = new RegExp(`create (or replace )?function ${functionName}\\(`, "i");
  const newest = readdirSync(path.join(CHECKOUT, folder))
    .sort()
    .map((name) => `${folder}/${name}/migration.sql`)
    .findLast((file) => {
      try {
        return defines.test(readFileSync(path.join(CHECKOUT, file), "utf8"));
      } catch {
        return false;
      }
    });
  if (!newest) throw new Error(`no migration defines ${functionName}`);
  return newest;
}

/** Tests that run with a database must notice. */
export const database = (...files: string[]): Mutant["killedBy"] => ({ project: "database", files });
/** Tests that need no database must notice. */
export const unit = (...files: string[]): Mutant["killedBy"] => ({ project: "unit", files });
