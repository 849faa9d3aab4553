import path from "node:path";

// What each room of the code may import: lists of what is allowed, so that whatever is not named is refused. Lint asks
// here (scripts/lib/rooms-rule.mjs), and tests/scripts/rooms.test.ts holds that no two rooms need each other.

const DOMAIN = "lib/domain/**";
const PLATFORM = "lib/platform/**";
/** What forms ask of a role, a field, a request: plain functions and words, fit for a browser. */
const FORM_RULES = ["lib/platform/auth/permissions", "lib/platform/auth/who-sees", "lib/platform/http/form-key", "type lib/platform/entry", "type lib/platform/auth"];
const DRAWN = ["components/ui", "components/people", "components/forms", "components/item-panel"];

/** What routes and their actions read and do; only what stands behind it opens the database. */
const BEHIND_ROUTES = [
  DOMAIN, "content", "lib/accounts", "lib/agencies", "lib/people", "lib/responses", "lib/notes", "lib/comments", "lib/evidence", "lib/assignments", "lib/meetings", "lib/rounds", "lib/sittings",
  "lib/events", "lib/history", "lib/screens", "lib/personal", "lib/roster", "lib/milestones", "lib/readiness", "lib/indicators", "lib/since", "lib/home", "lib/notices", "lib/plan", "lib/imports", "lib/exports/**", "lib/sync/**", "lib/platform", "lib/platform/audit", "lib/links",
  "lib/platform/auth", "lib/platform/passwords", "lib/platform/entry", "lib/platform/http", "lib/platform/rates", "lib/platform/mail", "lib/platform/db/health", "lib/reminders", "lib/calendar", "lib/jobs", "lib/platform/jobs",
  "lib/site", "lib/feedback",
];

