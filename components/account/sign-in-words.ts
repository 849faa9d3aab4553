import type { SignInResult } from "./auth-client";

/** Why signing in did not work and what to do. Nothing here depends on whether an address has an account. */
export const SIGN_IN_WORDS: Readonly<Record<Exclude<SignInResult, "signed-in">, string>> = {
  refused:
    "That email address or sign-in name and password do not match an account that can sign in now. After five wrong tries, signing in pauses for 15 minutes.",
  paused:
    "Signing in with this email address or sign-in name is paused, because there were too many wrong tries. Until 15 minutes after the last of them no password is checked, not even the right one. Wait, or choose “I forgot my password” on the sign-in page: with a new password you can sign in at once. Without an email address, ask a lead of your team for a code.",
  "source-paused":
    "Signing in from your network is paused, because there were too many wrong tries from it. Your password was not checked. Wait 15 minutes and try again.",
  "no-cookies":
    "Your browser blocks cookies for this site. Signing in needs one, to know you from page to page. Your password was not checked. Allow cookies for this site in your browser’s settings, then try again.",
  failed: "Something went wrong on our side, and your password was not checked. Please try again in a moment.",
};
