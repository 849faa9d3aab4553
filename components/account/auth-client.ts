/** Talks to the sign-in routes from the browser. */

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<boolean> {
  const tokenResponse = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await tokenResponse.json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/", json: "true" }),
  });
  if (!response.ok) return false;
  const { url } = (await response.json()) as { url: string };
  // A refused token is answered with a redirect, not an error.
  return !/[?&](csrf|error)=/.test(url);
}

/** @returns whether email and password belong together; why not is never said. */
export function signInWithPassword(email: string, password: string): Promise<boolean> {
  return post("callback/password", { email, password });
}

export function openSampleAgency(): Promise<boolean> {
  return post("callback/sample", {});
}

export function endSession(): Promise<boolean> {
  return post("signout", {});
}
