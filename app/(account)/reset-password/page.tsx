import type { Metadata } from "next";
import Link from "next/link";
import { DeadLink } from "@/components/account/dead-link";
import { ResetPasswordForm } from "@/components/account/reset-password-form";
import { FormPage, NeedsScript } from "@/components/forms/form-page";
import { findAccountLink } from "@/lib/accounts/account-links";

export const metadata: Metadata = { title: "Choose a new password" };

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const link = typeof token === "string" ? await findAccountLink(token, "reset") : null;
  if (!link || typeof token !== "string") {
    return (
      <DeadLink>
        <p>
          <Link href="/forgot-password">Ask for a new link</Link>
        </p>
      </DeadLink>
    );
  }
  return (
    <FormPage
      title="Choose a new password"
      lead={
        <p>
          For <strong className="text-ink">{link.email}</strong>. Afterwards you are signed out everywhere else.
        </p>
      }
    >
      <NeedsScript />
      <ResetPasswordForm token={token} email={link.email} />
    </FormPage>
  );
}
