import type { SamplePerson } from "./sample-agency";

interface SampleComment {
  readonly by: SamplePerson;
  readonly body: string;
}

/** Conversations of the sample team. They mention nobody, so that the sample never sends mail. */
export const SAMPLE_THREADS: readonly {
  readonly tool: number;
  readonly itemId: string;
  readonly comments: readonly [SampleComment, ...SampleComment[]];
  readonly resolvedBy?: SamplePerson;
}[] = [
  {
    tool: 6,
    itemId: "t6-partners",
    comments: [
      { by: "partner", body: "Should the county’s syringe services program be on this list? They meet more people in a week than we do in a month." },
      { by: "sergeant", body: "Yes. I will call their coordinator before Thursday and ask who should join us." },
    ],
  },
  {
    tool: 9,
    itemId: "t9-i1-1",
    comments: [
      { by: "peer", body: "I would have said 3. The data is collected, but the people it is about have not seen it yet." },
      { by: "lead", body: "Fair. Let us talk about it when we go through the ratings together." },
    ],
  },
  {
    tool: 3,
    itemId: "t3-1",
    comments: [{ by: "analyst", body: "Is this the 2024 policy or the draft?" }],
    resolvedBy: "analyst",
  },
];
