import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** Infrastructure 3 and 4 print one statement each in the same words. */
const BRING_IN_SERVICES =
  "Our rules say how to bring in the right help when someone faces a mental health or substance use challenge. They say how to check back soon, too.";

/** Tool 9. */
export const assessmentWords: PlainWordsList = {
  i1: "Use the facts you already have when you plan your program, improve it and check how it works.",
  "t9-i1-1": "We have a set way to gather facts about our community, to study them and to say what they mean for PS-COPE.",
  "t9-i1-2": "We look at the facts about our community, and we shape our work to fit them.",
  "t9-i1-3": "When we keep track of how our agency is doing, facts about our community are always part of it.",

  i2: "Help all staff, and the people they meet, to be safe: in body, in mind, with others, and in their culture.",
  "t9-i2-1": "Our leaders take an active part. They back the principles of PS-COPE and speak up for them.",
  "t9-i2-2": "We have ways to settle conflict, and to deal with threats or harm, between our staff and the people we serve.",
  "t9-i2-3": "We work on using less force. When we can, we calm things down instead, such as by stepping back to give a person space.",
  "t9-i2-4": "We have set ways to make sure that each person is treated with respect. We respect their privacy, their own choices and their self-worth.",

  i3: "Look over all rules and ways of working at set times. Make sure they fit PS-COPE.",
  "t9-i3-1": "We have set ways to look over our rules and how we work, and to change what does not fit the principles of PS-COPE.",
  "t9-i3-2": "People who have lived through recovery help us look over our rules and how we work, and help us change them.",
  "t9-i3-3": "The community, and people who use our services, help us look over our rules and how we work, and help us change them.",
  "t9-i3-4": "Our rules for a crisis, and for calming things down, fit the principles of PS-COPE.",
  "t9-i3-5": BRING_IN_SERVICES,

  i4: "Each job in public safety has its own best ways of working. Some are shown to work by research. Some are new and look good. Think about them and use them.",
  "t9-i4-1": "We train our staff about substance use and how to prevent overdose.",
  "t9-i4-2": "We train our staff to know what trauma does to people, and to act so that they do not add to the harm.",
  "t9-i4-3": "We train our staff to work in ways that help people recover.",
  "t9-i4-4": "We train our staff to be fair, to listen, and to explain what they do and why.",
  "t9-i4-5": BRING_IN_SERVICES,

  i5: "Learn from how the program has gone. Use that to change how it runs.",
  "t9-i5-1": "We gather and study facts about at least one part of PS-COPE.",
  "t9-i5-2":
    "We use the facts we gather to learn what overdose is like, and how far it goes, in local Black, Indigenous and other communities of color. Then we plan the services that fit.",
  "t9-i5-3": "Our agency keeps working on getting better. The numbers for PS-COPE are part of that.",
  "t9-i5-4": "The way we gather facts, report them and get better fits the people who take part in our program.",
  "t9-notes-infrastructure": "Write here what you want to add about this section.",

  c1: "Build strong ties that help people recover, and keep them strong. They link public safety, those who treat substance use disorder, those who speak up for recovery, and others in the community.",
  "t9-c1-1": "People with lived experience help us decide about our services. They help us judge how well things work and how to keep getting better.",
  "t9-c1-2": "We work well with the people and groups that help others recover, and we keep it up.",
  "t9-c1-3": "We keep an up-to-date list of places in the community where people can get the right help.",
  "t9-c1-4": "We show our partners that we mean to keep working with them and to keep getting better.",
  "t9-c1-5": "We often ask the people we serve how it was for them.",

  c2: "Link up with people in the community. Make them part of all the work to prevent overdose and respond to it.",
  "t9-c2-1": "Many kinds of people from the community help us plan, do the work and make it better.",
  "t9-c2-2": "We bring in the voices of people with challenges from substance use, and of their families. We make sure they are heard.",
  "t9-c2-3": "People and groups from the community take part when we prevent overdose and when we respond to it.",
  "t9-c2-4": "Each day, we try to make our contacts with people in the community good ones.",

  c3: "Lower what puts people at risk of overdose. Start to talk with them about change. Help them get to harm reduction, treatment and support for recovery.",
  "t9-c3-1": "This work is a normal part of what we do. We do it well, and in ways that fit the culture of each person.",
  "t9-c3-2": "We try to prevent overdose by lowering what makes drug use risky and harmful.",
  "t9-c3-3":
    "We made our program knowing that these are linked: substance use, trauma, the health of the body, and how people live. How they live means things such as housing, money and school.",
  "t9-c3-4": "The questions and forms we use to check for risk come in a form that suits the people we serve.",

  c4: "Give care and support that puts the person first, fits that person, and helps them recover.",
  "t9-c4-1": "We reach people early and link them to services that lower risk and treat substance use disorder.",
  "t9-c4-2": "We give support as early as we can. Before any overdose is best. If there has been a first one, we come as soon as we can.",
  "t9-c4-3":
    "We work with groups that know what trauma does and that help people recover. What they do is known to work from research, or it is new and looks good to experts.",

  c5: "Use each chance to make systems better. Then more people can get the right services, and public safety is not always the first to be called.",
  "t9-c5-1": "We teach all of the community why we need PS-COPE. People should get the right support for substance use and recovery.",
  "t9-c5-2": "We speak up for treatment and recovery services that people can get to and use.",
  "t9-c5-3": "Our leaders say it in public: we need more help with treatment and recovery. People must be able to get to it.",
  "t9-c5-4": "We work with leaders of the community to suggest what could be done.",
  "t9-c5-5": "We work with the community to set up help with treatment and recovery. It fits the culture of the people it serves.",
  "t9-notes-components": "Write here what you want to add about this section.",
};
