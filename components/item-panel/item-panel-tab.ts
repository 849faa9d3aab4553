import type { HistoryNames } from "@/lib/domain/people/person";
import type { ItemKind } from "@/lib/domain/tool/definition";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { Role } from "@/lib/platform/auth/permissions";

/** What every tab of an item's panel gets. A tab fetches what it shows when it is opened. */
export interface ItemPanelTabProps {
  readonly teamId: string;
  readonly toolRef: ToolRef;
  /** The tool’s part of an address. */
  readonly slug: string;
  readonly item: { readonly id: string; readonly name: string; readonly kind: ItemKind };
  readonly me: { readonly userId: string; readonly role: Role; readonly historyNames: HistoryNames };
  /** False while the tool is complete or locked: answers and what belongs to them stay as they are. */
  readonly isOpen: boolean;
  /** Call it after a change that the page's counts and marks have to show. */
  readonly onChanged: () => void;
}
