import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";
import { ACCESS, COMPREHENSIVENESS, EMPLOYMENT, PARTNERSHIPS, SCOPE } from "../figures/program-design";
import { READINESS_STEPS } from "../figures/setting-readiness";

const stepText = (id: string) => READINESS_STEPS.find((step) => step.id === id)?.text ?? id;

/** Worksheets 5 and 6. */
export const planningWords: PlainWordsList = {
  [SCOPE.text]:
    "Say what you want to reach, for whom, and how. Then you can tell later if it worked. Write down what peers will do. Choose how long to try it out, so that you have time to see what comes of it. List the help you will offer. It should help people lower their risk, feel well and, if they want, recover and stay well. It needs help for one person at a time, groups, and ways to find help in the community. All this is the base of a good program.",
  [ACCESS.lead]: "Make it easy for people to come.",
  [ACCESS.text]: "People need to get there with ease, at hours that suit them. Then help is there when and where they need it.",
  [ACCESS.strategiesLead]: "Here are some ways to make it easy:",
  [ACCESS.strategies[0]]: "Get people to the program, most of all where there is no bus or train close by.",
  [ACCESS.strategies[1]]: "Have peers at your agency at all the hours when it is open.",
  [ACCESS.strategies[2]]: "Let people meet peers at places in the community.",
  [ACCESS.strategies[3]]: "Let peers go to the places where people are.",
  [ACCESS.strategies[4]]: "Let peers help by phone, by text, or on the web.",
  [ACCESS.more]:
    "It also matters where people meet. How peers speak and act needs to fit the place and the tools they have. A city, its outer parts, and the country each bring questions of their own.",
  [EMPLOYMENT.lead]: "Think about who will employ your peers.",
  [EMPLOYMENT.text]: "Peers can work for a partner from outside. They can work for a justice agency. Or they can be people who are in the justice system now.",
  [EMPLOYMENT.forms[0].benefits[0]]: "They know already how to give peer support.",
  [EMPLOYMENT.forms[0].benefits[1]]: "They know people in the community.",
  [EMPLOYMENT.forms[0].benefits[2]]: "They can get people the help they need.",
  [EMPLOYMENT.forms[0].challenges[0]]: "You need to find the right partner, and trust takes time.",
  [EMPLOYMENT.forms[0].challenges[2]]: "You need to agree on each step and rule.",
  [EMPLOYMENT.forms[1].benefits[1]]: "You can solve problems fast.",
  [EMPLOYMENT.forms[1].benefits[2]]: "Peers have more chances to move up.",
  [EMPLOYMENT.forms[1].benefits[3]]: "They work side by side with other staff.",
  [EMPLOYMENT.forms[1].challenges[0]]: "The pay must be there year after year.",
  "p5-employment-form": "Will our peers work for a partner, work for us, or be people who are in the justice system now?",
  [PARTNERSHIPS.lead]: "Think about whom to work with.",
  [PARTNERSHIPS.text]: "You may want to give peer support with a partner from outside. What kind of group it is makes a difference to your plan.",
  [PARTNERSHIPS.partnersLead]: "Such partners could be:",
  [PARTNERSHIPS.partners[0]]: "Local groups, led by people in recovery.",
  [PARTNERSHIPS.partners[1]]: "Those who treat people for drug use.",
  [PARTNERSHIPS.partners[2]]: "Groups that help people stay safer.",
  [PARTNERSHIPS.partners[3]]: "Mental health groups that peers run.",
  [PARTNERSHIPS.partners[4]]: "Groups that help with food, a home, or money.",
  [PARTNERSHIPS.more]:
    "Good ties need care. Start with small things that cost little, and see how it goes. Then agree on bigger ones. In this way you learn if you fit well, and trust can grow.",
  [COMPREHENSIVENESS.lead]: "Choose how much peers will do, for how long, and where.",
  [COMPREHENSIVENESS.text]:
    "It depends on how many peers you have, how long they will work with each person, and where they meet. With more peers you can help more people, do more for each, and do it for longer.",
  [COMPREHENSIVENESS.shapesLead]: "With few peers, you have three choices:",
  [COMPREHENSIVENESS.shapes[0]]: "Do a lot for a few people, for a long time.",
  [COMPREHENSIVENESS.shapes[1]]: "Do a lot for more people, for a short time.",
  [COMPREHENSIVENESS.shapes[2]]: "Do less for each of more people, for a longer time.",

  "p6-vision": "See clearly how help from peers will be good for the people you serve.",
  [stepText("vision")]: "First see what help from peers is worth. Then say how it will be good for the people you serve and for your agency.",
  "p6-role": "Make clear what peers will do in your agency.",
  [stepText("role")]: "Get people to stand behind the change. Say what staff and peers will each do, and what is asked of them.",
  "p6-values": "Bring what your agency believes in line with what peer support believes.",
  [stepText("values")]:
    "How an agency thinks and feels makes peer support good or bad. So it should be a place that backs peers. Some agencies have punished people to make them change. For them, putting the person and their recovery first may be a big step.",
  "p6-infrastructure": "Set up what peers need to do their work well as part of your agency.",
  "p6-policies": "Write new rules and steps, and change old ones, so that all staff know what to do.",
  [stepText("policies")]:
    "Rules and steps give a peer program its shape. They need to fit your agency. But you also need to change how daily work is done, so that peers have a place in it. Write down the main tasks, and the tools for them. Say what a peer can do in things that come up often, and when to ask a supervisor or a teammate for help. Last, find ways to see how well the program works.",
  [stepText("training")]:
    "Other staff may not know how peer support works. So train them. Show them what it stands for, what peers do, how it fits with their own work, and how it helps the program reach its goals. Then they can work well with peers. Talk about words that put the person first, and about how to spot unfair acts and stop them. This can ease shame and make the place better for recovery.",
  "p6-components-list": "What peers need to do their work well:",
  "p6-component-1": "Bring in people who have been through it.",
  "p6-component-2": "Find, hire, and welcome peers in ways that work.",
  "p6-component-3": "Plan days and weeks so that there is time for peer support, for notes, and for other daily tasks.",
  "p6-component-4": "Gather facts, look at them, and share what they show.",
  "p6-component-5": "Have a supervisor who guides peers well.",
};
