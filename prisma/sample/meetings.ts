import type { EntryKind } from "@/lib/domain/meetings/meeting";
import type { SamplePerson } from "./sample-agency";

/** One meeting that was held and closed, and one to come. */
interface SampleMeeting {
  /** From the day the sample is made. */
  readonly inDays: number;
  readonly startsAt: string;
  readonly place: string;
  readonly notes: string;
  readonly isClosed: boolean;
  /** Went through its items in meeting mode. */
  readonly isSitting?: true;
  readonly entries: readonly { readonly by: SamplePerson; readonly kind: EntryKind; readonly words: string }[];
}

export const SAMPLE_KEEPER: SamplePerson = "sergeant";

export const SAMPLE_MEETINGS: readonly SampleMeeting[] = [
  {
    inDays: -27,
    startsAt: "18:00",
    place: "Eastside Library, room 2",
    notes: "Weekday follow-up works. On weekends nobody calls back before Monday.\nThe reentry team would like to join in spring.",
    isClosed: true,
    isSitting: true,
    entries: [
      { by: "partner", kind: "point", words: "People ask for somebody to talk to on Saturday nights." },
      { by: "sergeant", kind: "decision", words: "We make weekend follow-up our first priority." },
      { by: "sergeant", kind: "decision", words: "Two peers are hired for weekends as soon as the county signs." },
    ],
  },
  {
    inDays: 2,
    startsAt: "18:00",
    place: "Eastside Library, room 2",
    notes: "",
    isClosed: false,
    entries: [
      { by: "partner", kind: "to-decide", words: "Who speaks with the motel owners on Route 9?" },
      { by: "lead", kind: "point", words: "How the peers get a car on weekends." },
    ],
  },
];

/** What the held meeting went through in meeting mode, and what each phone voted in the order of its items. */
export const SAMPLE_SITTING = {
  deputy: "lead" as const satisfies SamplePerson,
  tool: 9,
  items: ["t9-i1-1", "t9-i2-1", "t9-i5-1"],
  phones: [
    { who: "sergeant" as const satisfies SamplePerson, votes: [["4", "3"]] },
    { who: "peer" as const satisfies SamplePerson, votes: [["2", "2"]] },
    { names: ["Recovery house"], votes: [["2", "dk-unknown"]] },
    { names: ["Ms. Alvarez", "Joe from the east side"], votes: [["3", "2"], ["4", "1"]] },
  ] as readonly { readonly who?: SamplePerson; readonly names?: readonly string[]; readonly votes: readonly (readonly string[])[] }[],
  rationale: "We heard both sides. It is written down, and not yet done on weekends.",
};
