import { RefusedError } from "@/lib/platform/auth/refused-error";
import { closeConnections } from "@/lib/platform/db/client";
import { notifyNow } from "@/lib/platform/db/notifications";
import { closeDocuments } from "@/lib/sync/work/document-pool";
import { makeRoom } from "./make-room";

const [teamId = "", toolWord = "", address = ""] = process.argv.slice(2);
try {
  console.log(await makeRoom(teamId, toolWord, address));
} catch (error) {
  if (!(error instanceof RefusedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  // What open screens are told goes out a moment later by itself: too late for a process that ends.
  await notifyNow();
  await closeDocuments();
  await closeConnections();
}
