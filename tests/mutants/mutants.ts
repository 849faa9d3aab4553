import { ACTS_MUTANTS } from "./acts";
import { EDITING_MUTANTS } from "./editing";
import { FEEDBACK_MUTANTS } from "./feedback";
import { FILES_MUTANTS } from "./files";
import { HISTORY_MUTANTS } from "./history";
import { MILESTONES_MUTANTS } from "./milestones";
import type { Mutant } from "./mutant";
import { PEOPLE_MUTANTS } from "./people";
import { QUOTAS_MUTANTS } from "./quotas";
import { REQUESTS_MUTANTS } from "./requests";
import { ROUNDS_MUTANTS } from "./rounds";
import { SAVING_MUTANTS } from "./saving";
import { SITTINGS_MUTANTS } from "./sittings";

/** `npm run proof -- mutants` puts in each of them by itself and looks whether its tests fail. */
export const MUTANTS: readonly Mutant[] = [
  ...ACTS_MUTANTS,
  ...EDITING_MUTANTS,
  ...FEEDBACK_MUTANTS,
  ...FILES_MUTANTS,
  ...HISTORY_MUTANTS,
  ...MILESTONES_MUTANTS,
  ...PEOPLE_MUTANTS,
  ...QUOTAS_MUTANTS,
  ...REQUESTS_MUTANTS,
  ...ROUNDS_MUTANTS,
  ...SAVING_MUTANTS,
  ...SITTINGS_MUTANTS,
];
