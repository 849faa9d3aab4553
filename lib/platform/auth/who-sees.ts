import { EXPORTER_DESCRIPTIONS, EXPORTER_LABELS, type Exporters, isAllowedInAgency, mayExport, type Role, rolesAllowed, type TeamPermission } from "./permissions";

/**
 * Who can see what, in plain words, made from the table of permissions so that the words can't say other than the code does.
 * No server code: forms show these too.
 */

export interface WhoSees {
  /** "Your answers and ratings" */
  readonly what: string;
  readonly who: string;
}

export const SEEN = ["name", "address", "answers", "comments", "history", "downloads", "part", "log", "operator", "leaving"] as const;
export type Seen = (typeof SEEN)[number];

const MANY: Record<Role, string> = {
  admin: "agency admins",
  lead: "team leads",
  member: "team members",
  partner: "community partners",
  viewer: "viewers",
};

const list = new Intl.ListFormat("en-US");

/** "agency admins and team leads" */
export function nameRoles(roles: readonly Role[]): string {
  return list.format(roles.map((role) => MANY[role]));
}

/** Who in the team may do this: everyone, and community partners only as far as tools are shared with them. */
function readersOf(permission: TeamPermission): string {
  const roles = rolesAllowed(permission);
  const whole = roles.filter((role) => role !== "partner");
  const partners = roles.includes("partner") ? ` Community partners can too, but only in the tools the team shares with them.` : "";
  return `${capital(nameRoles(whole))} of the team.${partners}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface Setting {
  /** The agency's choice of who may download; without it each agency's own is spoken of. */
  readonly exporters?: Exporters;
}

const WORDS: Record<Seen, (setting: Setting) => WhoSees> = {
  name: () => ({
    what: "Your name",
    who: `The people of your teams see the name you choose for the agency: ${nameRoles(rolesAllowed("team-member:list"))}. You can change it on your account page.`,
  }),
  address: () => ({
    what: "Your email address",
    who: `Only ${nameRoles(rolesAllowed("team-member:update"))} see it, beside your name. A sign-in name is not shown to the team.`,
  }),
  answers: () => ({
    what: "Your answers and ratings",
    who: `${readersOf("response:view")} An answer belongs to the team: each item has one, and whoever may fill in the tool can change it.`,
  }),
  comments: () => ({ what: "Your comments and files", who: `${readersOf("response:view")} Your name always stands beside them.` }),
  history: () => ({
    what: "Who changed what",
    who: `${readersOf("response:view")} All of them see what was changed and when. They can ask who it was, unless the team leaves names out for community partners. Some agencies show names at once.`,
  }),
  downloads: ({ exporters }) => ({
    what: "Downloads",
    who: exporters
      ? `${EXPORTER_LABELS[exporters]} can download the team’s work. ${EXPORTER_DESCRIPTIONS[exporters]} A file can be passed on to anybody.`
      : `The agency decides who may download: from everyone who can read to ${nameRoles(downloadersAtFewest())} alone. A file can be passed on to anybody.`,
  }),
  part: () => ({
    what: "How you take part, if you say so",
    who: `Only you see it, on your team’s People page. ${capital(nameRoles(rolesAllowed("roster:view")))} read there whether somebody on the team says so: never who, never how many.`,
  }),
  log: () => ({
    what: "A record of what was done",
    who: isAllowedInAgency("member", "agency:export")
      ? "Everyone in the agency can download a record of joining, changes of roles and downloads, with network addresses."
      : "Agency admins can download a record of joining, changes of roles, opened files and downloads: who, when, and from which network address.",
  }),
  operator: () => ({ what: "Whoever runs this site", who: "They keep the computer it runs on, and could read what is stored on it." }),
  leaving: () => ({
    what: "After you leave",
    who: "Your answers, comments and files stay with the team. “A former member” stands in place of your name, and your email address is no longer shown. Files downloaded before keep your name, and so do milestones that a lead made with names.",
  }),
};

function downloadersAtFewest(): readonly Role[] {
  return rolesAllowed("export:tool").filter((role) => mayExport(role, "admins"));
}

/** These matters, or all of them. */
export function describeWhoSees(seen: readonly Seen[] = SEEN, setting: Setting = {}): readonly WhoSees[] {
  return seen.map((one) => WORDS[one](setting));
}
