/** Why an action was not done; nothing was changed. */
export type ActionFailure = {
  readonly ok: false;
  readonly message: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  /** An earlier try with the same key had arrived after all, with other words: what it made stands, and the key is used up. */
  readonly hasArrived?: true;
};
/** What an action answers the page. */
export type ActionResult<T> = { readonly ok: true; readonly data: T } | ActionFailure;

export const SIGNED_OUT: ActionFailure = { ok: false, message: "You are signed out. Sign in again, then try once more." };
export const NOT_FOUND: ActionFailure = { ok: false, message: "We could not find that. It may have been removed." };
export const FORBIDDEN: ActionFailure = { ok: false, message: "Your role does not allow this. Ask a team lead or an agency admin." };
export const FAILED: ActionFailure = { ok: false, message: "Something went wrong on our side, and nothing was changed. Please try again." };
