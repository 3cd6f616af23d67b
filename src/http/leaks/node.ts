import type { Leak } from "../leak.ts";

/** Node and its libraries. */
export const nodeLeaks = {
  "leak-node-frame": {
    shows: "frame of a JavaScript stack",
    level: "error",
    family: "code",
    pattern:
      /(?:^|")[ \t\u00A0]*at (?:async )?(?:new )?(?:[\w$.<>[\] ]{1,150} \()?(?:file:\/\/)?(?:(?:\/|[A-Za-z]:[\\/]|internal\/|webpack:)[^\s()]{0,300}\.[cm]?[jt]sx?|node:[\w/]{1,100}|<anonymous>)(?::\d+){1,2}/m,
    inSuccess: "stack",
  },
  "leak-node-anon-frame": {
    shows: "anonymous frame of a JavaScript stack",
    level: "error",
    family: "code",
    pattern: /(?:^|")[ \t\u00A0]*at [\w$.]{1,150} \(<anonymous>\)/m,
    inSuccess: "stack",
  },
  "leak-node-modules": {
    shows: "path of an installed package of Node",
    level: "error",
    family: "code",
    pattern: /\bnode_modules[\\/](?:@[\w.-]{1,100}[\\/])?[\w.-]/,
  },
  "leak-node-orm": {
    shows: "message of an object mapper of Node",
    level: "error",
    family: "database",
    pattern:
      /\bSequelize\w{0,60}Error\b|\bPrismaClient\w{0,60}Error\b|Invalid `(?:prisma\.)?[\w.]{1,100}\(\)` invocation|\bQueryFailedError\b|\bMongo(?:Server|Network|Bulk\w{0,30})?Error\b|E11000 duplicate key|Cast to \w{1,60} failed for value|\bValidatorError: Path /,
  },
  "leak-node-syscall": {
    shows: "failed system call of Node",
    level: "warning",
    family: "code",
    pattern:
      /\b(?:connect|getaddrinfo|read|write|open|spawn|bind|listen) (?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EACCES|EADDRINUSE)\b|\bENOENT: no such file/,
  },
  "leak-js-typeerror": {
    shows: "type error of JavaScript",
    level: "warning",
    family: "code",
    pattern:
      /\bCannot (?:read|set) propert(?:y|ies) (?:of|'[^'\n]{0,100}' of) (?:undefined|null)|\b[\w$]{1,64}(?:\.[\w$]{1,64}|\(\.\.\.\)){1,8} is not (?:a function|iterable|a constructor)\b|\bReferenceError: |Maximum call stack size exceeded|Cannot destructure property/,
  },
  "leak-js-jsonparse": {
    shows: "message of JSON.parse",
    level: "off",
    family: "code",
    pattern:
      /Unexpected token .{1,40} (?:in JSON|is not valid JSON)|Unexpected end of JSON input|Expected .{1,60} in JSON at position \d/,
  },
} as const satisfies Record<string, Leak>;
