import type { ResourceCategory } from "@/lib/domain/toolkit/guide";

export const trainingResources = {
  id: "training-and-education",
  title: "Training and Education",
  resources: [
    {
      id: "appendix-academic-training-curriculum",
      title:
        "Academic Training to Inform Police Responses: A National Curriculum to Enhance Police Engagement with People with Behavioral Health Issues and Developmental Disabilities",
      organization: "International Association of Chiefs of Police (IACP)",
      description:
        "Designed to enhance, implement, and evaluate crisis intervention team and disability response training for law enforcement and first responders that is academically based and transdisciplinary.",
      url: "https://bja.ojp.gov/sites/g/files/xyckuh186/files/media/document/Academic-Training_One-Pager-7-2020.pdf?utm_source=ncjrs.gov&utm_medium=web&utm_campaign=ncjhomepagecontent",
    },
    {
      id: "appendix-academic-training-roundtable-report",
      title: "Academic Training to Inform Police Responses Roundtable Report",
      organization: "The University of Cincinnati",
      description:
        "This report aims to address the need for additional training and resources, raises awareness in the policing community about the nature and needs of individuals living with behavioral health issues and developmental disabilities, and facilitates the use of evidence-based and best practices in police responses to individuals with behavioral health issues and developmental disabilities.",
      url: "https://www.theiacp.org/sites/default/files/MHIDD/Academic%20Training_Roundtable%20Report%20FINAL.pdf",
    },
    {
      id: "appendix-crisis-intervention-team-programs",
      title: "Crisis Intervention Team (CIT) Programs",
      organization: "CIT International",
      description:
        "A program that provides the foundation necessary to promote community and statewide solutions to assist individuals with a mental illness and/or addictions.",
      url: "https://citinternational.org/",
    },
    {
      id: "appendix-crisis-response-and-intervention-training",
      title: "Crisis Response and Intervention Training (CRIT) Training Matrix",
      organization: "International Association of Chiefs of Police (IACP)",
      description:
        "This training is based upon the Memphis Model of Crisis Intervention Team (CIT) training and is designed to complement the development and delivery of crisis response programs planned by law enforcement agencies and mental health/disability service providers in the community.",
      url: "https://www.theiacp.org/sites/default/files/MHIDD/AT%20Training%20Matrix%204.29.21.pdf",
    },
    {
      id: "appendix-law-enforcement-training-on-harm-reduction",
      title: "Law Enforcement Training on Harm Reduction",
      organization: "Education Development Center (EDC)",
      description:
        "Provides an overview of the elements of harm reduction training for law enforcement and links to resources.",
      url: "https://solutions.edc.org/solutions/prevention-solutions",
    },
    {
      id: "appendix-medication-assisted-treatment-in-jails-and-prisons",
      title:
        "Medication-Assisted Treatment (MAT) for Opioid Use Disorder in Jails and Prisons: A Planning and Implementation Toolkit",
      organization: "The National Council for Mental Wellbeing",
      description:
        "A toolkit that provides correctional administrators and health care providers recommendations and tools for implementing medication-assisted treatment (MAT) in correctional settings and strategies for overcoming challenges.",
      url: "https://www.thenationalcouncil.org/resources/medication-assisted-treatment-mat-for-opioid-use-disorder-in-jails-and-prisons-a-planning-and-implementation-toolkit/",
    },
    {
      id: "appendix-mental-health-first-aid",
      title: "Mental Health First Aid",
      organization: "The National Council for Mental Wellbeing",
      description:
        "A course that teaches how to identify, understand, and respond to signs of mental illnesses and substance use disorders.",
      url: "https://www.thenationalcouncil.org/get-involved/mental-health-first-aid/",
    },
    {
      id: "appendix-overdose-fatality-review-resources",
      title: "Overdose Fatality Review Resources",
      organization: "Bureau of Justice Assistance COSSAP Program",
      description:
        "These Overdose Fatality Review (OFR) tools provide practical recommendations to help communities plan, implement, and evaluate OFRs based on a strong foundation of collaboration, data collection, and prevention.",
      url: "https://www.cossapresources.org/Tools/OFR/Resources",
    },
    {
      id: "appendix-trauma-informed-policing-tools",
      title: "Trauma-Informed Policing: A Special Set of Tools for Law Enforcement",
      organization: "Elizabeth Wexler, LCSW-C",
      description:
        "This presentation discusses different types of trauma, how trauma can manifest itself, and tips for how law enforcement can support people who have experienced trauma. It also addresses how officers can cope with repeated exposure to traumatized individuals and traumatic incidents.",
      url: "https://www.mass.gov/doc/trauma-informed-policing-a-special-set-of-tools-for-law-enforcement/download",
    },
    {
      id: "appendix-trauma-informed-policing-video",
      title: "Trauma-Informed Policing",
      organization: "Vera Institute of Justice",
      description:
        "In this YouTube video, Captain Altovise Love-Craighead of the Philadelphia Police Department talks about the fundamentals of trauma-informed policing.",
      url: "https://www.youtube.com/watch?v=EwBoY_xKOsg",
    },
  ],
} as const satisfies ResourceCategory;

export const stigmaResources = {
  id: "addressing-stigma",
  title: "Addressing Stigma",
  resources: [
    {
      id: "appendix-person-first-guidelines",
      title: "Person First Guidelines",
      organization:
        "Philadelphia Department of Behavioral Health and Intellectual disAbility Services",
      description:
        "Guidance on adopting person-first language related to mental health and substance use, trauma, and resilience, and LGBTQIA+.",
      url: "https://dbhids.org/wp-content/uploads/2015/09/Person-First-Initiative-Guidelines.pdf",
    },
    {
      id: "appendix-words-matter",
      title: "Words Matter: How Language Choice Can Reduce Stigma",
      organization: "Education Development Center",
      description:
        "Guidance and resources on language and stigma related to substance use disorder (SUD).",
      url: "https://solutions.edc.org/solutions/prevention-solutions",
    },
  ],
} as const satisfies ResourceCategory;
