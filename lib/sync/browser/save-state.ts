/** Why the server did not take a change. `itemId` is null when the reason is not one answer (say, the role). */
export interface Refusal {
  readonly message: string;
  readonly itemId: string | null;
}

/**
 * How the page stands with the server: within reach (or not known yet), out of reach, or turned away. "someone-else":
 * another person has signed in in this browser. "outdated": the workbook was renewed after this page was opened.
 */
export type Reach = "ok" | "offline" | "signed-out" | "someone-else" | "no-access" | "outdated";

/**
 * Where the person's changes are. `unsent` counts answers with changes the server has not confirmed;
 * `isOnDevice` says whether those would survive closing the page. Out of reach with nothing unsent, `unsent` is 0.
 */
export type SaveState =
  | { readonly status: "saved" }
  | { readonly status: "saving"; readonly unsent: number }
  | { readonly status: "offline"; readonly unsent: number; readonly isOnDevice: boolean }
  | {
      readonly status: "signed-out";
      readonly unsent: number;
      readonly isOnDevice: boolean;
      /** Another person has signed in in this browser. */
      readonly isSomeoneElse: boolean;
    }
  | { readonly status: "no-access" }
  /** This page is too old for the server: it has to be loaded again. */
  | { readonly status: "outdated"; readonly unsent: number; readonly isOnDevice: boolean }
  | { readonly status: "refused"; readonly unsent: number; readonly isOnDevice: boolean; readonly refusal: Refusal };

/** The same, with how the page stands with the server where the changes alone don't tell. */
export function withReach(state: SaveState, reach: Reach, isOnDevice: boolean): SaveState {
  const isSomeoneElse = reach === "someone-else";
  if (state.status === "signed-out") return isSomeoneElse ? { ...state, isSomeoneElse } : state;
  if (state.status !== "saved" || reach === "ok") return state;
  if (reach === "no-access") return { status: "no-access" };
  if (reach === "offline" || reach === "outdated") return { status: reach, unsent: 0, isOnDevice };
  return { status: "signed-out", unsent: 0, isOnDevice, isSomeoneElse };
}
