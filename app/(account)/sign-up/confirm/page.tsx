import type { Metadata } from "next";
import Link from "next/link";
import { ConfirmForm } from "@/components/account/confirm-account-form";
import { DeadLink } from "@/components/account/dead-link";
import { FormPage, NeedsScript } from "@/components/forms/form-page";
import { findAccountLink } from "@/lib/accounts/account-links";

export const metadata: Metadata = { title: "Finish your account" };

export default async function ConfirmPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const link = typeof token === "string" ? await findAccountLink(token, "sign-up") : null;
  if (!link || typeof token !== "string") {
    return (
      <DeadLink>
        <p>
          If you finished already, <Link href="/sign-in">sign in</Link>. If not, <Link href="/sign-up">sign up again</Link>{" "}
          to get a new link.
        </p>
      </DeadLink>
    );
  }
  return (
    <FormPage
      title="Finish your account"
      lead={
        <p>
          One more step for <strong className="text-ink">{link.email}</strong>: type the password you chose, so
          that nobody else can finish this for you.
        </p>
      }
    >
      <NeedsScript />
      <ConfirmForm token={token} email={link.email} />
    </FormPage>
  );
}
