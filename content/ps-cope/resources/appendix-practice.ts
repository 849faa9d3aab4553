import type { ResourceCategory } from "@/lib/domain/toolkit/guide";

export const operationsResources = {
  id: "operations-and-protocols",
  title: "Operations and Protocols",
  resources: [
    {
      id: "appendix-bias-free-policing",
      title: "Bias-Free Policing",
      organization: "International Association of Chiefs of Police (IACP)",
      description:
        "These documents emphasize an agency’s commitment to unbiased, equitable treatment of all persons.",
      url: "https://www.theiacp.org/resources/policy-center-resource/bias-free-policing",
    },
    {
      id: "appendix-critical-issues-in-policing",
      title: "Critical Issues in Policing Series",
      organization: "Police Executive Research Forum (PERF)",
      description:
        "Guiding principles on the use of force that can reduce the potential for trauma in public safety encounters.",
      url: "https://www.policeforum.org/critical-issues-series",
    },
    {
      id: "appendix-enhancing-law-enforcement-response-to-victims",
      title: "Enhancing Law Enforcement Response to Victims (ELERV)",
      organization: "International Association of Chiefs of Police (IACP)",
      description:
        "Introduces federal, state, local, campus, and tribal law enforcement leaders to the concepts and benefits of enhancing their response to victims of all crimes. It also illustrates how every person in a law enforcement agency has a role in effective victim response.",
      url: "https://www.theiacp.org/projects/enhancing-law-enforcement-response-to-victims-elerv",
    },
    {
      id: "appendix-expanding-first-response",
      title: "Expanding First Response: A Toolkit for Community Responder Programs",
      organization: "CSG Justice Center",
      description:
        "This toolkit serves as a central hub for local communities and states looking to establish or strengthen community responder programs. Drawing on the experience of emerging models across the country, the toolkit presents key issues that are crucial to the success of any program. It will be updated regularly with program highlights and additional resources for the field.",
      url: "https://csgjusticecenter.org/publications/expanding-first-response/",
    },
    {
      id: "appendix-mobile-crisis-team",
      title: "How to Successfully Implement a Mobile Crisis Team",
      organization: "CSG Justice Center",
      description:
        "As officers are increasingly tasked with responding to people in crisis, jurisdictions are seeking ways to support their law enforcement agencies while also addressing their crisis system needs. For many communities, mobile crisis teams — trained health professionals who can provide on-the-scene crisis assistance — are a great option. These responders often reduce reliance on traditional criminal justice measures, such as arrest and citations, and reduce transfers to emergency rooms. This brief provides an overview of mobile crisis teams and offers four tips to ensure their success.",
      url: "https://csgjusticecenter.org/publications/how-to-successfully-implement-a-mobile-crisis-team/",
    },
    {
      id: "appendix-prosecution-drug-use-and-public-health",
      title: "Prosecution, Drug Use and Public Health",
      organization: "Institute for Innovation in Prosecution at John Jay College",
      description:
        "For decades, the United States has relied on the criminal system to respond to substance use disorder with minimal success. With that in mind, the IIP published A New Approach: A Prosecutor’s Guide to Advancing a Public Health Response to Drug Use and several corresponding videos that provide prosecutors with strategies for advancing drug policy grounded in principles of harm reduction, public health, and racial justice.",
      url: "https://www.prosecution.org/publichealth",
    },
    {
      id: "appendix-specialized-caseloads",
      title:
        "Implementing Specialized Caseloads to Reduce Recidivism for People with Co-Occurring Disorders",
      organization: "CSG Justice Center",
      description:
        "Many criminal justice leaders are beginning to look to specialized caseloads as a tool for reducing recidivism among people who have mental illnesses and co-occurring substance use disorders. This brief presents five key practices for successful implementation of specialized caseloads for people with co-occurring disorders. It relies on a coordinated and collaborative approach and reinforces the need for probation officers to have the appropriate resources to connect people to individualized treatments and supports.",
      url: "https://csgjusticecenter.org/publications/implementing-specialized-caseloads-to-reduce-recidivism-for-people-with-co-occurring-disorders/",
    },
  ],
} as const satisfies ResourceCategory;

