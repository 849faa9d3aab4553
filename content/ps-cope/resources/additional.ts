import type { ResourceCategory } from "@/lib/domain/toolkit/guide";

/** "Additional Resources for Infrastructure Elements". */
export const infrastructureResources = {
  id: "infrastructure-resources",
  title: "Additional Resources for Infrastructure Elements",
  resources: [
    {
      id: "infrastructure-overdose-data-to-action",
      title: "Overdose Data to Action",
      organization: "Centers for Disease Control and Prevention",
      description:
        "Overdose Data to Action supports jurisdictions in collecting high-quality, comprehensive, and timely data on nonfatal and fatal overdoses and in using those data to inform prevention and response efforts.",
      url: "https://www.cdc.gov/drugoverdose/od2a/index.html",
    },
    {
      id: "infrastructure-public-health-and-safety-team-toolkit",
      title: "Public Health and Safety Team Toolkit",
      organization: "CDC Foundation",
      description:
        "This toolkit provides an organizational structure and recommended processes to enhance cross-sector relationship-building, data use, and opioid overdose prevention.",
      url: "https://www.cdcfoundation.org/sites/default/files/files/PHAST_Web_Toolkit_Pilot_Version_2.0_For_Dissemination.pdf",
    },
    {
      id: "infrastructure-overdose-fatality-review",
      title: "Overdose Fatality Review",
      organization: "Bureau of Justice Assistance",
      description:
        "These Overdose Fatality Review (OFR) tools provide practical recommendations to help communities plan, implement, and evaluate OFRs.",
      url: "https://www.cossapresources.org/Tools/OFR/Resources",
    },
    {
      id: "infrastructure-police-mental-health-collaboration-toolkit",
      title: "Police-Mental Health Collaboration (PMHC) Toolkit",
      organization: "BJA and CSG Justice Center",
      description:
        "The PMHC Toolkit provides resources for law enforcement agencies to partner with service providers, advocates, and individuals with mental illness and/or intellectual and developmental disabilities (I/DD). The goal of these partnerships is to ensure the safety of all, to respond effectively, and to improve access to services and supports for people with mental illness and I/DD.",
      url: "https://bja.ojp.gov/program/pmhc",
    },
    {
      id: "infrastructure-police-assisted-addiction-and-recovery-initiative",
      title: "The Police Assisted Addiction and Recovery Initiative",
      organization: "PAARI",
      description:
        "PAARI provides training, strategic guidance, support, and resources to help law enforcement agencies nationwide create non-arrest pathways to treatment and recovery.",
      url: "https://paariusa.org/",
    },
    {
      id: "infrastructure-best-practices-for-successful-reentry",
      title: "Best Practices for Successful Reentry for People Who Have Opioid Addictions",
      organization: "CSG Justice Center",
      description:
        "This fact sheet from the National Reentry Resource Center describes the best practices that correctional, community-based behavioral health, and probation and parole agencies can implement within their systems to ensure reentry for people who have opioid addictions is safe and successful.",
      url: "https://csgjusticecenter.org/publications/best-practices-for-successful-reentry-for-people-who-have-opioid-addictions/",
    },
    {
      id: "infrastructure-cultural-humility-and-trauma-informed-approaches",
      title: "Aligning Cultural Humility and Trauma-Informed Approaches",
      organization: "CSG Justice Center",
      description:
        "This webinar will help criminal justice and behavioral health professionals promote recovery and safety by adopting a trauma-informed approach that aligns with an attitude of cultural humility.",
      url: "https://csgjusticecenter.org/events/aligning-cultural-humility-and-trauma-informed-approaches/",
    },
    {
      id: "infrastructure-law-enforcement-training-on-harm-reduction",
      title: "Law Enforcement Training on Harm Reduction",
      organization: "Education Development Center",
      description:
        "This page provides an overview of and guidelines for law enforcement training on harm reduction, which prepares law enforcement to better respond to and prevent drug overdoses.",
      url: "https://solutions.edc.org/solutions/prevention-solutions",
    },
    {
      id: "infrastructure-crisis-intervention-team-programs",
      title: "Crisis Intervention Team (CIT) Programs",
      organization: "CIT International",
      description:
        "A program that provides the foundation necessary to promote community and statewide solutions to assist individuals with a mental illness and/or addictions.",
      url: "https://citinternational.org/",
    },
  ],
} as const satisfies ResourceCategory;

