import type { ResourceCategory } from "@/lib/domain/toolkit/guide";

export const overviewResources = {
  id: "overview-and-background",
  title: "Overview and Background Information",
  resources: [
    {
      id: "appendix-environmental-scan",
      title:
        "Environmental Scan: Training Public Safety to Prevent Overdose in BIPOC Communities",
      organization: "The National Council for Mental Wellbeing",
      description:
        "This environmental scan outlines the training and education needs of public safety personnel related to preventing overdose in BIPOC communities.",
      url: "https://www.thenationalcouncil.org/resources/training-and-educating-public-safety-to-prevent-overdose-among-black-indigenous-and-people-of-color-communities-an-environmental-scan/",
    },
    {
      id: "appendix-deflection-and-pre-arrest-diversion",
      title: "Deflection and Pre-arrest Diversion to Prevent Opioid Overdose",
      organization: "The National Council for Mental Wellbeing",
      description:
        "This package of resources supports the adoption and implementation of deflection and pre-arrest diversion (DPAD) programs to better support people at risk of opioid overdose.",
      url: "https://www.thenationalcouncil.org/program/deflection-and-pre-arrest-diversion-to-prevent-opioid-overdose/",
    },
    {
      // The printed address is a third party's viewer with a token in it: not ours to pass on.
      id: "appendix-lead-community-public-safety-groups",
      title:
        "Law Enforcement Assisted Diversion (LEAD) Role for Community Public Safety Groups",
      organization: "LEAD National Support Bureau",
      description:
        "This resource describes the roles and responsibilities of community partners within LEAD programs.",
    },
    {
      id: "appendix-more-community-less-confinement",
      title: "More Community, Less Confinement",
      organization: "CSG Justice Center",
      description:
        "A State-by-State Analysis on How Supervision Violations Impacted Prison Populations During the Pandemic. This 50-state analysis explores how supervision violations impacted prison populations during, and prior to, the pandemic.",
      url: "https://csgjusticecenter.org/publications/more-community-less-confinement/",
    },
    {
      id: "appendix-opioid-crisis-black-african-american-population",
      title: "The Opioid Crisis and the Black/African American Population: An Urgent Issue",
      organization: "Substance Abuse and Mental Health Services Administration (SAMHSA)",
      description:
        "An issue brief that provides recent data on the prevalence of opioid misuse and opioid overdose death rates in the Black/African American population in the U.S.",
      url: "https://store.samhsa.gov/product/The-Opioid-Crisis-and-the-Black-African-American-Population-An-Urgent-Issue/PEP20-05-02-001",
    },
    {
      id: "appendix-police-assisted-addiction-and-recovery-initiative",
      title: "The Police Assisted Addiction and Recovery Initiative (PAARI)",
      description:
        "The Police Assisted Addiction & Recovery Initiative (PAARI) provides training, strategic guidance, support, and resources to help law enforcement agencies nationwide create non-arrest pathways to treatment and recovery.",
      url: "https://paariusa.org/",
    },
    {
      id: "appendix-cultural-humility-and-trauma-informed-approaches",
      title: "Aligning Cultural Humility and Trauma-Informed Approaches",
      organization: "CSG Justice Center",
      description:
        "This webinar will help criminal justice and behavioral health professionals promote recovery and safety by adopting a trauma-informed approach that aligns with an attitude of cultural humility. It features a presentation from Policy Research Associates Inc. and a panel discussion with criminal justice and behavioral health leaders.",
      url: "https://csgjusticecenter.org/events/aligning-cultural-humility-and-trauma-informed-approaches/",
    },
  ],
} as const satisfies ResourceCategory;

export const dataResources = {
  id: "data-planning-collection-and-analysis",
  title: "Data Planning, Collection, and Analysis",
  resources: [
    {
      // The toolkit prints the next entry's description here too.
      id: "appendix-national-opioid-misuse-community-assessment-tool",
      title: "National Opioid Misuse Community Assessment Tool",
      organization: "National Opinion Research Center (NORC) at the University of Chicago",
      description:
        "Overdose Data to Action (OD2A) supports jurisdictions in collecting high-quality, comprehensive, and timely data on nonfatal and fatal overdoses and in using those data to inform prevention and response efforts.",
      url: "https://www.norc.org/Research/Projects/Pages/national-opioid-misuse-community-assessment-tool.aspx",
    },
    {
      id: "appendix-overdose-data-to-action",
      title: "Overdose Data to Action",
      organization: "Centers for Disease Control and Prevention (CDC)",
      description:
        "Overdose Data to Action (OD2A) supports jurisdictions in collecting high-quality, comprehensive, and timely data on nonfatal and fatal overdoses and in using those data to inform prevention and response efforts.",
      url: "https://www.cdc.gov/drugoverdose/od2a/index.html",
    },
    {
      id: "appendix-public-health-and-safety-team-toolkit",
      title: "Public Health and Safety Team Toolkit (PHAST)",
      organization: "CDC Foundation",
      description:
        "This toolkit provides an organizational structure and recommended processes to enhance cross-sector relationship-building, data use, and opioid overdose prevention.",
      url: "https://www.cdcfoundation.org/sites/default/files/files/PHAST_Web_Toolkit_Pilot_Version_2.0_For_Dissemination.pdf",
    },
  ],
} as const satisfies ResourceCategory;
