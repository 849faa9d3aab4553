import "server-only";
import { connections } from "./client";

/** Whether the runtime role gets an answer from the database. */
export async function canReachDatabase(): Promise<boolean> {
  try {
    await connections().runtimePool.query("select 1");
    return true;
  } catch (error) {
    console.error("The database did not answer:", error);
    return false;
  }
}
