import "server-only";
import { headers } from "next/headers";
import { addressOf } from "./client-address";

/** The address that the request at hand came from, where it is known. */
export async function requestSource(): Promise<string | null> {
  return addressOf(await headers());
}
