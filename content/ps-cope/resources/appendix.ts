import { dataResources, overviewResources } from "./appendix-background";
import { harmReductionResources, reentryResources } from "./appendix-care";
import { engagingResources, operationsResources, peerSupportResources } from "./appendix-practice";
import { stigmaResources, trainingResources } from "./appendix-training";

/** Appendix A, "Annotated List of Additional Resources": its nine categories in printed order. */
export const appendixCategories = [
  overviewResources,
  dataResources,
  trainingResources,
  stigmaResources,
  operationsResources,
  peerSupportResources,
  engagingResources,
  harmReductionResources,
  reentryResources,
] as const;
