import "server-only";
import { PendingCommit } from "./after-commit";
import { authDb } from "./client";
import type { Tx } from "./with-agency";

/** Runs `fn` in one transaction of the identity tables; what it tells others goes out once that is committed. */
export async function withIdentity<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  const commit = new PendingCommit({ takesCalls: false });
  const result = await authDb().$transaction((tx) => commit.during(() => fn(tx)));
  commit.done();
  return result;
}
