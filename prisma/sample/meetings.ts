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
