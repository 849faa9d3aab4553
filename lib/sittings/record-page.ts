import "server-only";
import { type People, showPerson } from "@/lib/domain/people/person";
import { voteWords } from "@/lib/domain/sittings/vote-words";
import type { RecordedItem, SittingRecord } from "./sitting-record";

/** Whose meeting it was, as the page says it. */
export interface RecordHead {
  /** "Meeting on Dec 3, 2026" */
  readonly title: string;
  /** "Core Team, Harbor Bend Police Department" */
  readonly about: string;
  /** When it was saved, "Dec 3, 2026". */
  readonly savedOn: string;
  readonly notes: string;
  /** What was written down beside the votes. */
  readonly decisions: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as text, whatever somebody typed. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

const paragraph = (text: string, extra = "") => (text === "" ? "" : `<p${extra}>${escape(text).replaceAll("\n", "<br>")}</p>`);

function itemLine({ name, place, outcome, rationale, dissent, votes }: RecordedItem): string {
  return `<li><h4>${escape(name)}</h4>${paragraph(place, ' class="quiet"')}${outcome === null ? "" : paragraph(outcome, ' class="outcome"')}${paragraph(rationale)}${dissent === "" ? "" : paragraph(`Seen differently: ${dissent}`)}${votes.map((vote, index) => paragraph(voteWords(vote, index, votes.length), ' class="quiet"')).join("")}</li>`;
}

function list(title: string, items: readonly string[], empty: string): string {
  return `<h3>${title}</h3>${items.length === 0 ? paragraph(empty) : `<ul>${items.join("")}</ul>`}`;
}

function sittingPart({ sitting, seats, items }: SittingRecord, people: People): string {
  const names = seats.flatMap(({ person, names: chosen }) => (person ? [showPerson(people, person)] : chosen));
  const open = items.filter(({ outcome }) => outcome === null);
  return [
    `<section><h2>Meeting mode</h2>`,
    paragraph(`Led by ${showPerson(people, sitting.facilitator)}.`),
    list("Decided together", items.filter(({ outcome }) => outcome !== null).map(itemLine), "Nothing was decided."),
    open.length === 0 ? "" : list("Still open", open.map(itemLine), ""),
    list("Who took part", names.map((name) => `<li>${escape(name)}</li>`), "Nobody joined with a phone."),
    paragraph("As they chose to be named. Nothing ties them to a vote.", ' class="quiet"'),
    "</section>",
  ].join("");
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#171716;background:#fff}h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.0625rem;margin-top:1.5rem}h4{font-size:1rem;margin:0}ul{padding-left:1.25rem}li{margin:.5rem 0;overflow-wrap:anywhere}p{margin:.25rem 0;overflow-wrap:anywhere}.quiet{color:#5d5d52}.outcome{font-weight:600}`;

/** The meeting as one page of its own, which any browser opens and prints. */
export function recordPage({ title, about, savedOn, notes, decisions }: RecordHead, records: readonly SittingRecord[], people: People): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}, ${escape(about)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escape(title)}</h1>${paragraph(about)}${paragraph(`Saved on ${savedOn} from the PS-COPE Workbook.`, ' class="quiet"')}`,
    decisions.length === 0 ? "" : `<section><h2>Decisions</h2><ul>${decisions.map((words) => `<li>${escape(words)}</li>`).join("")}</ul></section>`,
    ...records.map((record) => sittingPart(record, people)),
    notes === "" ? "" : `<section><h2>Notes</h2>${paragraph(notes)}</section>`,
    "</body></html>\n",
  ].join("");
}
