import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { statement } from "./build-items";

export const safeAndSecureEnvironment = defineTool({
  ...named({ number: 2, toolId: "tool-2", title: "Safe and Secure Environment Checklist" }),
  version: 1,
  kind: "checklist",
  element: "IE2",
  purpose: [
    {
      kind: "paragraph",
      text: "Creating a safe, secure, and welcoming environment for all is one of the infrastructure elements of PS-COPE. Public safety personnel and the individuals they serve should feel the physical setting is safe and that interpersonal interactions promote a sense of safety. This applies for all public safety-led overdose prevention programs such as community outreach efforts, community policing, and welfare checks, among others. This tool assesses whether the program has the necessary characteristics of a safe and secure environment in place to implement PS-COPE.",
    },
  ],
  completion:
    "This tool can be completed by the Core Implementation Team or public safety leadership.",
  directions: [
    {
      kind: "paragraph",
      text: "Review the statements below. For each item, place a checkmark in the right-hand column that corresponds to how the statement applies to your program.",
    },
  ],
  sections: [
    {
      id: "t2-checklist",
      nodes: [
        {
          kind: "checklist",
          id: "t2-program",
          lead: "Our program:",
          items: [
            statement(
              2,
              1,
              "Recognizes that anyone can experience trauma and provides the appropriate support.",
            ),
            statement(2, 2, "Has committed to the health and safety of all individuals."),
            statement(
              2,
              3,
              "Has established a common understanding (definition) of a safe and secure environment.",
            ),
            statement(
              2,
              4,
              "Ensures there are opportunities for those served to communicate questions and concerns.",
            ),
            statement(
              2,
              5,
              "Communicates openly and shares information with individuals, families, and the community.",
            ),
            statement(
              2,
              6,
              "Ensures the physical environment in which people are served feels as safe and calming as possible.",
            ),
            statement(
              2,
              7,
              "Collaborates with those with lived experience (of drug use, of addiction and recovery).",
            ),
            statement(2, 8, "Provides resources on mental health and substance use challenges."),
            statement(2, 9, "Updates safety protocols on a regular basis."),
          ],
        },
        {
          kind: "checklist",
          id: "t2-training",
          lead: "Our program:",
          subLead: "Our program trains public safety staff to:",
          items: [
            statement(2, 10, "Listen attentively."),
            statement(2, 11, "Use a non-judgmental demeanor."),
            statement(2, 12, "Ask open-ended questions."),
            statement(2, 13, "Treat individuals as people and not objects."),
            statement(2, 14, "Offer privacy during care and conversations."),
            statement(2, 15, "Respect cultural norms, language, and historical trauma."),
            statement(2, 16, "Use body language that shows respect."),
            statement(2, 17, "Be mindful of physical space and distance."),
            statement(2, 18, "Identify and use strategies for de-escalating conflict."),
            statement(2, 19, "Use language that can be easily understood."),
            statement(2, 20, "Avoid stigmatizing language."),
          ],
        },
        {
          kind: "text",
          id: "t2-notes-checklist",
          length: "long",
          prompt: "Notes:",
          context: "Safe and Secure Environment Checklist",
          source: "Tool 2, notes below item 20",
        },
      ],
    },
    {
      id: "t2-ear",
      nodes: [
        {
          kind: "paragraph",
          text: "Review the EAR model (engage, assess, resolve) for de-escalation and assess whether your program has fully integrated this model into encounters. If there are opportunities to further integrate the model, note in the section below.",
        },
        {
          // The source runs the twelve bullets on; they divide by content. Its "Asses" is a misprint.
          kind: "reference-table",
          caption: "EAR model (engage, assess, resolve)",
          columns: [
            {
              label: "Engage",
              description: "Build trust by validating the person and their situation.",
            },
            {
              label: "Assess",
              description: "Gather necessary information to make a safe resolution.",
            },
            {
              label: "Resolve",
              description: "Gain control of the situation and return to the pre-crisis state.",
            },
          ],
          rows: [
            [
              [
                "Maintain safe distance.",
                "Remove distractions or upsetting influences.",
                "Be aware that uniform, gun, and handcuffs can be intimidating.",
                "Use a relaxed and non-threatening posture.",
                "Ask how you can help the person.",
                "Speak in a calm and clear voice.",
              ],
              [
                "Ask open-ended questions to gather information.",
                "Get information about the person’s illness, medication, and treatment.",
                "Check if there are any other sources of information nearby, such as family members.",
              ],
              [
                "Set clear limits and explain what behavior is appropriate or not.",
                "Communicate your wants and needs directly (e.g., “I want to make sure no one gets hurt.”).",
                "Let the person know what the options and desired outcomes are.",
              ],
            ],
          ],
        },
        {
          kind: "text",
          id: "t2-notes-ear",
          length: "long",
          prompt: "Notes:",
          context: "EAR model (engage, assess, resolve)",
          source: "Tool 2, notes below the EAR model",
        },
      ],
    },
  ],
});
