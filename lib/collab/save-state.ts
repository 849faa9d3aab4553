/** Why the server did not take a change. `itemId` is null when the reason is not one answer (say, the role). */
export interface Refusal {
  readonly message: string;
  readonly itemId: string | null;
}

/**
 * Where the person's changes are. `unsent` counts answers with changes the server has not confirmed;
 * `isOnDevice` says whether those would survive closing the page.
 */
export type SaveState =
  | { readonly status: "saved" }
  | { readonly status: "saving"; readonly unsent: number }
  | { readonly status: "offline"; readonly unsent: number; readonly isOnDevice: boolean }
  | { readonly status: "signed-out"; readonly unsent: number; readonly isOnDevice: boolean }
  | { readonly status: "refused"; readonly unsent: number; readonly isOnDevice: boolean; readonly refusal: Refusal };
