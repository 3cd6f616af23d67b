import { cachingRules } from "./rules/caching.ts";
import { chainRules } from "./rules/chain.ts";
import { challengeRules } from "./rules/challenge.ts";
import { clientErrorRules } from "./rules/client-error.ts";
import { clientErrorUseRules } from "./rules/client-error-use.ts";
import { contentRules } from "./rules/content.ts";
import { cookieRules } from "./rules/cookies.ts";
import { corsRules } from "./rules/cors.ts";
import { deliveryRules } from "./rules/delivery.ts";
import { errorBodyRules } from "./rules/error-body.ts";
import { errorBodyUseRules } from "./rules/error-body-use.ts";
import { fingerprintRules } from "./rules/fingerprint.ts";
import { headerRules } from "./rules/headers.ts";
import { hiddenErrorRules } from "./rules/hidden-error.ts";
import { leakRules } from "./rules/leaks.ts";
import { linkRules } from "./rules/links.ts";
import { manifestRules } from "./rules/manifest.ts";
import { rangeUseRules } from "./rules/range-use.ts";
import { rateLimitRules } from "./rules/rate-limit.ts";
import { rateLimitUseRules } from "./rules/rate-limit-use.ts";
import { redirectRules } from "./rules/redirect.ts";
import { redirectUseRules } from "./rules/redirect-use.ts";
import { relationRules } from "./rules/relations.ts";
import { requestRefusalRules } from "./rules/request-refusal.ts";
import { securityRules } from "./rules/security.ts";
import { serverErrorRules } from "./rules/server-error.ts";
import { serverErrorUseRules } from "./rules/server-error-use.ts";
import { statusRules } from "./rules/status.ts";
import { statusUseRules } from "./rules/status-use.ts";
import { successRules } from "./rules/success.ts";
import { successUseRules } from "./rules/success-use.ts";
import { suiteRules } from "./rules/suite.ts";
import { validatorRules } from "./rules/validators.ts";
import { varyRules } from "./rules/vary.ts";
import { wireRules } from "./rules/wire.ts";

/**
 * What a response must be, one entry a fact. The id is public: it switches the rule in `rules:`, names its partial in
 * templates/checks/ or templates/every/, and its row in every report.
 */
export const rules = {
  ...wireRules,
  ...statusRules,
  ...statusUseRules,
  ...successRules,
  ...successUseRules,
  ...deliveryRules,
  ...redirectRules,
  ...redirectUseRules,
  ...clientErrorRules,
  ...clientErrorUseRules,
  ...requestRefusalRules,
  ...rangeUseRules,
  ...challengeRules,
  ...serverErrorRules,
  ...serverErrorUseRules,
  ...rateLimitRules,
  ...rateLimitUseRules,
  ...contentRules,
  ...headerRules,
  ...validatorRules,
  ...cachingRules,
  ...varyRules,
  ...linkRules,
  ...cookieRules,
  ...corsRules,
  ...securityRules,
  ...fingerprintRules,
  ...leakRules,
  ...errorBodyRules,
  ...errorBodyUseRules,
  ...hiddenErrorRules,
  ...chainRules,
  ...relationRules,
  ...manifestRules,
  ...suiteRules,
} as const;

export type RuleId = keyof typeof rules;
