import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";

export const motivationalInterviewing = defineTool({
  ...named({ number: 7, toolId: "tool-7", title: "The Spirit of Motivational Interviewing: Engaging in “Change Talk”" }),
  version: 1,
  kind: "reference",
  element: "CC3",
  purpose: [
    {
      kind: "paragraph",
      text: "While conducting overdose prevention and response programs, public safety personnel may encounter PWUD and have a chance to engage in “change talk” with them. Motivational interviewing can be used in overdose risk reduction to gather information about individuals’ substance use and reduce their resistance to change.",
    },
  ],
  completion:
    "This tool can be used by any staff member who conducts community outreach or who may come into contact with PWUD.",
  directions: [
    {
      kind: "paragraph",
      text: "Review the content below to learn about the spirit of motivational interviewing and for tips on how to engage in change talk.",
    },
  ],
  sections: [
    {
      id: "t7-spirit",
      nodes: [
        {
          kind: "paragraph",
          text: "Motivational interviewing (MI) is a style of communication that pays attention to the language of change.",
        },
        {
          kind: "paragraph",
          text: "Motivation (or lack of) is not a fixed trait. Uncertainty about change is human nature, as is push-back when someone tries to change us. Confrontation can make a difficult situation even worse because the human brain is unable to respond, learn or process when under significant stress or threat.",
        },
        {
          kind: "reference-table",
          caption: "MI starts with a commitment to the underlying spirit of this approach.",
          columns: [
            { label: "Compassion" },
            { label: "Partnership" },
            { label: "Evocation" },
            { label: "Acceptance" },
          ],
          rows: [
            [
              "Expressing empathy in a non-judgmental and non-blaming way to understand what it is like for the other person and what is meaningful for them.",
              "Collaborating to solve problems, address issues or pursue ideas. Acknowledging you both have experiences that can be helpful.",
              "Shifting mindset from instilling change in someone to drawing it out of them using empathy and respectful curiosity.",
              "Recognizing the person’s worth and the need for independence. Feeling in control of one’s choices facilitates motivation.",
            ],
          ],
        },
        {
          kind: "list",
          lead: "It is this spirit of MI that creates environments and relationships that are collaborative and mutually respectful. The more a person hears themselves using statements that favor change (“change talk”), the more their own motivation is increased. These might sound like:",
          items: [
            "I’ve thought about…",
            "I want…",
            "I can…",
            "What’s important is…",
            "I need…",
            "I started to…",
          ],
        },
      ],
    },
    {
      id: "t7-strategies",
      nodes: [
        {
          kind: "paragraph",
          text: "MI strategies to focus and promote change talk include:",
        },
        { kind: "heading", text: "1. Open-ended questions." },
        {
          kind: "list",
          items: [
            "What worries you about your current situation?",
            "What would have to happen for you to be ready to make this change?",
            "If things don’t change, what do you think may happen?",
            "What seems like a good starting point?",
            "What is one small thing you can do right away that will make a difference?",
            "How will you know if this plan is not working?",
            "How will you know you are on the right track?",
          ],
        },
        {
          kind: "heading",
          text: "2. Listening statements to validate and deepen the person’s perspective.",
        },
        {
          kind: "list",
          items: [
            "I hear you saying you are frustrated with the process.",
            "On one hand you know it will be hard, and at the same time, you are considering treatment.",
            "It’s important to you to feel in control.",
          ],
        },
        {
          kind: "heading",
          text: "3. Recognizing strengths to support growth and build protective factors.",
        },
        {
          kind: "paragraph",
          text: "You are/You seem persistent, focused, resilient, determined, faithful, reasonable, strong…",
        },
        { kind: "heading", text: "4. Ask-Provide-Ask framework for giving information." },
        {
          kind: "list",
          items: [
            "Ask a question to enhance interest or gain permission. Examples: What do you know about Naloxone? Can I provide some information about Naloxone?",
            "Provide information that meets the person where they are based on what they already know, misinformation they may have heard or what they want to know more about.",
            "Ask a question to explore readiness. Examples: What do you make of this? How, if at all, has this impacted your thinking?",
          ],
        },
      ],
    },
    {
      id: "t7-own-notes",
      extension: true,
      nodes: [
        {
          kind: "text",
          id: "t7-notes",
          length: "long",
          prompt: "Notes",
          source: "Not in the toolkit",
          extension: true,
        },
      ],
    },
  ],
});
