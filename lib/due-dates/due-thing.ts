import type { Due } from "@/lib/domain/reminders/digest";

/** Something that one person is to have done by a day. Says what and where, never what was written. */
export interface DueThing extends Due {
  readonly teamId: string;
  readonly teamName: string;
  /** "An action in Idea #2", "Tool 9: Organizational Assessment". */
  readonly what: string;
  /** Where it is, from the site's address on. */
  readonly path: string;
}
