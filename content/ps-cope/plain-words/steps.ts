import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** The steps of Tool 8 and what is printed under them. */
export const stepWords: PlainWordsList = {
  "Identify an implementation lead who understands and supports the principles of PS-COPE.":
    "Choose one person to lead this work. They should know the principles of PS-COPE and stand behind them.",
  "Identify who the implementation lead needs to talk with to get buy-in among leadership to start implementing PS-COPE.":
    "With whom must this person talk, so that leaders back the start of PS-COPE?",
  "Ensure members of your core implementation team are action-focused and committed to being champions of the vision":
    "Make sure that people on the core team get things done and will speak up for the vision.",
  "When possible, make sure to include PWUD, people with lived experience of recovery, and community partners.":
    "When you can, have people who use drugs on the team. Have people who have lived through recovery, and partners from the community.",
  "Consider the composition and structure of the core implementation team.": "Think about who is on the core team and how it is set up.",
  "Determine team meetings and structure.": "Decide when and how the team meets.",
  "Reflect on the principles of PS-COPE.": "Think about the principles of PS-COPE.",
  "Build shared understanding of the principles. Commit to making sure that team members are using the principles. Note in the table below how the team will incorporate principles in their work.":
    "Make sure that all of you see the principles the same way. Promise that the team will use them. In the table below, write how.",
  "Create a shared vision for the implementation.": "Agree on what you want to see once PS-COPE is in place.",
  "Connect with health and harm reduction organizations to gain a deeper understanding of overdose generally, and specific to BIPOC communities.":
    "Get in touch with groups that work on health and harm reduction. Learn more about overdose, in general and in Black, Indigenous and other communities of color.",
  "Host community conversations and collaborations to plan and improve programs.":
    "Bring people from the community together. Talk with them, and work with them to plan programs and make them better.",
  "Ensure ongoing leadership commitment and support across the organization.": "Make sure that leaders across the agency keep backing this work.",
  "Identify priority areas of opportunity (using organizational assessment results and other collected data) and brainstorm goals in the below space.":
    "Find the areas where change would do the most good. Look at Tool 9 and at other facts you have gathered. Then write down the goals that come to mind.",
  "Use Tool 12: Operational Plan Worksheet to develop detailed goals, objectives, and timeline.":
    "Use Tool 12 to work out your goals, the aims on the way there, and the dates.",
  "Schedule regular meetings with leadership, the workforce, and members of the community to gather feedback on how efforts meet community needs.":
    "Set times to meet with leaders, staff and people from the community. Ask them how well the work meets local needs.",
  "Make sure leadership supports and provides resources to successfully carry out the plan.":
    "Make sure that leaders back the plan, and give what it takes to carry it out well.",
  "Promote orientation toward recovery and resilience through developing and communicating a collective vision of recovery.":
    "Help everyone keep recovery in sight, and that people can bounce back. Work out together what recovery means to you, and tell others.",
  "Provide ongoing training for public safety personnel, partners, and community on the science of recovery. Continue the development of shared language around PS-COPE.":
    "Keep on training staff, partners and the community in what science says about recovery. Keep working on words that all of you use for PS-COPE.",
  "Once the operational plan is in place, use Tool 13: Evaluation Template to develop and track progress indicators that are recovery and recovery-capital oriented rather than solely focused on abstinence or recidivism.":
    "Once you have a plan, use Tool 13 to choose signs of progress and keep track of them. Look at recovery, and at what helps people recover. Do not look only at who stops using drugs or who is in trouble with the law again.",
};
