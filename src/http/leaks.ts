import type { Leak } from "./leak.ts";
import { databaseLeaks } from "./leaks/database.ts";
import { dotnetPhpLeaks } from "./leaks/dotnet-php.ts";
import { infrastructureLeaks } from "./leaks/infrastructure.ts";
import { javaLeaks } from "./leaks/java.ts";
import { languageLeaks } from "./leaks/languages.ts";
import { nodeLeaks } from "./leaks/node.ts";
import { pythonLeaks } from "./leaks/python.ts";
import { secretLeaks } from "./leaks/secrets.ts";

/** What an answer must not show. Each is a rule of its own: rules/leaks.ts. */
export const leaks = {
  ...javaLeaks,
  ...pythonLeaks,
  ...nodeLeaks,
  ...dotnetPhpLeaks,
  ...languageLeaks,
  ...databaseLeaks,
  ...secretLeaks,
  ...infrastructureLeaks,
} as const satisfies Record<string, Leak>;

export type LeakId = keyof typeof leaks;
