import type { LintId } from "../http/lints.ts";
import { accessFinders } from "./finders/access.ts";
import { codeFinders } from "./finders/code.ts";
import { exampleFinders } from "./finders/example.ts";
import { failureFinders } from "./finders/failure.ts";
import { fileFinders } from "./finders/file.ts";
import { headerFinders } from "./finders/header.ts";
import { methodFinders } from "./finders/method.ts";
import { pathFinders } from "./finders/path.ts";
import { rateLimitFinders } from "./finders/rate-limit.ts";
import { redirectFinders } from "./finders/redirect.ts";
import { securityFinders } from "./finders/security.ts";
import { serviceFinders } from "./finders/service.ts";
import { successFinders } from "./finders/success.ts";
import { validationFinders } from "./finders/validation.ts";
import type { Finder } from "./finding.ts";

/** The finder of each lint. */
export const finders: Readonly<Record<LintId, Finder>> = {
  ...codeFinders,
  ...successFinders,
  ...redirectFinders,
  ...accessFinders,
  ...validationFinders,
  ...failureFinders,
  ...rateLimitFinders,
  ...fileFinders,
  ...methodFinders,
  ...pathFinders,
  ...exampleFinders,
  ...headerFinders,
  ...securityFinders,
  ...serviceFinders,
};
