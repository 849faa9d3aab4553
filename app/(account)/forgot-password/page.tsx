import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { CheckEmail } from "@/components/account/check-email";
import { ForgotPasswordForm } from "@/components/account/forgot-password-form";
import { FormPage, NeedsScript } from "@/components/forms/form-page";
import { RESET_MINUTES } from "@/lib/accounts/account-links";
import { mayReadOutbox } from "@/lib/platform/mail/outbox";

export const metadata: Metadata = { title: "Forgot your password?" };

export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const { sent } = await searchParams;
  if (sent !== undefined) {
    return <CheckEmail purpose="choose a new password" minutes={RESET_MINUTES} hasOutbox={mayReadOutbox(await headers())} />;
  }
  return (
    <FormPage
      title="Forgot your password?"
      lead={<p>Enter your email address. We send you a link to choose a new password.</p>}
      footer={
        <p>
          <Link href="/sign-in">Back to sign in</Link>
        </p>
      }
    >
      <NeedsScript />
      <ForgotPasswordForm />
    </FormPage>
  );
}
