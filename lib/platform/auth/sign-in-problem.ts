/**
 * Why nobody could sign in, beyond a password that does not belong to the address: too many wrong tries for this address
 * or from this source, or a fault on our side. Sent to the browser as it stands here.
 */
export const SIGN_IN_PROBLEMS = ["paused", "source-paused", "failed"] as const;

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];
