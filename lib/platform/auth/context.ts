import type { HistoryNames } from "@/lib/domain/people/person";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import type { AgencyRole, Role } from "./permissions";

declare const granted: unique symbol;

/** Proof that the session's user belongs to this agency and passed a permission check. Only lib/platform/auth makes one. */
export interface AgencyContext {
  readonly [granted]: "agency";
  readonly agencyId: string;
  readonly userId: string;
  readonly agencyRole: AgencyRole;
}

/** The same for one team of an agency. */
export interface TeamContext {
  readonly [granted]: "team";
  readonly agencyId: string;
  readonly teamId: string;
  readonly userId: string;
  /** Who they are shown as: the account's id, or another since they set older entries apart from their name. */
  readonly personId: string;
  readonly historyNames: HistoryNames;
  readonly role: Role;
  /** The tools that the person may open: of the toolkits that the team works with, and of those a partner's own. Null means all there are. */
  readonly toolKeys: readonly ToolKey[] | null;
  /** Ids of the toolkits that the team has added. */
  readonly addedToolkits: readonly string[];
  /** Hex SHA-256 of the session id this was granted to, for a route's request: what it writes asks for it again. */
  readonly sidHash?: string;
}
