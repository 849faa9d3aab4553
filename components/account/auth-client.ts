/** Talks to the sign-in routes from the browser. */

import { SIGN_IN_PROBLEMS, type SignInProblem } from "@/lib/platform/auth/sign-in-problem";

/** What became of signing in. "refused": email and password do not belong together; which of them is never said. */
export type SignInResult = "signed-in" | "refused" | "no-cookies" | SignInProblem;

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<SignInResult> {
  const tokenResponse = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await tokenResponse.json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/", json: "true" }),
  });
  const { url } = (await response.json()) as { url: string };
  const query = new URL(url, window.location.href).searchParams;
  // The token is fresh: it can only lack the cookie that belongs to it.
  if (query.has("csrf")) return "no-cookies";
  const error = query.get("error");
  if (response.ok && error === null) return "signed-in";
  return SIGN_IN_PROBLEMS.find((problem) => problem === error) ?? "refused";
}

export function trySignIn(email: string, password: string): Promise<SignInResult> {
  return post("callback/password", { email, password });
}

/** @returns whether it worked, for whoever goes to the sign-in page otherwise, which says why not. */
export async function signInWithPassword(email: string, password: string): Promise<boolean> {
  return (await trySignIn(email, password)) === "signed-in";
}

export function openSampleAgency(): Promise<SignInResult> {
  return post("callback/sample", {});
}

export async function endSession(): Promise<boolean> {
  return (await post("signout", {})) === "signed-in";
}
