import type { Element } from "@/lib/domain/toolkit/guide";

import { componentElements } from "./elements-components";
import { infrastructureElements } from "./elements-infrastructure";
import { stepElements } from "./elements-steps";

/** The eighteen elements of the framework, in printed order. */
export const elements: readonly Element[] = [
  ...infrastructureElements,
  ...componentElements,
  ...stepElements,
];
