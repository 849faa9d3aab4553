/**
 * How often a person, and a whole agency, may do what: the one table, read by every route and action. There is no
 * default: each names its rate. The limits are far above what a meeting of fifty people needs, and far below what
 * keeps others waiting. Quotas of what is kept are in lib/domain/limits.ts.
 */

/** So many, at once if need be, within so many minutes. */
export interface Allowance {
  readonly limit: number;
  readonly minutes: number;
}

export interface Rate {
  /** Names the counter. */
  readonly name: string;
  /** What was done too often, after "You" or "People in your agency". */
  readonly deed: string;
  /** For someone who is not signed in: of one address, which a whole agency may share. */
  readonly person: Allowance;
  /** All of an agency's people together; null where nothing of the agency's is asked for. */
  readonly agency: Allowance | null;
  /**
   * "instance": counted in this process's memory and given back evenly, for what happens many times a second.
   * "everywhere": counted in PostgreSQL, for all instances together; none is given back until the minutes are over.
   */
  readonly counted: "instance" | "everywhere";
}

const perHour = (limit: number): Allowance => ({ limit, minutes: 60 });
const perMinute = (limit: number): Allowance => ({ limit, minutes: 1 });

const inMemory = (name: string, deed: string, person: Allowance, agency: Allowance | null): Rate => ({ name, deed, person, agency, counted: "instance" });
const inDatabase = (name: string, deed: string, person: Allowance, agency: Allowance | null): Rate => ({ name, deed, person, agency, counted: "everywhere" });

export const RATES = {
  /** Everything but saves and fixed files, of one session or one phone in a meeting, or of one address without: in front of all others. */
  request: inMemory("request", "asked for very many pages", perMinute(1_800), null),

  // Many times a second. Somebody who types fast saves ten times a second.
  save: inMemory("save", "saved very many changes", perMinute(3_600), perMinute(36_000)),
  presence: inMemory("presence", "moved about very often", perMinute(180), perMinute(6_000)),
  looked: inMemory("looked", "looked at very many things", perMinute(240), perMinute(6_000)),
  stream: inMemory("stream", "opened this workbook very often", perMinute(120), perMinute(2_400)),
  /** What a page asks for, and what only reads. */
  read: inMemory("read", "asked for very many things", perMinute(900), perMinute(18_000)),
  /** A file that supports an answer, up to 10 MB. */
  file: inMemory("file", "downloaded many files", perMinute(120), perMinute(1_200)),
  /** Small changes: names, roles, whether a tool is complete. */
  change: inMemory("change", "made very many changes", perMinute(120), perMinute(1_200)),
  /** Works out every tool of a team. */
  report: inMemory("report", "asked for very many reports", perMinute(120), perMinute(1_200)),

  // Instances agree.
  restore: inDatabase("restore", "brought back many earlier answers", { limit: 60, minutes: 10 }, { limit: 300, minutes: 10 }),
  rebuild: inDatabase("rebuild", "made room very often", perHour(30), perHour(100)),
  /** Reads all of a team's work, and keeps it. */
  milestone: inDatabase("milestone", "made many milestones", perHour(30), perHour(120)),
  export: inDatabase("export", "downloaded many files", perHour(60), perHour(600)),
  upload: inDatabase("evidence", "added many files", perHour(100), perHour(1_000)),
  import: inDatabase("import", "sent many files to bring in", perHour(30), perHour(100)),
  archive: inDatabase("archive", "downloaded the archive many times", perHour(10), perHour(10)),
  comment: inDatabase("comment:door", "wrote many comments", perHour(400), perHour(4_000)),
  assignment: inDatabase("assignment", "gave out many items", perHour(600), perHour(3_000)),
  /** Each is a letter to somebody. lib/people/invitations.ts counts what one person sends once more, beside the row. */
  letter: inDatabase("letter", "sent many invitations", perHour(120), perHour(300)),
  /** Every open screen of the agency is drawn anew. */
  rename: inDatabase("rename", "changed names very often", perHour(20), perHour(200)),
  team: inDatabase("team", "made many teams", perHour(40), perHour(60)),
  agency: inDatabase("agency", "made many agencies", perHour(10), null),

  // On one's own account.
  account: inMemory("account", "changed your account very often", perMinute(30), null),
  /** Each takes a processor for a moment, as passwords are to be slow to guess. */
  password: inDatabase("password", "sent many passwords", { limit: 30, minutes: 15 }, null),

  /** Read by calendars every few minutes at most. */
  calendar: inMemory("calendar", "asked for your calendar very often", perHour(120), null),

  // Not signed in: of one address.
  /** At an address where there is none (any more). */
  unknownCalendar: inMemory("calendar:door", "asked for very many calendars from this network", perHour(600), null),
  /** A mail provider's machines press the button for very many people. */
  stopLetters: inMemory("stop-letters:door", "stopped very many letters from this network", perMinute(300), null),
  /** A room of people on one network, each rating an item every few seconds. In memory: no table tells when somebody rated. */
  rateByLink: inMemory("rate-by-link:door", "saved very many ratings from this network", perMinute(600), null),
  /** Phones of such a room whose network comes and goes. */
  streamByLink: inMemory("stream-by-link:door", "opened this workbook very often from this network", perMinute(1_200), null),
  /** Codes of meetings that are tried: a right one is taken back, so a room of people who scan one count for nothing. */
  meetCode: inDatabase("meet-code:door", "typed very many wrong codes from this network", { limit: 60, minutes: 15 }, null),
  /** A room full of phones: each joins, votes and changes its mind. In memory: no table tells when somebody voted. */
  meet: inMemory("meet:door", "sent very many votes from this network", perMinute(2_400), null),
  /**
   * Public forms: looked at, and answered, by a room of people on one network. All in memory: no table holds anything of the
   * address of somebody who answers.
   */
  feedbackPage: inMemory("feedback-page:door", "opened this form very often from this network", perMinute(600), null),
  feedbackAnswer: inMemory("feedback-answer:door", "sent very many answers from this network", perMinute(60), null),
  /** Codes with which somebody looks what became of their answer. Of a whole agency together, so that many networks find none either. */
  feedbackCode: inMemory("feedback-code:door", "tried very many codes from this network", { limit: 30, minutes: 15 }, perHour(600)),
  signUp: inDatabase("sign-up:door", "signed up very often from this network", perHour(200), null),
  link: inDatabase("link:door", "used many links from this network", perHour(300), null),
} as const satisfies Record<string, Rate>;
