import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { CheckEmail } from "@/components/account/check-email";
import { SignUpForm } from "@/components/account/sign-up-form";
import { FormPage, NeedsScript, NoticePage } from "@/components/forms/form-page";
import { SIGN_UP_MINUTES } from "@/lib/accounts/account-links";
import { env } from "@/lib/platform/env";
import { mayReadOutbox } from "@/lib/platform/mail/outbox";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  if (env().SIGN_UP === "closed") {
    return (
      <NoticePage title="Sign-up is closed">
        <p>On this site, people join by invitation. Ask someone on your team to invite you.</p>
        <p>
          <Link href="/sign-in">Sign in</Link>
        </p>
      </NoticePage>
    );
  }
  const { sent } = await searchParams;
  if (sent !== undefined) {
    return <CheckEmail purpose="finish your account" minutes={SIGN_UP_MINUTES} hasOutbox={mayReadOutbox(await headers())} />;
  }
  return (
    <FormPage
      title="Sign up"
      lead={<p>Make your own account first. Then add your agency and invite your team.</p>}
      footer={
        <p>
          Have an account? <Link href="/sign-in">Sign in</Link>
        </p>
      }
    >
      <NeedsScript />
      <SignUpForm />
    </FormPage>
  );
}
