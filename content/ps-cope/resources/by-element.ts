import type { ElementId } from "@/lib/domain/tool/definition";
import type { Resource, ResourceCategory } from "@/lib/domain/toolkit/guide";
import type { PsCopeElementId } from "../framework-ids";

import { coreComponentResources, infrastructureResources } from "./additional";
import { getResource, type ResourceId } from "./all";

/** Ours, chosen by what each resource is about; the toolkit doesn't tie resources to single elements. */
const resourceIdsByElement: Readonly<Record<PsCopeElementId, readonly ResourceId[]>> = {
  IE1: [
    "infrastructure-overdose-data-to-action",
    "infrastructure-public-health-and-safety-team-toolkit",
    "infrastructure-overdose-fatality-review",
    "appendix-national-opioid-misuse-community-assessment-tool",
  ],
  IE2: [
    "infrastructure-cultural-humility-and-trauma-informed-approaches",
    "infrastructure-crisis-intervention-team-programs",
    "appendix-trauma-informed-policing-tools",
    "appendix-critical-issues-in-policing",
    "appendix-words-matter",
  ],
  IE3: [
    "infrastructure-police-mental-health-collaboration-toolkit",
    "appendix-bias-free-policing",
    "appendix-critical-issues-in-policing",
    "appendix-mobile-crisis-team",
    "appendix-deflection-and-pre-arrest-diversion",
  ],
  IE4: [
    "infrastructure-law-enforcement-training-on-harm-reduction",
    "infrastructure-crisis-intervention-team-programs",
    "infrastructure-cultural-humility-and-trauma-informed-approaches",
    "appendix-academic-training-curriculum",
    "appendix-mental-health-first-aid",
  ],
  IE5: [
    "infrastructure-overdose-fatality-review",
    "infrastructure-public-health-and-safety-team-toolkit",
    "infrastructure-overdose-data-to-action",
  ],
  CC1: [
    "core-law-enforcement-and-public-health-partnerships",
    "core-police-assisted-addiction-and-recovery-initiative",
    "appendix-what-are-peer-recovery-support-services",
    "appendix-integrating-peer-support-services",
  ],
  CC2: [
    "inline-community-police-engagement",
    "core-building-trust-between-police-and-citizens",
    "core-lead-community-public-safety-groups",
    "appendix-spirit-of-harm-reduction",
  ],
  CC3: [
    "infrastructure-law-enforcement-training-on-harm-reduction",
    "appendix-police-and-harm-reduction",
    "appendix-words-matter",
  ],
  CC4: [
    "core-linkage-to-care-roadmap",
    "core-responding-to-mental-health-crises",
    "core-expanding-first-response",
    "appendix-community-paramedicine-programs",
    "appendix-best-practices-for-successful-reentry",
  ],
  CC5: [
    "core-expanding-first-response",
    "appendix-prosecution-drug-use-and-public-health",
    "appendix-opioid-crisis-black-african-american-population",
    "appendix-more-community-less-confinement",
  ],
  IS1: [
    "core-law-enforcement-and-public-health-partnerships",
    "infrastructure-public-health-and-safety-team-toolkit",
    "infrastructure-police-mental-health-collaboration-toolkit",
    "appendix-peer-support-roles-in-criminal-justice-settings",
  ],
  IS2: [
    "appendix-environmental-scan",
    "infrastructure-police-mental-health-collaboration-toolkit",
    "infrastructure-cultural-humility-and-trauma-informed-approaches",
  ],
  IS3: [
    "infrastructure-overdose-data-to-action",
    "appendix-national-opioid-misuse-community-assessment-tool",
    "infrastructure-overdose-fatality-review",
    "appendix-opioid-crisis-black-african-american-population",
  ],
  IS4: [
    "core-building-trust-between-police-and-citizens",
    "core-law-enforcement-and-public-health-partnerships",
    "appendix-environmental-scan",
  ],
  IS5: [
    "core-expanding-first-response",
    "core-linkage-to-care-roadmap",
    "appendix-mobile-crisis-team",
    "appendix-deflection-and-pre-arrest-diversion",
  ],
  IS6: ["inline-community-police-engagement", "core-building-trust-between-police-and-citizens"],
  IS7: [
    "appendix-what-are-peer-recovery-support-services",
    "appendix-person-first-guidelines",
    "appendix-peer-support-roles-in-criminal-justice-settings",
  ],
  IS8: [
    "infrastructure-overdose-fatality-review",
    "infrastructure-overdose-data-to-action",
    "infrastructure-public-health-and-safety-team-toolkit",
  ],
};

/** The two to five resources that fit an element best, most fitting first. */
export const resourcesByElement: ReadonlyMap<ElementId, readonly Resource[]> = new Map(
  Object.entries(resourceIdsByElement).map(([id, resources]) => [id, resources.map(getResource)]),
);

/** The list printed after the element's group; the integration steps have none. */
export function findPrintedResources(elementId: ElementId): ResourceCategory | null {
  if (elementId.startsWith("IE")) return infrastructureResources;
  if (elementId.startsWith("CC")) return coreComponentResources;
  return null;
}
