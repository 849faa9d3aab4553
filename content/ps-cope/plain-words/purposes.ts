import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** What the tools are for, who completes them and how. */
export const purposeWords: PlainWordsList = {
  // Tool 1
  "Programs informed by PS-COPE use existing data to look more closely at overdose in local BIPOC neighborhoods and communities. Data can come from many sources, such as those collected through the Overdose Detection Mapping Application Program (ODMAP), Prescription Drug Monitoring Program (PDMP), or overdose response programs. Programs can use data to gain and keep an up-to-date understanding of overdose in the community served. When possible, interpret data and develop possible solutions through conversation and collaboration with the community.":
    "Programs that follow PS-COPE use facts that are already there. With them they look closely at overdose in local Black, Indigenous and other communities of color. Facts come from many places, such as maps of where people overdose (ODMAP), state records of prescribed drugs (PDMP), or programs that respond to overdose. They help you see what is going on and stay up to date. When you can, talk with the community about what the facts mean and what to do.",
  "Use the worksheet below to identify relevant sources of existing data, interpret it, and summarize findings relevant to understanding overdose in local BIPOC communities.":
    "Use this worksheet to find facts that are already there. Say what they mean. Sum up what they tell you about overdose in local communities of Black people, Indigenous people and people of color.",
  // Tools 2 to 4
  "Creating a safe, secure, and welcoming environment for all is one of the infrastructure elements of PS-COPE. Public safety personnel and the individuals they serve should feel the physical setting is safe and that interpersonal interactions promote a sense of safety. This applies for all public safety-led overdose prevention programs such as community outreach efforts, community policing, and welfare checks, among others. This tool assesses whether the program has the necessary characteristics of a safe and secure environment in place to implement PS-COPE.":
    "PS-COPE asks for places that are safe and where all are welcome. Staff and the people they serve should feel safe where they are, and in how people treat each other. This goes for all programs that public safety leads to prevent overdose, such as outreach and welfare checks. This tool shows if your program has what it takes.",
  "Review the statements below. For each item, place a checkmark in the right-hand column that corresponds to how the statement applies to your program.":
    "Read each statement. Mark the answer that best fits your program.",
  "This tool can be completed by the Core Implementation Team or public safety leadership.":
    "The core team that puts PS-COPE in place can fill this in. Or the leaders of the agency can.",
  "This tool should be completed by the Core Implementation Team or public safety leadership.":
    "The core team that puts PS-COPE in place should fill this in. Or the leaders of the agency should.",
  "This tool should be completed by the Core Implementation Team.": "The core team that puts PS-COPE in place should fill this in.",
  "This tool can be completed by the Core Implementation Team.": "The core team that puts PS-COPE in place can fill this in.",
  "This tool can be used to review, revise, and renew policies, procedures, and workflows, ensuring that they align with core principles and reflect an understanding of trauma, recovery, and fairness.":
    "Use this tool to look over your rules, steps and ways of working, and to change them where needed. They should fit the core principles. They should show that you know about trauma, recovery and being fair.",
  "This tool should be completed by the Core Implementation Team in collaboration with community partners. Community members and cross-sector partners can provide input on how well programs currently suit the needs of the community and how changes may impact the community.":
    "The core team should fill this in together with community partners. People from the community, and partners from other fields, can say how well programs meet local needs now, and what changes might do.",
  "A key infrastructure element of PS-COPE is to develop a trained and responsive workforce. Organizations using PS-COPE increase the ability of their workforce to deliver services that acknowledge trauma and promote recovery. Organizations also implement evidence-based and emerging best practices for each role. This checklist will help programs review the characteristics of their workforce, determine how workforce preparation aligns with PS-COPE principles, and identify training needs.":
    "A key part of PS-COPE is staff who are trained and ready to respond. Agencies that use PS-COPE help staff serve people in ways that keep trauma in mind and help people recover. For each job they use what research shows to work, and new ways that look good. This checklist helps you look at your staff, see how well their training fits PS-COPE, and find what training they need.",
  // Tools 5 and 6
  "In planning and implementing programs, involve a diverse array of stakeholders, partner organizations, and community members. These stakeholders have valuable insight into how the system works and what might make it better. To increase the efficacy of overdose prevention programs in BIPOC communities, public safety systems need to connect with and mobilize the community.":
    "When you plan and run programs, bring in many kinds of people: those with a stake in the work, partner groups, and people from the community. They know how things work and what might make them better. Public safety must link up with the community and help it act. Then it can prevent more overdoses among Black people, Indigenous people and people of color.",
  "Consider the below list of potential stakeholders and partner organizations when implementing PS-COPE overdose prevention and response programs. Review the statements below. For each item, place a checkmark in the right-hand column that corresponds to how the statement applies to your program.":
    "Think about the people and groups on this list when you put PS-COPE in place. Read each statement. Mark the answer that best fits your program.",
  "It is important for public safety-led overdose prevention efforts to engage with the public, promote positive interactions, and build partnerships with the community. By expanding the breadth, depth, and scope of community engagement, programs can increase timely access to services, enhance engagement, and increase retention.":
    "Public safety should reach out to the public, have good contacts with people, and build ties with the community to prevent overdose. When more people take part, take a bigger part, and do so in more ways, people get help sooner. They also take part more and stay longer.",
  "Use the worksheet below to identify opportunities to foster engagement with community-based organizations or programs.":
    "Use this worksheet to find chances to do more with groups or programs from the community.",
  // Tool 7
  "While conducting overdose prevention and response programs, public safety personnel may encounter PWUD and have a chance to engage in “change talk” with them. Motivational interviewing can be used in overdose risk reduction to gather information about individuals’ substance use and reduce their resistance to change.":
    "In this work, staff may meet people who use drugs and can talk with them about change. Motivational interviewing is one way to do so. You learn how the person uses drugs, and it gets easier for them to think about change. That can lower the risk of overdose.",
  "This tool can be used by any staff member who conducts community outreach or who may come into contact with PWUD.":
    "Any staff who do outreach, or who may meet people who use drugs, can use this tool.",
  "Review the content below to learn about the spirit of motivational interviewing and for tips on how to engage in change talk.":
    "Read this to learn the spirit of this way of talking with people. You also get tips for talking about change.",
  // Tool 8
  "The integration steps of PS-COPE detail the step-by-step procedures needed when planning and implementing programs. The following tool can provide organizations with higher-level guidance on how to move forward with integrating PS-COPE into their overdose prevention and response efforts.":
    "The steps of PS-COPE say, one by one, what to do when you plan and start programs. This tool gives you a view from above: how to make PS-COPE part of your work to prevent overdose and respond to it.",
  "Use this worksheet as a starting point for planning the integration steps of PS-COPE. The Core Implementation Team can use this worksheet to brainstorm broad directions for integration. Where available, the worksheet provides links to additional tools that can be used in each specific integration step.":
    "Start here to plan the steps of PS-COPE. The core team can use this worksheet to think about which way to go. Some steps have links to more tools that help with them.",
  // Tool 9
  "Use this tool to assess how your organization is in alignment with the five infrastructure elements and five core components of PS-COPE.":
    "Use this tool to see how well your agency fits PS-COPE. It looks at five things PS-COPE stands on, and five things it does.",
  "Examine how well your overdose prevention and response efforts reflect the principles of PS-COPE.":
    "See how well your work to prevent overdose and respond to it fits the principles of PS-COPE.",
  "Identify additional data to collect.": "Find what other facts to gather.",
  "Engage in critical dialogue about the strengths, weaknesses, and areas of growth.":
    "Talk openly about what goes well, what does not, and where you can grow.",
  "Develop an improvement plan.": "Make a plan for how to get better.",
  "For each item, indicate the degree to which the team agrees that your organization or program meets the following criteria, using a 5-point scale:":
    "For each item, say how much the team agrees that it is true of your agency or program. Use a scale from 1 to 5:",
  "D/K = I am not sure I understand this criteria, I do not know if we meet this criteria, or this criteria does not apply to our organization.":
    "D/K = I am not sure what this means, I do not know if we do it, or it does not fit us.",
  // Tools 10 and 11
  "Increase buy-in from stakeholders to ensure commitment across the organization and that the needed resources are available. Create messaging that emphasizes why PS-COPE is needed and use it to gain support from to leadership, administrators, and other staff. Consider internal and external stakeholders that will be important to connect with regarding implementation.":
    "Get those with a stake in this on board, so that the whole agency is behind it and you have what you need. Write down why PS-COPE is needed, and use that to win over leaders and other staff. Think of the people inside and outside the agency whom you should talk with.",
  "In the sections that follow, identify stakeholders, consider the key messages that you might present to them, and create an elevator pitch to use in gaining commitment from stakeholders.":
    "In the parts below, list those with a stake in this, think about what you want to tell them, and write a short pitch to win them over.",
  "Before changes can occur, it is essential to build consensus around a shared mission, vision, and values that will guide the implementation of PS-COPE. Stakeholders within the organization should have a shared understanding of the principles of PS-COPE and how it will impact the organization, staff, and the communities served. The Core Implementation Team can build a shared understanding through a program vision and mission statement that reflects the principles of PS-COPE.":
    "Before things can change, people need to agree on a mission, a vision and values that will guide PS-COPE. All in the agency who have a stake in it should see the principles the same way, and know what PS-COPE will mean for the agency, its staff and the people it serves. The core team can help: it can write a vision and a mission for the program that fit the principles.",
  "Use the worksheet below to create a program mission and vision statement.":
    "Use this worksheet to write a mission and a vision for your program.",
  // Tools 12 and 13
  "Once short- and long-term goals are identified from the results of the organizational assessment, creating specific objectives and action steps will help reach those goals. The operational plan should include reasonable and feasible goals and action steps that the Core Implementation Team has the support from leadership to execute. This tool identifies key action steps, persons responsible, and resources or supports needed to be successful.":
    "Tool 9 helps you find goals for soon and for later. To reach them, set clear aims and steps. Put in the plan what makes sense, what can be done, and what leaders back the core team to do. This tool lists the main steps, who does them, and what you need to make it work.",
  "Review the ideas that were brainstormed on the Integration Worksheet. Identify three or four of the most promising ideas, and write them here:":
    "Look at the ideas you wrote down in Tool 8. Choose the three or four that look best, and write them here:",
  "Developing and tracking progress indicators is the final integration step of PS-COPE. Using existing or newly developed progress indicators, the Core Implementation Team should monitor progress and take appropriate action toward achieving goals. The team should collect and use program evaluation data to determine what parts of the plan worked or did not work well. Program evaluation measurements should be recovery and recovery-capital oriented rather than solely focused on abstinence or recidivism.":
    "The last step of PS-COPE is to choose signs of progress and keep track of them. The core team should watch how things go, with signs you have or with new ones, and act to reach the goals. It should gather facts about the program and use them to see which parts of the plan worked well and which did not. Look at recovery, and at what helps people recover. Do not look only at who stops using drugs or who is in trouble with the law again.",
  "Use this template to track progress toward achieving the identified goals. Using the data collected, identify things that have and have not worked well to determine what changes need to be made.":
    "Use this template to track how close you are to your goals. Look at the facts you gather to see what has worked well and what has not. Then decide what to change.",
};