/**
 * A room is one folder; "/**" takes in the folders below it. An entry is a room, one file without its ending, or, after
 * "type ", what may be imported as a type alone. Its own files a room may always import.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const ROOMS = {
  "lib/domain": [],
  "lib/domain/text": ["lib/domain"],
  "lib/domain/people": [],
  "lib/domain/tool": ["lib/domain/text"],
  "lib/domain/plan": ["lib/domain/people", "lib/domain/text", "lib/domain/tool", "lib/domain/answer", "lib/domain/item", "lib/domain/report"],
  "lib/domain/indicators": ["lib/domain/answer", "lib/domain/plan", "lib/domain/report", "lib/domain/text"],
  "lib/domain/toolkit": ["type lib/domain/feedback", "lib/domain/plan", "lib/domain/text", "lib/domain/tool"],
  "lib/domain/answer": ["lib/domain/tool"],
  "lib/domain/item": ["lib/domain/people", "lib/domain", "lib/domain/text", "lib/domain/tool", "lib/domain/answer"],
  "lib/domain/report": ["lib/domain/people", "lib/domain/tool", "lib/domain/answer", "lib/domain/item"],
  "lib/domain/readiness": ["lib/domain/text", "lib/domain/tool", "lib/domain/toolkit", "lib/domain/answer", "lib/domain/item", "lib/domain/report"],
  "lib/domain/meetings": ["lib/domain/people", "lib/domain/plan", "lib/domain/tool", "type lib/domain/report", "lib/domain/readiness"],
  "lib/domain/rounds": ["lib/domain/people", "lib/domain/text", "lib/domain/tool", "lib/domain/answer", "type lib/domain/report"],
  "lib/domain/sittings": ["lib/domain/people", "type lib/domain/report", "lib/domain/rounds", "lib/domain/tool"],
  "lib/domain/feedback": ["lib/domain/text", "type lib/domain/tool"],
  "lib/domain/milestones": ["lib/domain/text", "lib/domain/tool", "lib/domain/answer", "lib/domain/plan", "lib/domain/readiness"],
  "lib/domain/overview": ["lib/domain/tool", "lib/domain/toolkit", "lib/domain/answer", "lib/domain/item"],
  "lib/domain/writing-hints": [],
  "lib/domain/reminders": [],
  content: [DOMAIN],

  "lib/platform": [],
  "lib/platform/errors": [],
  "lib/platform/browser": [],
  "lib/platform/turns": [],
  "lib/platform/db": ["lib/platform", "lib/platform/turns"],
  "lib/platform/events": ["lib/platform/db"],
  "lib/platform/http": ["lib/platform"],
  "lib/platform/audit": ["lib/platform/db"],
  "lib/platform/rates": ["lib/platform/db"],
  "lib/platform/mail": ["lib/domain/text", "lib/platform", "lib/platform/db", "lib/platform/http"],
  // What is done beside requests, by one instance at a time.
  "lib/platform/jobs": ["lib/platform", "lib/platform/db", "lib/platform/mail", "lib/platform/turns"],
  "lib/platform/passwords": [DOMAIN, "lib/platform", "lib/platform/http", "lib/platform/turns"],
  "lib/platform/auth": [DOMAIN, "content", "lib/platform", "lib/platform/audit", "lib/platform/db", "lib/platform/errors", "lib/platform/events", "lib/platform/http", "lib/platform/passwords", "lib/platform/rates", "lib/platform/turns"],
  "lib/platform/entry": [DOMAIN, "content", "lib/platform", "lib/platform/audit", "lib/platform/auth", "lib/platform/db", "lib/platform/errors", "lib/platform/http", "lib/platform/rates", "lib/platform/turns"],

  // What both sides of a shared document say to each other.
  "lib/sync": [DOMAIN],
  "lib/sync/document": [DOMAIN, "lib/sync"],
  "lib/sync/editing": [DOMAIN, "lib/sync/document"],
  "lib/sync/browser": [DOMAIN, "lib/sync", "lib/sync/document", "lib/sync/editing", "lib/platform/http/user-header"],
  "lib/sync/opening": [DOMAIN, "lib/sync", "lib/sync/document", "lib/sync/editing", "type lib/sync/browser"],
  "lib/sync/following": [DOMAIN, "lib/sync", "lib/sync/document", "lib/sync/browser", "lib/platform/http/user-header"],
  "lib/sync/work": [DOMAIN, "lib/sync", "lib/sync/document", "lib/platform/turns"],
  "lib/sync/server": [DOMAIN, "lib/sync", PLATFORM],

  "lib/events": [DOMAIN, "lib/sync", "lib/sync/server", PLATFORM],
  "lib/agencies": [DOMAIN, PLATFORM],
  "lib/accounts": [DOMAIN, PLATFORM],
  "lib/site": [PLATFORM],
  "lib/people": [DOMAIN, "content", "lib/accounts", "lib/agencies", PLATFORM],
  "lib/responses": [DOMAIN, "content", "lib/events", "lib/sync", "lib/sync/document", "lib/sync/work", "lib/sync/server", PLATFORM],
  "lib/notes": [DOMAIN, "lib/responses", "lib/people", PLATFORM],
  "lib/comments": [DOMAIN, "lib/events", "lib/agencies", "lib/people", "lib/responses", PLATFORM],
  "lib/evidence": [DOMAIN, "content", "lib/events", "lib/agencies", "lib/people", "lib/responses", PLATFORM],
  "lib/assignments": [DOMAIN, "content", "lib/events", "lib/people", "lib/responses", PLATFORM],
  "lib/history": [DOMAIN, "lib/events", "lib/agencies", "lib/people", "lib/responses", "lib/sync/work", PLATFORM],
  // Where a gap went, from the report to a goal, and back.
  "lib/links": [DOMAIN, "content", "lib/events", "lib/responses", "lib/sync/server", PLATFORM],
  // What one person fills in alone. No other noun may import it, downloads and the archive least of all.
  "lib/personal": [DOMAIN, PLATFORM],
  // How people take part in a team, by what they say of themselves. As with "lib/personal".
  "lib/roster": [DOMAIN, "content", "lib/responses", PLATFORM],
  "lib/screens": [DOMAIN, "lib/people", "lib/plan", "lib/responses", "lib/rounds", "lib/sittings", "lib/sync", "lib/sync/server", PLATFORM],
  "lib/readiness": [DOMAIN, "content", "lib/agencies", "lib/responses", "lib/rounds", "type lib/platform/auth"],
  // What the rows of an evaluation measure, over time.
  "lib/indicators": [DOMAIN, "content", "lib/responses", "lib/sync/work", "lib/agencies", PLATFORM],
  "lib/since": [DOMAIN, "type lib/events", "lib/responses", PLATFORM],
  // A team's actions, with what the history tells of them.
  "lib/plan": [DOMAIN, "content", "lib/links", "lib/people", "lib/responses", "lib/since", "lib/sync/work", PLATFORM],
  // What waits for a person: everything that a team has, at a glance.
  "lib/home": [DOMAIN, "content", "lib/agencies", "lib/assignments", "lib/comments", "lib/feedback", "lib/people", "lib/plan", "lib/responses", "lib/rounds", "lib/since", PLATFORM, "lib/links"],
  "lib/meetings": [DOMAIN, "content", "lib/agencies", "lib/assignments", "lib/comments", "lib/history/time-zones", "lib/plan", "lib/responses", "lib/rounds", PLATFORM],
  // What people rate alone, and what the team decides then. No download or archive reads more of it than the receipt.
  "lib/rounds": [DOMAIN, "content", "lib/responses", "lib/sync/server", PLATFORM],
  // Meeting mode: one item at a time on a big screen, everyone with a phone.
  "lib/sittings": [DOMAIN, "content", "lib/meetings", "lib/people", "lib/qr-code", "lib/responses", "lib/rounds", "lib/sync/server", PLATFORM],
  "lib/qr-code": [],
  // What people without an account tell a team, and what became of it.
  "lib/feedback": [DOMAIN, "content", "lib/agencies", "lib/history/time-zones", "lib/meetings/team-day", "lib/plan", "lib/qr-code", "lib/responses", "type lib/sync/work", PLATFORM],
  // Letters about what waits for people.
  "lib/notices": [DOMAIN, "content", "lib/accounts", "lib/responses", PLATFORM],
  // What a person is to have done by a day, and who tells it.
  "lib/due-dates": [DOMAIN, "content", "lib/agencies", "lib/assignments", "lib/responses", "lib/rounds", PLATFORM],
  "lib/reminders": [DOMAIN, "lib/accounts", "lib/agencies", "lib/due-dates", "lib/history/time-zones", PLATFORM],
  "lib/calendar": [DOMAIN, "lib/due-dates", "lib/meetings", PLATFORM],
  "lib/jobs": ["lib/feedback", "lib/sittings", "lib/notices", "lib/reminders", PLATFORM],

  // One document, read once; what prints it knows no database and nobody's rights.
  "lib/exports/document": [DOMAIN, "content", "type lib/events", "type lib/comments", "lib/platform/errors"],
  "lib/exports/read": [DOMAIN, "content", "lib/events", "lib/exports/document", "lib/agencies", "lib/people", "lib/responses", "lib/rounds", "lib/comments", "lib/evidence", "lib/assignments", "lib/history", "lib/readiness", "lib/indicators", PLATFORM, "lib/links"],
  // Named days, kept as exports read them, and rating anew with their answers.
  "lib/milestones": [DOMAIN, "content", "lib/agencies", "lib/events", "lib/exports/document", "lib/exports/read", "lib/history", "lib/links", "lib/people", "lib/readiness", "lib/responses", "lib/rounds", PLATFORM],
  "lib/exports/worker": ["lib/exports/document"],
  "lib/exports/print": [DOMAIN, "content", "type lib/events", "lib/exports/document", "type lib/comments", "lib/history/timeline", "lib/history/time-zones", "lib/history/text-difference", "type lib/history", "lib/readiness"],
  "lib/exports/pdf": ["type lib/exports/document", "lib/exports/print", "lib/exports/worker"],
  "lib/exports/docx": ["type lib/exports/document", "lib/exports/print", "lib/exports/worker"],
  "lib/exports/sheets": [DOMAIN, "type lib/events", "lib/exports/document", "lib/exports/worker", "type lib/comments", "lib/history/change-view"],
  "lib/exports/json": [DOMAIN, "content", "lib/events/response-event", "lib/exports/document", "type lib/exports/worker", "lib/platform"],
  "lib/exports/processes": [DOMAIN, "content", "lib/exports/**", "lib/milestones", "lib/responses", PLATFORM],
  "lib/exports/archive": [DOMAIN, "content", "lib/history/time-zones", "lib/exports/document", "lib/exports/read", "lib/exports/processes", "lib/agencies", "lib/people", "lib/responses", "lib/evidence", "lib/feedback", "lib/meetings", "lib/milestones", "lib/rounds", "lib/sittings", PLATFORM],
  "lib/imports": [DOMAIN, "content", "lib/events", "lib/exports/document", "lib/exports/json", "lib/exports/worker", "lib/exports/processes", "lib/responses", "lib/sync/document", "lib/sync/server", PLATFORM],

  // Components are handed their data by a route: of a noun they know the types, and of its rules those that a browser may run.
  "components/ui": ["lib/domain/text"],
  // Follows what happens elsewhere while a page is open.
  "components/live": ["lib/sync/document/random-id", "lib/sync/following", "type lib/sync/browser"],
  "components/shell": [DOMAIN, "content", "components/ui", "lib/platform/browser", "type lib/platform/auth"],
  "components/site": ["components/ui", "type lib/site"],
  "components/mail": ["lib/platform"],
  "components/early-input": ["lib/sync/document"],
  "components/forms": ["components/ui", "lib/platform/entry/input-size", ...FORM_RULES],
  "components/account": [DOMAIN, "app/actions", "components/ui", "components/forms", "type lib/platform/entry", "lib/platform/auth/sign-in-problem", "lib/platform/browser", "lib/sync/browser", "lib/sync/opening"],
  "components/letters": [DOMAIN, "app/actions", "components/ui", "components/forms", "type lib/platform/jobs"],
  "components/calendar": ["app/actions", "components/ui", "components/forms", "type lib/calendar"],
  "components/people": [DOMAIN, "content", "app/actions", "components/ui", "components/forms", "components/account", "type lib/people", ...FORM_RULES],
  "components/agencies": [DOMAIN, "content", "app/actions", "type lib/home", "components/ui", "components/forms", "lib/agencies/agency-facts", ...FORM_RULES],
  "components/team": [DOMAIN, "app/actions", "components/ui", "components/forms", "components/people", "type lib/assignments", "type lib/home"],
  "components/item-panel": [DOMAIN, "components/ui", "components/people", "type lib/platform/auth"],
  "components/assignments": [DOMAIN, "app/actions", ...DRAWN, "content", "type lib/assignments", ...FORM_RULES],
  "components/comments": [DOMAIN, "app/actions", ...DRAWN, "type lib/comments", ...FORM_RULES],
  "components/evidence": [DOMAIN, "app/actions", ...DRAWN, "lib/evidence/evidence-file", "type lib/evidence", ...FORM_RULES],
  "components/history": [DOMAIN, "app/actions", ...DRAWN, "type lib/events", "type lib/history", "type lib/responses", ...FORM_RULES],
  "components/overview": [DOMAIN, "content", "components/ui", "components/links", "type lib/links"],
  "components/plan": [DOMAIN, "app/actions", ...DRAWN, "components/live", "components/printed", "type lib/plan", "lib/sync/document/random-id", "lib/sync/following", ...FORM_RULES],
  "components/personal": [DOMAIN, "app/actions", "components/ui", "components/printed", "components/forms", "components/people", ...FORM_RULES],
  "components/roster": [DOMAIN, "app/actions", "components/ui", "components/forms", "components/people", "type lib/roster", ...FORM_RULES],
  "components/meetings": [DOMAIN, "app/actions", "content", ...DRAWN, "components/forms", ...FORM_RULES],
  "components/rounds": [DOMAIN, "app/actions", "content", ...DRAWN, "components/forms", "components/live", "lib/platform/browser", "lib/platform/http/user-header", ...FORM_RULES],
  "components/sittings": [DOMAIN, "app/actions", "content", ...DRAWN, "components/forms", "components/qr-code", "components/rounds", "components/live", "type lib/sittings", "lib/platform/browser", ...FORM_RULES],
  "components/qr-code": [],
  // The public form: whole pages as text, without React or the app around them.
  "components/feedback-page": ["lib/domain/feedback", "lib/domain/text"],
  "components/feedback-page/browser": ["lib/domain/writing-hints"],
  "components/feedback": [DOMAIN, "app/actions", "content", ...DRAWN, "components/forms", "components/qr-code", "type lib/feedback", ...FORM_RULES],
  "components/milestones": [DOMAIN, "app/actions", "components/ui", "components/people", "components/forms", "lib/exports/document", "type lib/milestones", ...FORM_RULES],
  "components/readiness": [DOMAIN, "app/actions", "content", "components/ui", "components/people", "components/forms", "type lib/readiness", ...FORM_RULES, "components/links", "type lib/links"],
  "components/indicators": [DOMAIN, "content", "app/actions", "components/ui", "components/printed", "components/people", "components/forms", "components/links", "type lib/indicators", "type lib/links", ...FORM_RULES],
  "components/links": [DOMAIN, "app/actions", "content", ...DRAWN, "components/plan/action-status-tag", "components/tool/live", "type lib/links", ...FORM_RULES],
  "components/home": [DOMAIN, "app/actions", "content", ...DRAWN, "components/team", "components/assignments", "type lib/assignments", "type lib/home", "lib/since/since", ...FORM_RULES],
  "components/exports": [DOMAIN, "content", "components/ui", "components/forms", "lib/exports/document", "lib/exports/print/print-dates", "type lib/exports/read", ...FORM_RULES],
  "components/imports": [DOMAIN, "content", "components/ui", "lib/exports/json/json-schema", "type lib/imports"],
  "components/tool/live": [DOMAIN, "components/ui", "components/people", "components/account", "components/item-panel", "lib/sync", "lib/sync/document", "lib/sync/browser", "lib/sync/opening", "lib/sync/following"],
  "components/tool/fields": [DOMAIN, "components/ui", "components/people", "components/tool/live", "lib/sync/editing"],
  "components/tool/table": [DOMAIN, "components/ui", "components/tool/live", "components/tool/fields", "lib/sync/editing", "type lib/sync/browser"],
  // Printed text, sent once.
  "components/printed": [],
  "components/tool/controls": [DOMAIN, "components/ui", "components/printed", "components/tool/fields", "components/tool/table", "lib/notes/item-notes"],
  "components/tool/views": [DOMAIN, "content", "components/ui", "components/printed", "components/tool/fields", "components/tool/controls"],
  // One section at a time, and what folds.
  "components/tool/sections": [DOMAIN],
  // What lies beside an item: its menu and its panel.
  "components/tool/beside": [DOMAIN, ...DRAWN, "components/tool/live", "components/assignments", "components/comments", "components/evidence", "components/history"],
  "components/tool/since": [DOMAIN, "components/ui", "components/tool/live", "lib/since/since", "type lib/since", "lib/platform/http/user-header"],
  "components/tool/writing-hints": [DOMAIN, "content", "components/ui"],
  "components/tool": [DOMAIN, "app/actions", "content", ...DRAWN, "components/tool/**", "components/assignments", "components/comments", "components/links", "components/evidence", "components/history", "type components/guide", "type lib/home", "type lib/people", "type lib/responses", "lib/exports/document", "lib/notes/item-notes", ...FORM_RULES],
  "components/guide": [DOMAIN, "content", "components/ui", "components/tool/views", "type components/tool/controls"],
  "components/guide/chapters": [DOMAIN, "components/ui", "components/guide"],

  // The actions beside routes: a form may import the action it sends to, and nothing else of app.
  "app/actions": BEHIND_ROUTES,
  "app/**": [...BEHIND_ROUTES, "app/**", "app/actions", "components/**", "lib/platform/turns/busy"],
};

const SERVER = ["server-only", "node:*"];
const DRAWING = ["react", "react-dom", "next/link", "next/navigation"];

/**
 * The packages that a room may import; the longest name that fits counts.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const PACKAGES = {
  "lib/domain/**": ["zod"],
  content: [],
  "lib/platform": ["zod"],
  "lib/platform/browser": [],
  "lib/platform/db": [...SERVER, "pg", "@prisma/adapter-pg"],
  "lib/platform/http": [...SERVER, "next/headers", "next/server"],
  "lib/platform/mail": [...SERVER, "nodemailer"],
  "lib/platform/auth": [...SERVER, "zod", "pg", "react", "next/headers", "next/navigation", "next/server", "next-auth", "next-auth/*"],
  "lib/platform/passwords": [...SERVER, "@node-rs/argon2", "unhomoglyph", "@zxcvbn-ts/*"],
  "lib/platform/entry": [...SERVER, "zod", "next/cache", "next/navigation"],
  "lib/sync": ["zod"],
  "lib/sync/document": ["yjs", "fractional-indexing"],
  "lib/sync/editing": ["yjs"],
  "lib/sync/browser": ["yjs", "idb"],
  "lib/sync/following": [],
  "lib/sync/work": [...SERVER, "yjs", "workerpool", "tsx/esm/api"],
  // Everything else of lib: a noun, on the server.
  "lib/**": [...SERVER, "zod", "pg", "yjs"],
  "lib/calendar": [...SERVER, "ical-generator"],
  "lib/people": [...SERVER, "zod", "next/headers", "unhomoglyph"],
  "lib/evidence": [...SERVER, "aws4fetch", "file-type"],
  "lib/history": [...SERVER, "pg", "diff"],
  "lib/readiness": ["echarts", "echarts/*"],
  "lib/feedback": [...SERVER, "pg", "zod", "altcha-lib", "altcha-lib/algorithms/pbkdf2"],
  "lib/qr-code": [...SERVER, "lean-qr", "lean-qr/extras/svg"],
  "lib/exports/archive": [...SERVER, "csv-stringify/sync", "filenamify"],
  "lib/exports/pdf": [...SERVER, "@myriaddreamin/*", "fontkit"],
  "lib/exports/docx": [...SERVER, "docx", "docx/*"],
  "lib/exports/sheets": [...SERVER, "csv-stringify/sync", "fflate", "write-excel-file/*"],
  "lib/exports/processes": [...SERVER, "workerpool"],
  "components/**": DRAWING,
  "components/feedback-page": ["node:crypto"],
  "components/feedback-page/browser": ["esbuild", "node:*"],
  "components/printed": [...DRAWING, ...SERVER, "next/headers", "next/server"],
  "components/forms": [...DRAWING, "react-hook-form"],
  "app/actions": ["zod", "next/cache", "next/server"],
  "app/**": ["react", "zod", "client-zip", "next", "next/*", "next-auth"],
};

/** The row of a table that a file or a room falls under; a room's own before one that takes in several. */
function rowOf(table, room) {
  if (table[room]) return room;
  const wide = Object.keys(table).filter((row) => row.endsWith("/**") && isWithin(row, room));
  return wide.sort((a, b) => b.length - a.length)[0];
}

