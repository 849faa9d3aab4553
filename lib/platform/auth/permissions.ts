/** The one table of who may do what; server and screens both read it. A role that is not listed may not. */

/** The roles a team hands out itself. */
export const TEAM_ROLES = ["lead", "member", "partner", "viewer"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** The roles that a code gives, which a lead hands over to somebody without an email address. */
export type CodeRole = "partner" | "member";
export const CODE_ROLES: readonly CodeRole[] = ["partner", "member"];

export const ROLES = ["admin", ...TEAM_ROLES] as const;
/** What a person may do in a team: an agency admin is "admin" in every team of the agency. */
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  admin: "Agency admin",
  lead: "Team lead",
  member: "Team member",
  partner: "Community partner",
  viewer: "Viewer",
};

export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  admin: "Manages the agency, its teams and its people, and can do everything in every team.",
  lead: "Invites people to the team, fills in tools and marks them complete.",
  member: "Fills in every tool of the team.",
  partner: "Fills in only the tools the team shares with them.",
  viewer: "Reads everything, changes nothing.",
};

/** Actions in a team. */
const TEAM_PERMISSIONS = {
  "team:view": ["admin", "lead", "member", "partner", "viewer"],
  "response:view": ["admin", "lead", "member", "partner", "viewer"],
  "response:edit": ["admin", "lead", "member", "partner"],
  "response:complete": ["admin", "lead", "member"],
  "response:lock": ["admin", "lead"],
  // Apart from locking: what was signed off is not opened again by whoever signed it off.
  "response:unlock": ["admin"],
  // Gives a document room again; answers stay, but what is unsent on somebody's device may have to be copied.
  "response:rebuild": ["admin"],
  "comment:create": ["admin", "lead", "member", "partner"],
  "assignment:create": ["admin", "lead", "member"],
  "assignment:answer": ["admin", "lead", "member", "partner"],
  "evidence:view": ["admin", "lead", "member", "partner", "viewer"],
  "evidence:edit": ["admin", "lead", "member", "partner"],
  // Files that somebody else added; one's own go with the right to edit.
  "evidence:remove-others": ["admin", "lead"],
  "tool:review": ["admin", "lead", "member", "partner", "viewer"],
  // A partner's report is of the tools shared with them, and made from those alone.
  "report:view": ["admin", "lead", "member", "partner", "viewer"],
  "export:toolkit": ["admin", "lead", "member", "viewer"],
  "export:tool": ["admin", "lead", "member", "partner", "viewer"],
  "meeting:view": ["admin", "lead", "member", "partner", "viewer"],
  // Whoever sits at the table may say what to talk about.
  "meeting:suggest": ["admin", "lead", "member", "partner"],
  "meeting:edit": ["admin", "lead", "member"],
  // Meeting mode: to lead it, and to sit there as oneself and vote.
  "sitting:run": ["admin", "lead", "member"],
  "sitting:join": ["admin", "lead", "member", "partner"],
  // Of a round nobody reads others' ratings; what the reveal shows is for everyone who may open its tool.
  "round:view": ["admin", "lead", "member", "partner", "viewer"],
  // For those who are asked.
  "round:rate": ["admin", "lead", "member", "partner"],
  "round:open": ["admin", "lead"],
  // For leads and the deputy that a round has stored; row level security asks again.
  "round:reveal": ["admin", "lead", "member"],
  "round:decide": ["admin", "lead", "member"],
  // A milestone holds the whole toolkit: what a partner may open of the team's work is theirs in the tools.
  "milestone:view": ["admin", "lead", "member", "viewer"],
  "milestone:make": ["admin", "lead"],
  // Answers carried forward are looked at by whoever fills in their tool ("response:edit").
  "reassessment:start": ["admin", "lead"],
  // What a team published of the community's answers is for everybody in it; answers themselves for whoever looks at them.
  "feedback:view": ["admin", "lead", "member", "partner", "viewer"],
  "feedback:look": ["admin", "lead", "member"],
  // What the public sees: forms, and what was done.
  "feedback:make": ["admin", "lead"],
  "import:team": ["admin", "lead"],
  "team:update": ["admin", "lead"],
  // Viewers take no part: they are not asked how, and not shown what others say.
  "roster:view": ["admin", "lead", "member", "partner"],
  "roster:say": ["admin", "lead", "member", "partner"],
  "roster:mark": ["admin", "lead"],
  "team-member:list": ["admin", "lead", "member", "partner", "viewer"],
  "team-member:invite": ["admin", "lead"],
  "team-member:update": ["admin", "lead"],
  "team-member:remove": ["admin", "lead"],
  "team:leave": ["admin", "lead", "member", "partner", "viewer"],
} as const satisfies Record<string, readonly Role[]>;

export type TeamPermission = keyof typeof TEAM_PERMISSIONS;

/** Actions on an agency itself: "admin" or any other of its people. */
const AGENCY_PERMISSIONS = {
  "agency:view": ["admin", "member"],
  "agency:update": ["admin"],
  "agency:export": ["admin"],
  "agency:leave": ["admin", "member"],
  "team:create": ["admin"],
  "agency-member:list": ["admin"],
  "agency-member:invite": ["admin"],
  "agency-member:update": ["admin"],
  "agency-member:remove": ["admin"],
} as const satisfies Record<string, readonly AgencyRole[]>;

export type AgencyRole = "admin" | "member";
export type AgencyPermission = keyof typeof AGENCY_PERMISSIONS;

export const TEAM_PERMISSION_NAMES = Object.keys(TEAM_PERMISSIONS) as TeamPermission[];
export const AGENCY_PERMISSION_NAMES = Object.keys(AGENCY_PERMISSIONS) as AgencyPermission[];

export function isAllowedInTeam(role: Role, permission: TeamPermission): boolean {
  return (TEAM_PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** The roles that may, for whoever has to ask elsewhere. */
export function rolesAllowed(permission: TeamPermission): readonly Role[] {
  return TEAM_PERMISSIONS[permission];
}

export function isAllowedInAgency(role: AgencyRole, permission: AgencyPermission): boolean {
  return (AGENCY_PERMISSIONS[permission] as readonly AgencyRole[]).includes(role);
}

/** An agency's choice of who may download its teams' work, from the most to the fewest. */
export const EXPORTERS = ["everyone", "editors", "leads", "admins"] as const;
export type Exporters = (typeof EXPORTERS)[number];

export const EXPORTER_LABELS: Record<Exporters, string> = {
  everyone: "Everyone who can read it",
  editors: "People who fill in tools",
  leads: "Team leads and agency admins",
  admins: "Agency admins only",
};

export const EXPORTER_DESCRIPTIONS: Record<Exporters, string> = {
  everyone: "Viewers as well. Community partners get only the tools shared with them.",
  editors: "Admins, leads, members and community partners, who get only the tools shared with them. Viewers read on screen.",
  leads: "Everyone else reads on screen.",
  admins: "Team leads and everyone else read on screen.",
};

const EXPORTER_ROLES: Record<Exporters, readonly Role[]> = {
  everyone: ROLES,
  editors: TEAM_PERMISSIONS["response:edit"],
  leads: ["admin", "lead"],
  admins: ["admin"],
};

/** Whether the agency's setting lets this role download what it may read. */
export function mayExport(role: Role, exporters: Exporters): boolean {
  return EXPORTER_ROLES[exporters].includes(role);
}

/** The roles a person may give to others: never one above their own. */
export function assignableRoles(role: Role): readonly TeamRole[] {
  return role === "admin" || role === "lead" ? TEAM_ROLES : [];
}
