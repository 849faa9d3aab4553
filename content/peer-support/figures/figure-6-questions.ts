/** One question is printed with a misprint ("do fulfill or role"), put right here; whoever shows it says so. */
export const RIGHTED_QUESTION = "How does this impact our ability to fulfill our role?";
export const RIGHTED_NOTE = "The guide prints “our ability to do fulfill or role.” We read this as a misprint and put it right.";

export const FIGURE_6_TITLE = "Overdose prevention and response: key questions";

export interface QuestionArea {
  readonly title: string;
  readonly questions: readonly string[];
}

export interface QuestionPart {
  readonly id: string;
  readonly title: string;
  readonly areas: readonly QuestionArea[];
}

/** Figure 6, word for word: 2 parts, 7 areas, 13 questions. One misprint is put right: "our ability to do fulfill or role". */
export const FIGURE_6: readonly QuestionPart[] = [
  {
    id: "culture",
    title: "Organizational Culture Change",
    areas: [
      {
        title: "Supporting staff in shift toward recovery-oriented approaches",
        questions: [
          "How do we prepare the workforce for a shift in their role?",
          "What infrastructure is needed to support the shift?",
          "What service providers are needed to support our work?",
        ],
      },
      {
        title: "Revising core policies and procedures",
        questions: [
          "How well do our current policies align with recovery-oriented approaches?",
          "What are the most important policy changes needed to bring about alignment?",
        ],
      },
      {
        title: "Resolving organizational barriers and challenges",
        questions: [
          "What are the most significant barriers to overdose prevention and response? To shifting our practices toward being more recovery-oriented?",
        ],
      },
      {
        title: "Integrating peer support",
        questions: [
          "How might incorporating peer recovery support services help in overdose prevention and response?",
          "How might it help in the shift toward being more recovery-oriented?",
        ],
      },
    ],
  },
  {
    id: "systems",
    title: "Systems Change",
    areas: [
      {
        title: "Eliminating stigma & bias",
        questions: ["How do stigma and bias affect our practices? Our policies and procedures?"],
      },
      {
        title: "Improving access/availability of services",
        questions: ["What are the evidence-based treatment programs available in our community?"],
      },
      {
        title: "Addressing social and structural determinants of health",
        questions: [
          "How strong are the service systems in our community?",
          "How does this impact our ability to fulfill our role?",
          "What can we do to help to strengthen those other helping systems?",
        ],
      },
    ],
  },
];
