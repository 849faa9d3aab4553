import type { Metadata } from "next";
import Link from "next/link";
import { StopLetters } from "@/components/letters/stop-letters";
import { NoticePage } from "@/components/forms/form-page";
import { findStopLink } from "@/lib/accounts/stop-links";

export const metadata: Metadata = { title: "Letters to you" };

/** Where a letter's link to stop such letters leads. It asks: opening it changes nothing. */
export default async function StopLettersPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findStopLink(token);
  if (link) return <StopLetters {...link} token={token} />;
  return (
    <NoticePage title="This link no longer works">
      <p>It is too old, or part of it is missing. You can choose which letters come to you on the page of your account.</p>
      <p>
        <Link href="/account#letters">Open your account</Link>
      </p>
    </NoticePage>
  );
}
