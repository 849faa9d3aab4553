import type { ResourceCategory } from "@/lib/domain/toolkit/guide";

export const harmReductionResources = {
  id: "overdose-response-and-harm-reduction",
  title: "Overdose Response and Harm Reduction",
  resources: [
    {
      id: "appendix-community-paramedicine-programs",
      title: "Community Paramedicine Programs (CPPs)",
      organization: "Rural Health Information Hub",
      description:
        "Programs where emergency medical technicians (EMTs) and paramedics assist with other community health roles, such as primary health care and preventive services, to expand health care access in underserved communities.",
      url: "https://www.ruralhealthinfo.org/topics/community-paramedicine",
    },
    {
      id: "appendix-linkage-to-care-roadmap",
      title: "Overdose Response and Linkage to Care: A Roadmap for Health Departments",
      organization: "The National Council for Mental Wellbeing",
      description:
        "This roadmap provides local and state health departments with information, resources, and tools to implement effective strategies to support linking people who are at risk of opioid overdose to care.",
      url: "https://www.thenationalcouncil.org/resources/overdose-response-and-linkage-to-care-a-roadmap-for-health-departments/",
    },
    {
      id: "appendix-police-and-harm-reduction",
      title: "Police & Harm Reduction",
      organization: "Open Society Foundations",
      description:
        "This guide provides information on how law enforcement personnel can incorporate, support, and create space for approaches that aim to increase public safety and health, reduce harm to PWUD, and provide alternatives to common punitive models.",
      url: "https://www.opensocietyfoundations.org/uploads/0f556722-830d-48ca-8cc5-d76ac2247580/police-harm-reduction-20180720.pdf",
    },
    {
      id: "appendix-spirit-of-harm-reduction",
      title: "Spirit of Harm Reduction: A Toolkit for Communities of Faith Facing Overdose",
      organization: "Harm Reduction Coalition",
      description:
        "A harm reduction toolkit that draws primarily from Christian communities and communities of PWUD.",
      url: "https://harmreduction.org/issues/harm-reduction-basics/spirit-of-harm-reduction-a-toolkit-for-communities-of-faith-facing-overdose/",
    },
  ],
} as const satisfies ResourceCategory;

export const reentryResources = {
  id: "reentry-and-continuity-of-care",
  title: "Reentry and Continuity of Care",
  resources: [
    {
      id: "appendix-after-incarceration-support-systems",
      title: "After Incarceration Support Systems",
      organization: "Hampden County Sheriff’s Department",
      description:
        "Program that educates, prepares, and assists releasing inmates in transitioning to their home communities.",
      url: "http://hcsdma.org/aiss-3/",
    },
    {
      id: "appendix-overdose-education-and-naloxone-in-jails-and-prisons",
      title:
        "A Primer for Implementation of Overdose Education and Naloxone Distribution in Jails and Prisons",
      organization: "RTI International",
      description:
        "This primer was designed to promote and support implementation of OEND programs in the unique features of jails and prisons to help prevent opioid-related overdose deaths among people who have contact with jails and prisons.",
      url: "https://harmreduction.org/wp-content/uploads/2020/09/A-primer-for-implementation-of-OEND-in-jails-and-prisons-Wenger-2019-RTI.pdf",
    },
    {
      id: "appendix-best-practices-for-successful-reentry",
      title: "Best Practices for Successful Reentry for People Who Have Opioid Addictions",
      organization: "CSG Justice Center",
      description:
        "This fact sheet from the National Reentry Resource Center describes the best practices that correctional, community-based behavioral health, and probation and parole agencies can implement within their systems to ensure reentry for people who have opioid addictions is safe and successful.",
      url: "https://csgjusticecenter.org/publications/best-practices-for-successful-reentry-for-people-who-have-opioid-addictions/",
    },
    {
      id: "appendix-community-and-law-enforcement-resources-together",
      title: "Community and Law Enforcement Resources Together (ComALERT)",
      organization: "U.S. Department of Justice",
      description:
        "Reentry program that provides substance use treatment, employment, and housing services for parolees transitioning from prison back into the community.",
      url: "https://crimesolutions.ojp.gov/ratedprograms/114",
    },
    {
      id: "appendix-familiar-faces-action-and-community-transition",
      title: "Familiar Faces Action and Community Transition (F2ACT)",
      organization: "Louisville, KY Metro Department of Corrections",
      description:
        "The F2ACT program aims to prevent overdoses among people reentering the community after incarceration by connecting PWUD that are leaving jail with connections to housing resources, basic needs, and warm handoffs to treatment providers.",
      url: "https://louisvilleky.gov/government/corrections/familiar-faces-action-and-community-transition-f2act",
    },
    {
      id: "appendix-harp",
      title: "Helping Addicts Recover Progressively (HARP)",
      organization: "Chesterfield County Jail",
      description:
        "Voluntary, jail-based two-phase model that utilizes therapeutic, medical, and educational approaches to provide addiction and mental health services to those in need and to help them discover the tools to shape their road to recovery.",
      url: "https://www.chesterfield.gov/DocumentCenter/View/12060/HARP-Evaluation-Report-2019-PDF?bidId=",
    },
    {
      id: "appendix-linkage-to-care-webinar",
      title: "Linkage to Care to Prevent Overdose: Strategies from the Field",
      organization: "The National Council for Mental Wellbeing",
      description:
        "90-minute webinar featuring real-world strategies and efforts by health departments and their partners to link people at risk of overdose to care.",
      url: "https://www.thenationalcouncil.org/event/linkage-to-care-to-prevent-overdose-strategies-from-the-field/",
    },
    {
      id: "appendix-linkage-to-care-roadmap-reentry",
      title: "Overdose Response and Linkage to Care: A Roadmap for Health Departments",
      organization: "The National Council for Mental Wellbeing",
      description:
        "To support linkage to care efforts for people at risk of overdose, the National Council for Mental Wellbeing, in partnership with the Centers for Disease Control and Prevention, developed Overdose Response and Linkage to Care: A Roadmap for Health Departments, a technical assistance tool informed by real-world experience. This tool describes seven main strategies local and state health departments and their partners can implement to better link people at risk of overdose to evidence-based treatment and services.",
      url: "https://www.thenationalcouncil.org/resources/overdose-response-and-linkage-to-care-a-roadmap-for-health-departments/",
    },
    {
      id: "appendix-reducing-overdose-after-release",
      title: "Reducing Overdose After Release from Incarceration (ROAR)",
      organization: "National Institutes of Health (NIH) National Library of Medicine",
      description:
        "A collaboration between Oregon’s public health, criminal justice, and medical communities to reduce opioid overdose among women released to the community following incarceration.",
      url: "https://pubmed.ncbi.nlm.nih.gov/32651887/",
    },
    {
      id: "appendix-relapse-prevention-plans",
      title: "Relapse Prevention Plans",
      organization: "CSG Justice Center",
      description:
        "The development and implementation of relapse prevention plans (a best practice in addiction treatment) can help to reduce the chances of recidivism and relapse for people who have an addiction and ensure coordination and linkages among all of the entities involved in their care.",
      url: "https://csgjusticecenter.org/publications/collaborative-comprehensive-case-plans/relapse-prevention-plans/",
    },
  ],
} as const satisfies ResourceCategory;
