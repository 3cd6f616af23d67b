import type { Lint, LintSetting } from "./lint.ts";
import { accessLints } from "./lints/access.ts";
import { codeLints } from "./lints/code.ts";
import { exampleLints } from "./lints/example.ts";
import { failureLints } from "./lints/failure.ts";
import { fileLints } from "./lints/file.ts";
import { headerLints } from "./lints/header.ts";
import { methodLints } from "./lints/method.ts";
import { pathLints } from "./lints/path.ts";
import { rateLimitLints } from "./lints/rate-limit.ts";
import { redirectLints } from "./lints/redirect.ts";
import { securityLints } from "./lints/security.ts";
import { serviceLints } from "./lints/service.ts";
import { successLints } from "./lints/success.ts";
import { validationLints } from "./lints/validation.ts";

/** What can be said of an API before it is run, one entry a fault. The id is public: `--rule` and `rules:` switch it. */
export const lints = {
  ...codeLints,
  ...successLints,
  ...redirectLints,
  ...accessLints,
  ...validationLints,
  ...failureLints,
  ...rateLimitLints,
  ...fileLints,
  ...methodLints,
  ...pathLints,
  ...exampleLints,
  ...headerLints,
  ...securityLints,
  ...serviceLints,
} as const satisfies Record<string, Lint>;

export type LintId = keyof typeof lints;

/** Levels that were changed, by the id of the lint. */
export type LintLevels = Readonly<Partial<Record<LintId, LintSetting>>>;
