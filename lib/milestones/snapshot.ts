import "server-only";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { MILESTONE_LIMITS } from "@/lib/domain/milestones/milestone";
import type { People, PersonRef, ShownPerson } from "@/lib/domain/people/person";
import type { TeamReading } from "@/lib/exports/document/assemble-document";
import { RefusedError } from "@/lib/platform/auth/refused-error";

/** Raised when what is stored changes its shape; every version ever written stays readable. */
export const SNAPSHOT_VERSION = 1;

/** What a milestone keeps: all that any export of it reads, and how the people it names were shown on the day it was made. */
export interface Snapshot {
  readonly reading: TeamReading;
  /** Null where only roles are kept. */
  readonly peopleByName: People | null;
  readonly peopleByRole: People;
  readonly madeBy: PersonRef;
}

type Stored<T> = { readonly [Key in keyof T]: T[Key] extends ReadonlyMap<infer K, infer V> ? readonly (readonly [K, V])[] : T[Key] };

interface StoredSnapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  readonly reading: Omit<Stored<TeamReading>, "comments" | "history">;
  readonly peopleByName: readonly (readonly [string, ShownPerson])[] | null;
  readonly peopleByRole: readonly (readonly [string, ShownPerson])[];
  readonly madeBy: PersonRef;
}

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Tools are told twice, as definitions and in what was said of them: a wide window finds the second. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

/** @throws RefusedError when there is more than a milestone keeps. */
export async function packSnapshot({ reading, peopleByName, peopleByRole, madeBy }: Snapshot): Promise<Buffer> {
  const { comments: _, history: __, ...rest } = reading;
  const stored: StoredSnapshot = {
    version: SNAPSHOT_VERSION,
    reading: { ...rest, metas: [...rest.metas], kept: [...rest.kept] },
    peopleByName: peopleByName && [...peopleByName],
    peopleByRole: [...peopleByRole],
    madeBy,
  };
  const json = Buffer.from(JSON.stringify(stored));
  if (json.byteLength > MILESTONE_LIMITS.contentBytes) throw new RefusedError("Your team has written more than one milestone can keep. Write to whoever runs this workbook.");
  return compress(json, BROTLI);
}

/** @throws RangeError for a shape that this version does not know. */
export async function unpackSnapshot(content: Uint8Array): Promise<Snapshot> {
  const json = await decompress(content, { maxOutputLength: MILESTONE_LIMITS.contentBytes });
  const stored = JSON.parse(json.toString()) as StoredSnapshot;
  if (stored.version !== SNAPSHOT_VERSION) throw new RangeError(`a milestone of version ${String(stored.version)}`);
  const { reading, peopleByName, peopleByRole, madeBy } = stored;
  return {
    // Conversations and the history go on in the workbook: they are no part of a milestone.
    reading: { ...reading, metas: new Map(reading.metas), kept: new Map(reading.kept), comments: new Map(), history: new Map() },
    peopleByName: peopleByName && new Map(peopleByName),
    peopleByRole: new Map(peopleByRole),
    madeBy,
  };
}
