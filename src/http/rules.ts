import { chainRules } from "./rules/chain.ts";
import { clientErrorRules } from "./rules/client-error.ts";
import { contentRules } from "./rules/content.ts";
import { errorBodyRules } from "./rules/error-body.ts";
import { manifestRules } from "./rules/manifest.ts";
import { rateLimitRules } from "./rules/rate-limit.ts";
import { redirectRules } from "./rules/redirect.ts";
import { serverErrorRules } from "./rules/server-error.ts";
import { statusRules } from "./rules/status.ts";
import { successRules } from "./rules/success.ts";

/**
 * What a response must be, one entry a fact. The id is public: it switches the rule in `rules:`, names its partial in
 * templates/checks/ or templates/every/, and its row in every report.
 */
export const rules = {
  ...statusRules,
  ...successRules,
  ...redirectRules,
  ...clientErrorRules,
  ...serverErrorRules,
  ...rateLimitRules,
  ...contentRules,
  ...errorBodyRules,
  ...chainRules,
  ...manifestRules,
} as const;

export type RuleId = keyof typeof rules;