function isWithin(row, room) {
  const folder = row.slice(0, -"/**".length);
  return room === folder || room.startsWith(`${folder}/`);
}

/** The room of a file, given from the top; null for what no table speaks of (scripts, tests, configuration). */
export function roomOf(file) {
  if (!/^(app|components|content|lib)\//.test(file)) return null;
  if (/^app\/(.*\/)?actions(\.ts)?$/.test(file)) return "app/actions";
  // Data, whichever toolkit's.
  if (file.startsWith("content/")) return "content";
  return path.posix.dirname(file);
}

const stemOf = (file) => file.replace(/(\.d)?\.(tsx?|mjs|mts|js)$/, "");

/** What an import names, from the top and without its ending; null for a package. */
export function targetOf(file, specifier) {
  if (specifier.startsWith("@/")) return stemOf(specifier.slice(2));
  return specifier.startsWith(".") ? stemOf(path.posix.join(path.posix.dirname(file), specifier)) : null;
}

const fits = (name, allowed) => allowed.some((one) => one === name || (one.endsWith("*") && name.startsWith(one.slice(0, -1))));

/**
 * Why `file` may not import `specifier`; null when it may.
 * @param {string} file from the top
 * @param {string} specifier
 * @param {boolean} isType whether it is imported as a type alone
 * @returns {string | null}
 */
export function findFault(file, specifier, isType) {
  const room = roomOf(file);
  if (room === null) return null;
  const row = rowOf(ROOMS, room);
  if (row === undefined) return `${room} is no room yet: say in scripts/lib/rooms.mjs what it may import.`;
  const target = targetOf(file, specifier);
  if (target === null) {
    const packages = rowOf(PACKAGES, room);
    return isType || fits(specifier, PACKAGES[packages] ?? []) ? null : `${row} may not import the package ${specifier} (scripts/lib/rooms.mjs).`;
  }
  const wanted = roomOf(target);
  if (wanted === room || target.includes("/db/generated/")) return null;
  if (wanted === null) return `Nothing here may import ${target}.`;
  const isAllowed = ROOMS[row].some((entry) => {
    if (entry.startsWith("type ") && !isType) return false;
    const name = entry.replace(/^type /, "");
    return name === wanted || name === target || (name.endsWith("/**") && isWithin(name, wanted));
  });
  return isAllowed ? null : `${row} may not import ${isType ? "the type from " : ""}${target} (scripts/lib/rooms.mjs says what it may).`;
}
