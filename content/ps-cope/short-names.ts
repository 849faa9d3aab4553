import type { AreaId } from "@/lib/domain/tool/definition";

/** Ours: short names of Tool 9's areas, for where their own don't fit. Beside them the printed title stands for assistive technology. */
export const shortAreaNames: Readonly<Record<AreaId, string>> = {
  i1: "Data for decisions",
  i2: "Safe environments",
  i3: "Policies and workflows",
  i4: "Trained workforce",
  i5: "Monitor and improve",
  c1: "Recovery resources",
  c2: "Community",
  c3: "Screening",
  c4: "Early, lasting support",
  c5: "Advocacy",
};
