"use client";

import { loadPage } from "@/components/forms/load-page";
import { PasswordSignIn } from "./password-sign-in";

export function SignInForm({ nextPath, email }: { nextPath: string; email: string }) {
  return <PasswordSignIn email={email} onDone={() => loadPage(nextPath)} />;
}
