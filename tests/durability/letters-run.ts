import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { toolItems } from "@/lib/domain/tool/items";
import { createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { getTool, TOOL_NUMBERS } from "@/tests/support/tools";
import { type AppKind, Killable } from "./killable";
import { MailServer, type TakenLetter } from "./mail-server";

/** A place for each round, so that whoever is told of one place twice was told of one thing twice. */
const PLACES = TOOL_NUMBERS.flatMap((tool) => toolItems(getTool(tool)).map(({ id }) => ({ tool, itemId: id })));
const PEOPLE_PER_TEAM = 10;
/** A letter that is not there after so long does not come. */
const UNTIL_ALL_MS = 120_000;

export interface LettersOptions {
  readonly app: AppKind;
  readonly kills: number;
  readonly people: number;
  readonly say?: (line: string) => void;
}

export interface LettersFigures {
  readonly kills: number;
  /** Mentions and assignments that people were to be told of. */
  readonly notices: number;
  readonly letters: number;
  /** Notices that are in no letter. */
  readonly lost: number;
  /** Notices that are in two letters, which a mailbox could not tell to be the same. */
  readonly toldTwice: number;
  /** Letters whose second copy is not word for word the first. */
  readonly changed: number;
  /** Letters that came half, or to somebody else. */
  readonly broken: number;
  /** Copies of a letter under its own Message-ID, which a mailbox drops: whoever gave it died before noting the answer. */
  readonly copies: number;
  /** What a scanner that opens every link in every letter changed; null where no app answers. */
  readonly changedByScanner: readonly string[] | null;
  readonly opened: number;
}

interface Place {
  readonly team: TestTeam;
  readonly people: readonly TestPerson[];
}

/** People are mentioned and given work while the process that tells them is killed; counts what they were told. */
export async function runLetters({ app, kills, people, say = () => undefined }: LettersOptions): Promise<LettersFigures> {
  const mail = await MailServer.start();
  const killable = await Killable.start(app, {}, { SMTP_URL: mail.url, MENTION_MAIL_MINUTES: "1" });
  try {
    const places = await preparePlaces(killable, people);
    const expected: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      expected.push(...(await addNotices(killable, places, kill)));
      await untilSomeCame(mail, 1 + Math.random() * people * 0.8);
      await killable.killApp();
      // What it had claimed and not finished is free once its claim has run out: let it be later.
      await passTime(killable);
      await killable.startApp();
      if ((kill + 1) % 10 === 0) say(`${kill + 1} kills, ${mail.taken.length} letters`);
    }
    await untilAllTold(killable);
    const changedByScanner = app === "production" ? await scan(killable, mail.taken) : null;
    return { kills, notices: expected.length, ...judge(mail.taken, expected), changedByScanner, opened: changedByScanner ? linksOf(mail.taken).length : 0 };
  } finally {
    await killable.stop();
    await mail.stop();
  }
}

async function preparePlaces(killable: Killable, people: number): Promise<Place[]> {
  const access = { database: killable.pool, secret: killable.secret };
  const places: Place[] = [];
  for (let left = people; left > 0; left -= PEOPLE_PER_TEAM) {
    const team = await createTestTeam(access);
    const members = [];
    for (let count = 0; count < Math.min(left, PEOPLE_PER_TEAM); count += 1) members.push(await createMember(access, team, "member"));
    places.push({ team, people: members });
  }
  return places;
}

const nameOf = (email: string, link: string) => `${email} ${link}`;

/** Mentions everybody beside one item, and gives one of each team that item. Long enough ago to be told. */
async function addNotices({ pool, url }: Killable, places: readonly Place[], round: number): Promise<string[]> {
  const expected: string[] = [];
  const found = PLACES[round];
  if (!found) throw new Error("there are not as many places as rounds");
  const { tool, itemId } = found;
  for (const { team, people } of places) {
    const [threadId, commentId, assignmentId] = [randomUUID(), randomUUID(), randomUUID()];
    const of = [team.agencyId, team.teamId];
    const author = people[0] as TestPerson;
    const assignee = people[round % people.length] as TestPerson;
    await pool.query(`insert into comment_thread (agency_id, team_id, id, toolkit_id, tool_id, item_id, created_by) values ($1, $2, $3, 'ps-cope', 'tool-${tool}', $4, $5)`, [...of, threadId, itemId, author.userId]);
    await pool.query(`insert into comment (agency_id, id, thread_id, body, created_by) values ($1, $2, $3, 'Please look.', $4)`, [team.agencyId, commentId, threadId, author.userId]);
    await pool.query(
      `insert into comment_mention (agency_id, comment_id, user_id, created_at) select $1, $2, person, now() - interval '5 minutes' from unnest($3::uuid[]) person`,
      [team.agencyId, commentId, people.map(({ userId }) => userId)],
    );
    await pool.query(
      `insert into assignment (agency_id, team_id, id, toolkit_id, tool_id, target_id, assignee_id, assigned_by) values ($1, $2, $3, 'ps-cope', 'tool-${tool}', $4, $5, $6)`,
      [...of, assignmentId, itemId, assignee.userId, author.userId],
    );
    await pool.query(
      `insert into assignment_notice (agency_id, assignment_id, user_id, created_at) select agency_id, id, assignee_id, now() - interval '5 minutes' from assignment where agency_id = $1 and id = $2`,
      [team.agencyId, assignmentId],
    );
    const page = `${url}/teams/${team.teamId}/tools/${getTool(tool).slug}`;
    expected.push(...people.map(({ email }) => nameOf(email, `${page}?panel=${itemId}#${itemId}`)), nameOf(assignee.email, `${page}#${itemId}`));
  }
  return expected;
}

