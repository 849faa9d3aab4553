import { ACTION_STATUS_LABELS, type ActionStatus, ACTION_STATUSES } from "@/lib/domain/plan/action-status";
import { partnersOffer, rosterOffer } from "../offers";
import type { GridColumn, Offer, Section, TextItem } from "@/lib/domain/tool/definition";

const PARTNERS_QUESTION = "Who are the key partners and stakeholders?";

/** What a plan needs beside the printed lines. Ours. */
const planColumns: readonly GridColumn[] = [
  { id: "owner", label: "Owner on the team", kind: "person", extension: true },
  { id: "due", label: "Due date", kind: "date", extension: true },
  { id: "status", label: "Status", kind: "choice", options: ACTION_STATUSES.map((id) => ({ id, label: ACTION_STATUS_LABELS[id] })), extension: true },
  { id: "why", label: "If it is blocked, why?", kind: "text", extension: true, onlyFor: { column: "status", option: "blocked" satisfies ActionStatus } },
];

/** A sheet of Tool 12: 17 answers, and what we add to its action steps. The toolkit prints three; a fourth, ours, serves its "three or four" ideas. */
export function ideaSheet(number: 1 | 2 | 3 | 4): Section {
  const id = `t12-sheet-${number}`;
  const name = `Idea #${number}`;
  const printed = number <= 3;
  const source = printed ? `Tool 12, ${name}` : "Not in the toolkit: a fourth sheet like the printed three";
  const extension = printed ? {} : { extension: true as const };

  function partners(part: string, prompt: string, offers: Offer): TextItem {
    return {
      kind: "text",
      id: `${id}-partners-${part}`,
      length: "long",
      prompt,
      context: PARTNERS_QUESTION,
      source,
      offers: [offers],
      ...extension,
    };
  }

  return {
    id,
    title: name,
    layout: "sheet",
    ...extension,
    nodes: [
      { kind: "text", id: `${id}-idea`, length: "short", prompt: `${name}:`, source, ...extension },
      { kind: "text", id: `${id}-goal`, length: "long", prompt: "Goal:", source, ...extension },
      {
        // Printed without options; its wording asks for yes or no.
        kind: "choice",
        id: `${id}-smart`,
        prompt:
          "Is your goal SMART (Specific, Measurable, Achievable, Realistic, and Timely)?",
        source,
        options: [
          { id: "yes", label: "Yes" },
          { id: "no", label: "No" },
        ],
        ...extension,
      },
      {
        kind: "choice",
        id: `${id}-timeframe`,
        prompt: "What is the timeframe?",
        source,
        options: [
          { id: "short-term", label: "Short-term" },
          { id: "medium-term", label: "Medium-term" },
          { id: "long-term", label: "Long-term" },
        ],
        ...extension,
      },
      {
        kind: "grid",
        id: `${id}-steps`,
        caption: "Key action steps",
        source,
        columns: [
          {
            id: "action",
            label: "What actions do you need to take to achieve this goal, by when?",
            kind: "text",
          },
          { id: "lead", label: "Who is the lead/owner/champion?", kind: "text", offers: [rosterOffer] },
          ...planColumns,
        ],
        rows: [1, 2, 3, 4].map((row) => ({ id: `${id}-step-${row}`, number: String(row) })),
        ...extension,
      },
      {
        kind: "table",
        id: `${id}-more`,
        prompt: "More action steps",
        source: "Not in the toolkit: action steps beyond the four printed lines",
        rowName: `${name} step`,
        columns: [
          { id: "action", label: "What needs to be done?", kind: "text" },
          { id: "lead", label: "Who leads it?", kind: "text", offers: [rosterOffer] },
          // All of this table is ours.
          ...planColumns.map(({ extension: _, length: __, ...column }) => column),
        ],
        extension: true,
      },
      { kind: "paragraph", text: PARTNERS_QUESTION },
      partners("existing", "Existing", partnersOffer("Partners answered Yes in Tool 5", ["yes"])),
      partners("promising", "Promising", partnersOffer("Partners answered In Progress in Tool 5", ["in-progress"])),
      partners("cultivate", "Need to cultivate", partnersOffer("Partners answered No in Tool 5", ["no"])),
      {
        kind: "text",
        id: `${id}-outcomes`,
        length: "long",
        prompt: "Anticipated outcomes",
        source,
        ...extension,
      },
      {
        kind: "text",
        id: `${id}-resources`,
        length: "long",
        prompt: "Resources, supports, or needs",
        source,
        ...extension,
      },
    ],
  };
}
