import type { GuideSection } from "@/lib/domain/toolkit/guide";

/** Shown with the guide, so that readers can tell the toolkit's words from ours. */
export const toolkitAttribution = {
  title: "Public Safety-led Community-oriented Overdose Prevention Efforts (PS-COPE) Toolkit",
  organization: "National Council for Mental Wellbeing",
  note: "These pages sum up the toolkit of the National Council for Mental Wellbeing in our own words. The principles, practice tips, resources, and tools are in the toolkit’s own words.",
} as const;

/** What the toolkit is, for whom, and why. Ours, after its pages 3 to 7. */
const background: readonly GuideSection[] = [
  {
    id: "what-it-is",
    title: "What PS-COPE is",
    paragraphs: [
      "PS-COPE is a way for public safety agencies to prevent and respond to overdose together with the communities they serve. It was made with Black, Indigenous, and people of color (BIPOC) communities in mind.",
      "It joins three approaches that have proved themselves: trauma-informed care, recovery-oriented systems of care, and procedural justice.",
    ],
  },
  {
    id: "purpose",
    title: "What the toolkit helps you do",
    paragraphs: ["The toolkit has three aims:"],
    points: [
      { text: "Explain the principles and the main parts of PS-COPE." },
      { text: "Show how agencies and communities gain from working this way." },
      { text: "Give you tools to build it into the overdose work you already do." },
    ],
  },
  {
    id: "audience",
    title: "Who it is for",
    paragraphs: [
      "It is for people who lead public safety agencies. They want to prevent more overdoses, and respond better, in BIPOC communities.",
      "At least one person on the team should be able to decide for the agency. Many of the tools are meant to be filled in with community partners, including people who use drugs and people in recovery.",
    ],
  },
  {
    id: "how-to-use",
    title: "How to use it",
    paragraphs: [
      "Leaders should read about PS-COPE first, and then share it with the people who will help plan and carry out the work.",
      "Agencies start from different places. Some already do much of this; others have more to change. So the time it takes will differ too.",
      "The toolkit has three parts: an introduction, the guiding principles, and a part that turns the principles into practice. The tools belong to that last part.",
    ],
  },
  {
    id: "why",
    title: "Why a new approach is needed",
    paragraphs: [
      "Overdose harms people everywhere, and BIPOC communities are hit harder. Public safety staff are often the first to arrive. Yet few programs are built around what these communities need.",
      "Many BIPOC communities carry trauma from years of racism and from unequal policing of drug use. Being poor, having no home or not enough food, or having been in the criminal legal system can raise the risk of overdose further.",
      "Some people have been hurt in their contacts with police, hospitals, or treatment, so they may be afraid of public safety. An approach that knows about trauma and supports recovery can make these contacts better.",
    ],
  },
  {
    id: "current-programs",
    title: "What agencies do today",
    paragraphs: [
      "Overdose prevention works best when public safety, public health, behavioral health, and social services work together. Most programs led by public safety are one of four kinds:",
    ],
    points: [
      {
        term: "Building relationships with the community",
        text: "Staff meet people outside of a crisis, share information, and offer training. Coffee with a Cop in Albany, GA, and Conversations for Change in Dayton, OH, are examples.",
      },
      {
        term: "Diversion and decriminalization",
        text: "People with mental health or substance use needs are connected with care instead of being arrested. LEAD and PAARI are examples.",
      },
      {
        term: "Harm reduction and overdose response",
        text: "Teams reverse overdoses and link people in crisis with services. A team may include an officer, an EMT or firefighter, a treatment provider, and a peer specialist. Many programs hand out naloxone and teach people how to use it.",
      },
      {
        term: "Reentry and continuing care",
        text: "Programs help people who are leaving jail or prison to stay safe, with housing, basic needs, and treatment. F2ACT in Louisville, KY, is an example.",
      },
    ],
  },
  {
    id: "defining-public-safety",
    title: "What “public safety” means here",
    paragraphs: [
      "Public safety covers first responders, law enforcement, the courts, and corrections. Each has a part in preventing overdose. The toolkit adapts this description from the CDC Foundation (2020).",
    ],
    points: [
      {
        term: "Professional first responders",
        text: "Police officers, firefighters, and paramedics are often called to a suspected overdose. With training and naloxone they save lives. They can tell people where to find harm reduction, treatment, and recovery support. They can ask if a partner may get in touch later. And they can leave naloxone with people nearby.",
      },
      {
        term: "Law enforcement officials",
        text: "Officers can save lives too. But contact with them can also be a way into the criminal justice system. To make that less likely, they build ties with others who can link people with treatment and recovery support.",
      },
      {
        term: "Court administrators",
        text: "Prosecutors and judges have great power over what happens after a drug arrest. They can open a way to treatment in place of punishment.",
      },
      {
        term: "Correctional settings",
        text: "Staff in jails, prisons, and community corrections look after people whose risk of overdose is high. They should offer harm reduction and medicines for treatment.",
      },
    ],
  },
];

