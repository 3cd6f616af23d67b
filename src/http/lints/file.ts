import type { Lint } from "../lint.ts";

/** Uploads, downloads, ranges and validators. */
export const fileLints = {
  "lint-upload-without-413-415": {
    level: "warning",
    finds: "it takes files and declares neither 413 nor 415",
    fix: "add 413 for a file too large, 415 for a type not allowed",
    why: "without a limit anybody fills the disk",
    source: "the guide: file upload",
    codes: [413, 415],
  },
  "lint-download-without-404": {
    level: "warning",
    finds: "it returns a file by the id of something, and declares neither 404 nor 410",
    fix: "add 404",
    why: "the file may not exist",
    source: "the guide: file download",
    codes: [404, 410],
  },
  "lint-range-without-206-416": {
    level: "warning",
    finds: "it serves ranges, and 206 or 416 is not declared",
    fix: "declare both",
    why: "a range is answered with 206, and one outside of the file with 416",
    source: "RFC 9110, 14.2 and 15.5.17",
    codes: [206, 416],
  },
  "lint-conditional-without-304-412": {
    level: "warning",
    finds: "it promises an ETag, and no code answers a request that sends it back",
    fix: "add 304 to GET, 412 to PUT, PATCH and DELETE",
    why: "a validator is there to be sent back",
    source: "the guide: 304 for conditional requests; RFC 9110, 13.1",
    codes: [304, 412],
  },
} as const satisfies Record<string, Lint>;
