import "server-only";
import { createHash } from "node:crypto";
import { env } from "@/lib/platform/env";
import { handOverMail } from "@/lib/platform/mail/outbox";
import type { MailMessage } from "@/lib/platform/mail/smtp";
import type { Job } from "./job";
import { noteHandedOver } from "./job-queue";

/**
 * Gives a job's letter to the mail server, once: whether it has it is noted with the very next statement. Between the
 * server's answer and that statement nobody can know; whoever dies there has the letter sent again, under the same
 * Message-ID, by which mailboxes tell that it is the same. @throws when the mail server does not take it.
 */
export async function handOver(job: Job, letter: MailMessage): Promise<void> {
  if (job.isHandedOver) return;
  await handOverMail({ ...letter, messageId: messageIdOf(job) });
  await noteHandedOver(job);
}

/** The same for every try. */
function messageIdOf({ agencyId, kind, key }: Job): string {
  const name = createHash("sha256").update(JSON.stringify([agencyId, kind, key])).digest("base64url").slice(0, 32);
  return `<${name}@${new URL(env().APP_URL).hostname}>`;
}