export const peerSupportResources = {
  id: "peer-support",
  title: "Peer Support",
  resources: [
    {
      id: "appendix-responding-to-mental-health-crises",
      title: "Core Elements for Responding to Mental Health Crises",
      organization: "SAMHSA",
      description:
        "SAMHSA practice guidelines note that the availability of peer support is a core element of crisis response.",
      url: "https://store.samhsa.gov/product/Core-Elements-for-Responding-to-Mental-Health-Crises/sma09-4427",
    },
    {
      id: "appendix-integrating-peer-support-services",
      title: "Deflection and Pre-arrest Diversion: Integrating Peer Support Services",
      organization: "The National Council for Mental Wellbeing",
      description:
        "This tool outlines the best practices for integrating peer services in deflection and pre-arrest diversion (DPAD). Employing peer support workers and integrating PSS can help promote a recovery-oriented culture in DPAD programs.",
      url: "https://www.thenationalcouncil.org/resources/deflection-and-pre-arrest-diversion-integrating-peer-support-services/",
    },
    {
      id: "appendix-peer-support-roles-in-criminal-justice-settings",
      title: "Peer Support Roles in Criminal Justice Settings",
      organization: "SAMHSA",
      description:
        "This document provides an overview of the possible roles and responsibilities of peer recovery support specialists in criminal justice settings.",
      url: "https://www.cdcr.ca.gov/ccjbh/wp-content/uploads/sites/172/2019/06/WebinarSupportingDocument_PeerRolesinCJSettings508.pdf",
    },
    {
      id: "appendix-what-are-peer-recovery-support-services",
      title: "What Are Peer Recovery Support Services?",
      organization: "SAMHSA",
      description:
        "This manual explains peer recovery support services designed and delivered by people in recovery from SUD. It discusses types of peer support for recovery, the adaptability and value of peer recovery support services, and cross-cutting core principles.",
      url: "https://store.samhsa.gov/product/What-Are-Peer-Recovery-Support-Services-/SMA09-4454",
    },
  ],
} as const satisfies ResourceCategory;

export const engagingResources = {
  id: "engaging-communities-and-stakeholders",
  title: "Engaging Communities and Stakeholders",
  resources: [
    {
      id: "appendix-building-trust-between-police-and-citizens",
      title: "Building Trust Between the Police and the Citizens They Serve",
      organization: "International Association of Chiefs of Police (IACP)",
      description:
        "Looking at the Internal Affairs process from a citizen’s viewpoint, this guide presents information on how local law enforcement agencies can be accountable to their citizens by engaging them in any number of trust-building initiatives, including citizen input for Internal Affairs determinations and discipline.",
      url: "https://www.theiacp.org/resources/building-trust-between-the-police-and-the-citizens-they-serve",
    },
    {
      id: "appendix-law-enforcement-and-public-health-partnerships",
      title:
        "Building Successful Partnerships between Law Enforcement and Public Health Agencies to Address Opioid Use",
      organization: "Community Oriented Policing Services (COPS)",
      description:
        "To identify the most effective approaches to combat opioid and heroin addiction, the COPS Office hosted the Law Enforcement and Public Health: Successful Partnerships in Addressing Opioid Use Forum in partnership with the Office of National Drug Control Policy and the Police Executive Research Forum.",
      url: "https://www.iaclea.org/assets/uploads/pdfs/BuildingSuccessfulPartnerships-COPS.pdf",
    },
    {
      id: "appendix-police-mental-health-collaboration-toolkit",
      title: "Police-Mental Health Collaboration (PMHC) Toolkit",
      organization: "Bureau of Justice Assistance and CSG Justice Center",
      description:
        "The PMHC Toolkit provides resources for law enforcement agencies to partner with service providers, advocates, and individuals with mental illness and/or intellectual and developmental disabilities (I/DD). The goal of these partnerships is to ensure the safety of all, to respond effectively, and to improve access to services and supports for people with mental illness and I/DD.",
      url: "https://bja.ojp.gov/program/pmhc",
    },
  ],
} as const satisfies ResourceCategory;
