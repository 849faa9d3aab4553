import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SampleButton } from "@/components/account/sample-button";
import { SignInForm } from "@/components/account/sign-in-form";
import { FormPage, NeedsScript } from "@/components/forms/form-page";
import { Alert } from "@/components/ui/alert";
import { hasSampleAccount } from "@/lib/accounts/accounts";
import { findSession } from "@/lib/platform/auth/session";
import { env } from "@/lib/platform/env";
import { safeNextPath } from "@/lib/platform/http/next-path";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[]; from?: string | string[]; email?: string | string[] }>;
}

/** A map: the word comes from the address, where "toString" can stand too. */
const NOTICES: ReadonlyMap<string | undefined, string> = new Map([
  ["sign-out", "You are signed out."],
  ["password-change", "Your password is changed, and you are signed out everywhere. Sign in with the new one."],
  ["account-made", "Your account is ready. Sign in to go on."],
]);

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, from, email } = await searchParams;
  const nextPath = safeNextPath(single(next), "/agencies?from=sign-in");
  if (await findSession()) redirect(nextPath);
  const notice = NOTICES.get(single(from));
  const hasSample = await hasSampleAccount(await headers());
  return (
    <FormPage
      title="Sign in"
      footer={
        <>
          <p>
            <Link href="/forgot-password">I forgot my password</Link>
          </p>
          <p>
            <Link href="/join">I have a code</Link>
          </p>
          {env().SIGN_UP === "open" ? (
            <p>
              New here? <Link href="/sign-up">Sign up</Link>
            </p>
          ) : (
            <p>New here? Ask someone on your team to invite you.</p>
          )}
        </>
      }
    >
      {notice ? (
        <Alert tone="success" className="mb-5">
          {notice}
        </Alert>
      ) : null}
      {next && !notice ? (
        <Alert className="mb-5">Sign in to open that page. Changes you made before are kept in this browser.</Alert>
      ) : null}
      <NeedsScript />
      <SignInForm nextPath={nextPath} email={single(email) ?? ""} />
      {hasSample ? <SampleButton /> : null}
    </FormPage>
  );
}
