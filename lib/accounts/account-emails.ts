import "server-only";
import { authDb } from "@/lib/platform/db/client";

/** Addresses of accounts by user id; accounts belong to no agency, so they are read apart. */
export async function findEmails(userIds: readonly string[]): Promise<Map<string, string>> {
  const accounts = await authDb().userAccount.findMany({
    where: { id: { in: [...userIds] } },
    select: { id: true, email: true },
  });
  return new Map(accounts.map(({ id, email }) => [id, email]));
}
