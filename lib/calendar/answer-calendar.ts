import "server-only";
import { env } from "@/lib/platform/env";
import { attachment } from "@/lib/platform/http/attachment";
import { listCalendarEntries } from "./list-entries";
import { tagOf, writeCalendar } from "./write-calendar";

const FILE_NAME = "ps-cope-workbook.ics";

/** A person's calendar as of now; nothing (304) for whoever has it as it is. */
export async function answerCalendar(request: Request, userId: string): Promise<Response> {
  const entries = await listCalendarEntries(userId);
  const tag = tagOf(entries);
  const headers = { ETag: tag, "Cache-Control": "no-store" };
  if (request.headers.get("if-none-match")?.split(",").some((known) => known.trim().replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  const file = writeCalendar(entries, { appUrl: env().APP_URL, now: new Date() });
  return new Response(file, {
    headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": attachment(FILE_NAME) },
  });
}