/** "Additional Resources for Core Components". */
export const coreComponentResources = {
  id: "core-component-resources",
  title: "Additional Resources for Core Components",
  resources: [
    {
      id: "core-law-enforcement-and-public-health-partnerships",
      title:
        "Building Successful Partnerships Between Law Enforcement and Public Health Agencies to Address Opioid Use",
      organization: "Department of Justice COPS",
      description:
        "This document highlights new programs that bring police together with community volunteers, public defenders, health providers, and others to divert addicted individuals away from the criminal justice system and toward treatment.",
      url: "https://www.iaclea.org/assets/uploads/pdfs/BuildingSuccessfulPartnerships-COPS.pdf",
    },
    {
      // The printed address is a third party's viewer with a token in it: not ours to pass on.
      id: "core-lead-community-public-safety-groups",
      title:
        "Law Enforcement Assisted Diversion (LEAD) Role for Community Public Safety Groups",
      organization: "LEAD National Support Bureau",
      description:
        "This resource describes the roles and responsibilities of community partners within LEAD programs.",
    },
    {
      id: "core-linkage-to-care-roadmap",
      title: "Overdose Response and Linkage to Care: A Roadmap for Health Departments",
      organization: "The National Council for Mental Wellbeing",
      description:
        "This roadmap provides local and state health departments with information, resources and tools to implement effective strategies to support linking people who are at risk of opioid overdose to care.",
      url: "https://www.thenationalcouncil.org/wp-content/uploads/2021/11/Overdose-Response-and-Linkage-to-Care-Roadmap-1-November-2021.pdf?daf=375ateTbd56",
    },
    {
      id: "core-building-trust-between-police-and-citizens",
      title: "Building Trust Between the Police and the Citizens They Serve",
      organization: "International Association of Chiefs of Police",
      description:
        "Looking at the Internal Affairs process from a citizen’s viewpoint, this guide presents information on how local law enforcement agencies can be accountable to their citizens by engaging them in any number of trust-building initiatives, including citizen input for Internal Affairs determinations and discipline.",
      url: "https://www.theiacp.org/resources/building-trust-between-the-police-and-the-citizens-they-serve",
    },
    {
      id: "core-responding-to-mental-health-crises",
      title: "Core Elements for Responding to Mental Health Crises",
      organization: "SAMHSA",
      description:
        "This manual offers guidance on improving services for people living with serious mental illness or emotional health issues during a mental health crisis. It defines values, principles, and infrastructure to support appropriate responses to crises in diverse situations.",
      url: "https://store.samhsa.gov/product/Core-Elements-for-Responding-to-Mental-Health-Crises/sma09-4427",
    },
    {
      id: "core-police-assisted-addiction-and-recovery-initiative",
      title: "The Police Assisted Addiction and Recovery Initiative",
      organization: "PAARI",
      description:
        "The Police Assisted Addiction & Recovery Initiative (PAARI) provides training, strategic guidance, support, and resources to help law enforcement agencies nationwide create non-arrest pathways to treatment and recovery.",
      url: "https://paariusa.org/",
    },
    {
      id: "core-expanding-first-response",
      title: "Expanding First Response: A Toolkit for Community Responder Programs",
      organization: "CSG Justice Center",
      description:
        "This toolkit serves as a central hub for local communities and states looking to establish or strengthen community responder programs. Drawing on the experience of emerging models across the country, the toolkit presents key issues that are crucial to the success of any program.",
      url: "https://csgjusticecenter.org/publications/expanding-first-response/",
    },
  ],
} as const satisfies ResourceCategory;

/** Named in the running text of a tool; the title is ours, from the address. */
export const inlineResources = {
  id: "inline-resources",
  title: "Named in Tool 6",
  resources: [
    {
      id: "inline-community-police-engagement",
      title: "Community-Police Engagement",
      organization: "International Association of Chiefs of Police (IACP)",
      description:
        "The International Association of Chiefs of Police (IACP) provides further resources for public safety organizations’ community engagement.",
      url: "https://www.theiacp.org/resources/document/community-police-engagement",
    },
  ],
} as const satisfies ResourceCategory;
