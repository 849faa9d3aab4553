import type { SamplePerson } from "./sample-agency";

/** Files on answers: made up, of totals only, as the privacy reminder asks. */
export const SAMPLE_EVIDENCE: readonly {
  readonly tool: number;
  readonly itemId: string;
  readonly by: SamplePerson;
  readonly name: string;
  readonly text: string;
}[] = [
  {
    tool: 4,
    itemId: "t4-2",
    by: "sergeant",
    name: "Training days 2026.csv",
    text: [
      "quarter,course,people trained,people in the unit",
      "Q1,Trauma-informed response,14,32",
      "Q2,Trauma-informed response,9,32",
      "Q2,Naloxone refresher,31,32",
      "Q3,Motivational interviewing,6,32",
      "",
    ].join("\r\n"),
  },
  {
    tool: 4,
    itemId: "t4-2",
    by: "peer",
    name: "Notes from the peer support meeting.txt",
    text: [
      "Peer support meeting, second quarter",
      "",
      "Eleven people came. They asked for a quiet room after hard calls and for a peer specialist on the night shift.",
      "No names were written down.",
      "",
    ].join("\n"),
  },
];