/** The three frameworks, the goals that are left, how the parts fit, and the conclusion. */
const framework: readonly GuideSection[] = [
  {
    id: "trauma-informed-care",
    title: "Trauma-informed care",
    paragraphs: [
      "Trauma is the lasting harm left by events or conditions that hurt or threaten a person. It can affect one person, a family, or a whole community. Some trauma is passed from one generation to the next, such as the harm done by slavery, forced migration, and racism.",
      "Trauma-informed programs know how common trauma is and how it shapes people’s lives. Staff respond with care and understanding. Programs also build strong community partnerships and remove barriers that keep people from services.",
    ],
  },
  {
    id: "recovery-oriented-systems-of-care",
    title: "Recovery-oriented systems of care",
    paragraphs: [
      "A recovery-oriented system of care is a network of local services that work together. It is for people who have a substance use disorder or are at risk of one. It puts health, wellness, and quality of life first, and keeps support going over time.",
    ],
  },
  {
    id: "recovery",
    title: "Four sides of recovery",
    paragraphs: [
      "SAMHSA (2011) describes recovery as a process of change. People improve their health, direct their own lives, and work toward their full potential. It needs more than one person’s effort: the services around them must support it. Four things help:",
    ],
    points: [
      {
        term: "Health",
        text: "Managing illness or symptoms and making choices that support body and mind.",
      },
      { term: "Home", text: "A safe and stable place to live." },
      {
        term: "Purpose",
        text: "Meaningful daily activities, and the independence, income, and means to take part in society.",
      },
      { term: "Community", text: "Relationships that bring support, friendship, love, and hope." },
    ],
  },
  {
    id: "procedural-justice",
    title: "Procedural justice",
    paragraphs: [
      "Procedural justice is about fair process. How people are treated, and whether it feels fair to them, matters as much as the outcome.",
      "When officers act fairly and honestly, people come to trust them more. That can mend strained relationships, and it is key to good partnerships with BIPOC communities.",
    ],
  },
  {
    id: "goals",
    title: "Goals of PS-COPE",
    paragraphs: [
      "The toolkit numbers six goals. Only two of them are whole in the copy this workbook was made from, so only these two are summed up here. Please see the toolkit itself for the others.",
    ],
    points: [
      {
        term: "Goal 5",
        text: "Use law enforcement with thought during overdose prevention and response, for example when someone’s safety is in immediate danger.",
      },
      {
        term: "Goal 6",
        text: "Call on substance use professionals, peer recovery specialists, and other local supports where they fit best. Then less falls on public safety.",
      },
    ],
  },
  {
    id: "core-implementation-team",
    title: "The Core Implementation Team",
    paragraphs: [
      "The first step is to form a Core Implementation Team. It plans PS-COPE and leads the work.",
      "Choose people who are ready to act and able to bring about change in public safety. Include community partners and people in recovery. The shape of the team depends on the groups and resources you already have.",
    ],
  },
  {
    id: "how-the-parts-fit",
    title: "How the parts fit together",
    paragraphs: [
      "Five principles guide everything: policies, daily practice, and procedures. Three kinds of elements put them to work:",
    ],
    points: [
      {
        term: "Infrastructure elements",
        text: "Five things a program needs in place so that the work can last.",
      },
      {
        term: "Core components",
        text: "Five practices that improve overdose prevention and response in BIPOC communities.",
      },
      {
        term: "Integration steps",
        text: "Eight steps that bring PS-COPE into your agency, from planning together to tracking progress.",
      },
    ],
  },
  {
    id: "conclusion",
    title: "Conclusion",
    paragraphs: [
      "Overdose causes great harm across the country, and more harm in BIPOC communities. Public safety agencies need ways of working that keep their staff safe and meet the needs of the people they serve.",
      "PS-COPE offers one, built on its five principles. Programs that use it can make communities safer, lower the risk of overdose, and help more people recover.",
    ],
  },
];

/** The introduction in reading order; each `id` is also the section's anchor. */
export const introductionSections: readonly GuideSection[] = [...background, ...framework];
