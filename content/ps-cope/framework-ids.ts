/** The eighteen elements of the framework: infrastructure elements, core components, integration steps. */
export const ELEMENT_IDS = [
  "IE1", "IE2", "IE3", "IE4", "IE5",
  "CC1", "CC2", "CC3", "CC4", "CC5",
  "IS1", "IS2", "IS3", "IS4", "IS5", "IS6", "IS7", "IS8",
] as const;
export type PsCopeElementId = (typeof ELEMENT_IDS)[number];

/** The ten areas of Tool 9: infrastructure 1 to 5, components 1 to 5. */
export const AREA_IDS = ["i1", "i2", "i3", "i4", "i5", "c1", "c2", "c3", "c4", "c5"] as const;
export type PsCopeAreaId = (typeof AREA_IDS)[number];
