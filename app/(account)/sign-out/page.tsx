import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOutChoices } from "@/components/account/sign-out-choices";
import { FormPage } from "@/components/forms/form-page";
import { findSession } from "@/lib/platform/auth/session";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage() {
  const user = await findSession();
  if (!user) redirect("/sign-in");
  return (
    <FormPage title="Sign out" lead={<p>You are signed in as {user.email}.</p>}>
      <SignOutChoices userId={user.userId} />
    </FormPage>
  );
}
