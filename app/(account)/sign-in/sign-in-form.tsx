"use client";

import { loadPage } from "@/components/account/load-page";
import { PasswordSignIn } from "@/components/account/password-sign-in";

export function SignInForm({ nextPath, email }: { nextPath: string; email: string }) {
  return <PasswordSignIn email={email} onDone={() => loadPage(nextPath)} />;
}
