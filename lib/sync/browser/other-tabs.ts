import type { Renaming } from "@/lib/sync/document/rename-writers";
import type { UnsentUpdate } from "./unsent-storage";

/** What the tabs of one person tell each other about one response, also while there is no network. */
export type TabMessage =
  /** A change was made in that tab, which keeps it and sends it. */
  | { readonly kind: "changed"; readonly entry: UnsentUpdate }
  | { readonly kind: "saved"; readonly ids: readonly string[] }
  /** Unsaved changes go under other numbers, since the server has other content under theirs; this is what it has. */
  | { readonly kind: "renamed"; readonly renamings: readonly (readonly [number, Renaming])[]; readonly saved: Uint8Array; readonly seq: number }
  /** Unsaved changes were taken back; this is what the server has, null when it would not say. */
  | {
      readonly kind: "discarded";
      readonly ids: readonly string[];
      readonly saved: Uint8Array | null;
      readonly seq: number;
    };

export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

/** Reaches the other tabs of this browser that show the same response to the same person. */
export function openTabChannel(
  userId: string,
  updatesUrl: string,
  onMessage: (message: TabMessage) => void,
): TabChannel | null {
  if (typeof BroadcastChannel === "undefined") return null;
  const channel = new BroadcastChannel(`${userId} ${updatesUrl}`);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}
