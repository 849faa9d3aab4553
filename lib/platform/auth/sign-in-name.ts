/**
 * What somebody signs in with: an email address, or, of those who have none of their own, a sign-in name without an "@". The
 * two can't be taken for each other, so they share one column and one form. No server code: forms read this too.
 */

export const SIGN_IN_NAME_MIN = 6;
export const SIGN_IN_NAME_MAX = 40;
/** As the database checks it. */
export const SIGN_IN_NAME = /^[a-z0-9][a-z0-9._-]{5,39}$/;

/** Whether mail can be sent there. */
export function hasAddress(signInName: string): boolean {
  return signInName.includes("@");
}