/** At least one; as many as that when they come soon enough. */
async function untilSomeCame(mail: MailServer, some: number): Promise<void> {
  const before = mail.taken.length;
  const until = Date.now() + 30_000;
  while (mail.taken.length < before + some && Date.now() < until) await wait(1);
  await wait(Math.random() * 20);
}

async function passTime(killable: Killable): Promise<void> {
  await killable.query("update job set claimed_until = now() where claimed_until > now()");
  await killable.query("update job set due_at = now() where kind = 'notice' and done_at is null and due_at > now()");
}

async function untilAllTold(killable: Killable): Promise<void> {
  const until = Date.now() + UNTIL_ALL_MS;
  let restarted = Date.now();
  for (;;) {
    const [row] = await killable.query<{ waiting: number }>(
      `select (select count(*) from comment_mention where mailed_at is null) + (select count(*) from assignment_notice where mailed_at is null)
              + (select count(*) from job where kind = 'notice' and done_at is null and given_up_at is null) as waiting`,
    );
    if (Number(row?.waiting) === 0 || Date.now() > until) return;
    // Letters refused for the moment rest for minutes, and the app looks once a minute: it looks when it starts.
    if (Date.now() - restarted > 10_000) {
      await killable.killApp();
      await passTime(killable);
      await killable.startApp();
      restarted = Date.now();
    }
    await wait(100);
  }
}

function judge(taken: readonly TakenLetter[], expected: readonly string[]) {
  const wanted = new Set(expected);
  const letters = new Map<string, TakenLetter>();
  const broken = new Set<string>();
  const changed = new Set<string>();
  for (const letter of taken) {
    if (letter.messageId === "" || !letter.text.trim().endsWith("PS-COPE Workbook")) broken.add(letter.messageId);
    const known = letters.get(letter.messageId);
    if (!known) letters.set(letter.messageId, letter);
    else if (known.to !== letter.to || known.text !== letter.text) changed.add(letter.messageId);
  }
  const told = new Map<string, number>();
  for (const { to, messageId, links } of letters.values()) {
    for (const link of links.filter((one) => one.includes("/tools/"))) {
      const name = nameOf(to, link);
      if (!wanted.has(name)) broken.add(messageId);
      told.set(name, (told.get(name) ?? 0) + 1);
    }
  }
  return {
    letters: letters.size,
    copies: taken.length - letters.size,
    lost: expected.filter((name) => !told.has(name)).length,
    toldTwice: [...told.values()].filter((times) => times > 1).length,
    changed: changed.size,
    broken: broken.size,
  };
}

const linksOf = (taken: readonly TakenLetter[]) => [...new Set(taken.flatMap(({ links }) => links))];

/** Whatever a letter's link could change. */
const STATE: Readonly<Record<string, string>> = {
  "letters' choices": "select id, mail_assignments, mail_mentions, disabled_at from user_account order by id",
  reminders: "select * from reminder_choice order by user_id",
  "links to stop letters": "select user_id, kind, stopped, expires_at from stop_link order by user_id, kind",
  calendars: "select user_id, made_at, read_at from calendar_feed order by user_id",
  sessions: "select user_id, revoked_at, expires_at from session order by user_id, expires_at",
  memberships: "select agency_id, user_id, is_admin from membership order by 1, 2",
  assignments: "select agency_id, id, accepted_at, handed_back_at from assignment order by 1, 2",
  comments: "select agency_id, id, resolved_at from comment_thread order by 1, 2",
  accounts: "select count(*) from account_event",
};

/** A mail scanner: opens every link of every letter, each way that changes nothing, and follows where it leads. @returns what changed. */
async function scan(killable: Killable, taken: readonly TakenLetter[]): Promise<string[]> {
  const read = async () => Object.fromEntries(await Promise.all(Object.entries(STATE).map(async ([what, sql]) => [what, JSON.stringify(await killable.query(sql))])));
  const before = await read();
  const waiting = [...linksOf(taken)];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
        for (const method of ["HEAD", "GET"]) await open(link, method);
      }
    }),
  );
  const after = await read();
  return Object.keys(STATE).filter((what) => before[what] !== after[what]);
}

async function open(link: string, method: string): Promise<void> {
  for (;;) {
    const response = await fetch(link, { method, headers: { "User-Agent": "MailScanner/1.0" } });
    await response.arrayBuffer();
    if (response.status === 429) {
      await wait(1_000 * Number(response.headers.get("retry-after") ?? 1));
      continue;
    }
    if (response.status >= 500) throw new Error(`${method} ${link} answered ${response.status}`);
    return;
  }
}
