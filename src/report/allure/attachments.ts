import { parseJson } from "../../result/json.ts";
import type { Attempt } from "../../result/model.ts";
import { curlText } from "../common/account.ts";
import { uuidOf } from "../common/digest.ts";

export interface Attachment {
  readonly name: string;
  readonly type: string;
  /** The name of its file. */
  readonly source: string;
  readonly text: string;
}

/** How to repeat an attempt that did not pass, and the body that came. */
export function attachmentsOf(attempt: Attempt, uuid: string): ReadonlyArray<Attachment> {
  const { request, response, status } = attempt;
  const attachments: Attachment[] = [];
  if (request !== undefined && status !== "passed") {
    attachments.push({
      name: "curl",
      type: "text/plain",
      source: fileOf(uuid, 1, "txt"),
      text: `${curlText(attempt)}\n`,
    });
  }
  if (response?.body) {
    const kind =
      parseJson(response.body) !== undefined
        ? (["application/json", "json"] as const)
        : (["text/plain", "txt"] as const);
    const [type, extension] = kind;
    attachments.push({ name: "response body", type, source: fileOf(uuid, 2, extension), text: response.body });
  }
  return attachments;
}

/** Each has a UUID of its own. */
function fileOf(uuid: string, number: number, extension: string): string {
  return `${uuidOf("attachment", uuid, String(number))}-attachment.${extension}`;
}
