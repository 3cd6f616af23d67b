import { baselineCodes } from "./codes-baseline.ts";
import { collectionCodes } from "./codes-collection.ts";
import { endpointCodes } from "./codes-endpoint.ts";
import { runCodes } from "./codes-run.ts";
import { schemaCodes } from "./codes-schema.ts";
import { sourceCodes } from "./codes-source.ts";
import { suiteCodes } from "./codes-suite.ts";

/** Every mistake a user can make, one entry each. */
export const codes = {
  ...sourceCodes,
  ...schemaCodes,
  ...suiteCodes,
  ...endpointCodes,
  ...runCodes,
  ...collectionCodes,
  ...baselineCodes,
} as const;
