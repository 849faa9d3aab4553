import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { dataBasedDecisionMaking } from "./01-data-based-decision-making";
import { safeAndSecureEnvironment } from "./02-safe-and-secure-environment";
import { policyReview } from "./03-policy-review";
import { workforce } from "./04-workforce";
import { partnerOrganizations } from "./05-partner-organizations";
import { communityEngagement } from "./06-community-engagement";
import { motivationalInterviewing } from "./07-motivational-interviewing";
import { integrationWorksheet } from "./08-integration-worksheet";
import { organizationalAssessment } from "./09-organizational-assessment";
import { gainCommitment } from "./10-gain-commitment";
import { buildConsensus } from "./11-build-consensus";
import { operationalPlan } from "./12-operational-plan";
import { evaluationTemplate } from "./13-evaluation-template";

/** The tools in printed order. */
export const tools: readonly ToolDefinition[] = [
  dataBasedDecisionMaking,
  safeAndSecureEnvironment,
  policyReview,
  workforce,
  partnerOrganizations,
  communityEngagement,
  motivationalInterviewing,
  integrationWorksheet,
  organizationalAssessment,
  gainCommitment,
  buildConsensus,
  operationalPlan,
  evaluationTemplate,
];
