import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FormPage } from "@/components/forms/form-page";
import { CodeForm } from "@/components/sittings/meet-forms";
import { readMeetCode, TYPED_MEET_CODE_MAX } from "@/lib/domain/sittings/meet-code";

export const metadata: Metadata = { title: "Join a meeting" };

/** The short address on the big screen, for people who type. */
export default async function MeetPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const { code } = await searchParams;
  const typed = typeof code === "string" ? code.slice(0, TYPED_MEET_CODE_MAX) : "";
  const read = readMeetCode(typed);
  if (read) redirect(`/meet/${read}`);
  return (
    <FormPage title="Join a meeting" lead={<p>Type the code that the big screen shows.</p>}>
      <CodeForm typed={typed} problem={typed === "" ? undefined : "This can’t be a code. Look at the screen again."} />
    </FormPage>
  );
}
