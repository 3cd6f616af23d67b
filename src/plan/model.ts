import type { Span } from "../diagnostic/diagnostic.ts";
import type { EdgeId } from "../http/edges.ts";
import type { Level } from "../http/rule.ts";
import type { RuleId } from "../http/rules.ts";
import type { Auth, CodePattern, JsonPath, MultipartPart, RuleLevels } from "../manifest/model.ts";

/** Everything a run does, in order. */
export interface Plan {
  readonly suite: string;
  readonly groups: ReadonlyArray<Group>;
  /** What every response must be: the collection's own script checks it after each request. */
  readonly every: ReadonlyArray<EveryRule>;
  /** Levels of the rules of a whole run, where the manifest moves them. */
  readonly suiteLevels: Readonly<Record<string, Level>>;
}

/** A rule of the collection's own script. */
export interface EveryRule {
  readonly rule: RuleId;
  /** The name of the `pm.test` that fails when it is broken: no test of it is reported while it holds. */
  readonly title: string;
  /** For the suite; `off` where only an endpoint of its own switches it on. */
  readonly level: Level;
  readonly codes?: ReadonlyArray<number>;
  readonly methods?: ReadonlyArray<string>;
}

/** What must run together, in order: a resource's lifecycle, a flow, a burst. Groups share nothing but the environment. */
export interface Group {
  /** Unique in the plan, and the name of its folder: `books`, `Flows / Checkout`. */
  readonly name: string;
  /** Bursts run alone, after everything else, or they would make others see 429. */
  readonly kind: "resource" | "flow" | "burst";
  /** It shares no Newman run with another one: its scripts may end it, or go back to where it began. */
  readonly isApart?: true;
  readonly cases: ReadonlyArray<Case>;
}

/** `POST /books > 409 duplicate`. Hashed, it is the item's id, and Newman hands it back. */
export type CaseId = string;

/** One request and what its response must be. */
export interface Case {
  readonly id: CaseId;
  /** The item's name: `POST /books -> 409 when the same book exists already`. */
  readonly title: string;
  readonly endpoint: string;
  readonly method: string;
  readonly path: string;
  readonly tags: ReadonlyArray<string>;
  readonly expected: CodePattern;
  /** Right as well, with a warning. */
  readonly also: ReadonlyArray<number>;
  readonly origin: "declared" | "implied" | "support";
  /** It shows that the endpoint's valid request is accepted: others need it by its id. */
  readonly isControl?: true;
  readonly edge?: EdgeId;
  readonly why: string;
  readonly source: string;
  readonly span: Span;
  /** Cases without whose success this one proves nothing. */
  readonly needs: ReadonlyArray<CaseId>;
  /** Cases that may take away what this one works on, or see that it is gone: where one has, this one proves nothing either. */
  readonly spoiledBy?: ReadonlyArray<CaseId>;
  /** Absent: it cannot be sent, and `unproven` says what the user can do. */
  readonly request?: CaseRequest;
  readonly unproven?: string;
  /** Why it is left out on purpose. */
  readonly skipped?: string;
  /** Its collection's scripts decide whether it is sent: what is said of it where it was not. */
  readonly passedBy?: string;
  readonly checks: ReadonlyArray<Check>;
  /** Where the endpoint's own levels differ from `Plan.every`. */
  readonly levels?: RuleLevels;
  /** What the script does before the request. */
  readonly before?: Before;
  /** Where the script notes what a 2xx created, so that it can be deleted in the end; and what a 2xx deleted. */
  readonly leftovers?: { readonly variable: string; readonly note: "created" | "deleted"; readonly get?: JsonPath };
  /** The collection variable that keeps the body this request sent, for those that repeat it or compare with it. */
  readonly sent?: string;
  /** It may be answered by closing the connection (RFC 9112, 9.6). */
  readonly mayReset?: true;
  /** What else its script keeps for later cases. */
  readonly notes?: ReadonlyArray<Note>;
  /** The user's own script. */
  readonly tests?: string;
}

/** Something of a response that later cases compare with or follow, kept in a collection variable by a partial in templates/notes/. */
export interface Note {
  readonly name: "seen" | "location" | "monitor" | "next-page" | "retry-after" | "sibling" | "other-gone";
  readonly variable: string;
  /** Kept where one of these came; absent: always. */
  readonly on?: ReadonlyArray<number | string>;
}

/** One assertion of the script. */
export interface Check {
  /** Unique in the case. */
  readonly id: string;
  readonly rule: RuleId;
  /** The name of the `pm.test`, unique in the case. */
  readonly title: string;
  readonly level: Exclude<Level, "off">;
  /** Asserted where one of these came (`201`, `"2xx"`); absent: always. */
  readonly on?: ReadonlyArray<number | string>;
  /** What its template needs. */
  readonly view: object;
}

/** Strings may hold `{{variables}}`; the rest of them is encoded already. */
export interface CaseRequest {
  readonly method: string;
  /** Begins with a slash, or is one `{{variable}}` that holds a whole URL. */
  readonly path: string;
  readonly query: ReadonlyArray<readonly [string, string]>;
  /** The query is sent as it stands, be it encoded or not. */
  readonly isRawQuery?: true;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body?: CaseBody;
  /** null: no credentials. */
  readonly auth: Auth | null;
  /** Cookies of earlier responses are sent only in flows; elsewhere they would authenticate a case that must not be. */
  readonly hasCookieJar: boolean;
  /** Headers Newman would add by itself. */
  readonly omittedHeaders: ReadonlyArray<string>;
}

export type CaseBody =
  | { readonly kind: "text"; readonly text: string; readonly isJson: boolean }
  | { readonly kind: "form"; readonly fields: ReadonlyArray<readonly [string, string]> }
  | { readonly kind: "multipart"; readonly parts: ReadonlyArray<MultipartPart> };

export type Before =
  /** Drop the conditional header whose validator the server did not send. */
  | { readonly kind: "conditional"; readonly etag: string; readonly lastModified: string }
  /** Send it `count - 1` times at once before it is sent itself. */
  | {
      readonly kind: "burst";
      readonly count: number;
      /** The variable with what the others were answered; null: nobody asks. */
      readonly answers: string | null;
    }
  /** Take one id of what is left, and skip the request when nothing is. */
  | { readonly kind: "cleanup"; readonly leftovers: string; readonly id: string }
  /** Take one id of what is left beside the first one, each once, and skip the request when there is no other. */
  | { readonly kind: "others"; readonly leftovers: string; readonly first: string; readonly id: string }
  /** Go where an earlier response led to, and skip the request when it led nowhere. */
  | { readonly kind: "follow"; readonly url: string }
  /** Wait as many seconds as the variable says, and skip the request when it says nothing, or more than `most`. */
  | { readonly kind: "wait"; readonly seconds: string; readonly most: number }
  /** Give variables long values, each a text so many times: nobody wants to read them in a collection. */
  | { readonly kind: "fill"; readonly values: ReadonlyArray<FillValue> }
  /** Add so many headers. */
  | { readonly kind: "headers"; readonly count: number };

export interface FillValue {
  readonly variable: string;
  readonly text: string;
  readonly times: number;
}

/** Whether its script may skip the request, or send it again: it is reported once, and only if it was sent. */
export function isSentAtWill({ before, passedBy }: Case): boolean {
  const { kind } = before ?? {};
  return passedBy !== undefined || kind === "cleanup" || kind === "others" || kind === "follow" || kind === "wait";
}

/** Whether nothing is told of it where there was nothing to send; what a collection's scripts went past is told all the same. */
export function mayBeAbsent(one: Case): boolean {
  return isSentAtWill(one) && one.passedBy === undefined;
}
