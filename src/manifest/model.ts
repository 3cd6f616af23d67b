import type { Span } from "../diagnostic/diagnostic.ts";
import type { EdgeId } from "../http/edges.ts";
import type { LintLevels } from "../http/lints.ts";
import type { PolicyName } from "../http/policies.ts";
import type { Level } from "../http/rule.ts";
import type { RuleId } from "../http/rules.ts";

export type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** A text of the manifest by its name, kept to draw frames. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** What a suite is, once parsed, checked and resolved. Strings may hold `{{variables}}`, resolved when a request is sent. */
export interface Manifest {
  readonly name: string;
  readonly description?: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** The first is the file that was asked for. */
  readonly sources: ReadonlyArray<Source>;
  /** In the order of the manifest; the first is everybody's default. */
  readonly identities: ReadonlyArray<Identity>;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** At least one; the first is used unless another is asked for. */
  readonly environments: ReadonlyArray<Environment>;
  readonly defaults: Defaults;
  readonly profile: Profile;
  /** Warnings become assertions. */
  readonly strict: boolean;
  readonly policy: Readonly<Partial<Record<PolicyName, string>>>;
  readonly rules: RuleLevels;
  /** Of what is said before anything is run. */
  readonly lints: LintLevels;
  readonly edges: EdgeSwitches;
  /** Limits of the suite's metrics. */
  readonly alerts: ReadonlyArray<ManifestAlert>;
  /** Each `{{name}}` that an environment must supply, with the place of its first use. */
  readonly variables: ReadonlyArray<Variable>;
  /** Names of variables whose values are written nowhere, whether a request uses them or not. */
  readonly secrets: ReadonlyArray<string>;
  readonly endpoints: ReadonlyArray<Endpoint>;
  readonly flows: ReadonlyArray<Flow>;
}

/** A limit of a metric, `p95 < 800ms`, where it stands. */
export interface ManifestAlert {
  readonly text: string;
  readonly span: Span;
}

export type Profile = "minimal" | "standard" | "thorough";
/** Edges that are asked for, or left out, by their ids. */
export type EdgeSwitches = Readonly<Partial<Record<EdgeId, "on" | "off">>>;
export type RuleLevels = Readonly<Partial<Record<RuleId, Level>>>;

export interface Defaults {
  /** What the body of a 4xx or 5xx is: problem+json (RFC 9457), or like an example. */
  readonly errors?: { readonly kind: "problem+json" } | { readonly kind: "example"; readonly body: Json };
  readonly underMs?: number;
  /** Asserted on every response. */
  readonly headers: ReadonlyArray<HeaderExpectation>;
}

export interface Environment {
  readonly name: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly isReadOnly: boolean;
}

export interface Variable {
  readonly name: string;
  readonly span: Span;
  /** Never written to a file: listed in `secrets`, read by `${NAME}`, or used in `auth` without a value in any environment. */
  readonly isSecret: boolean;
  /** Written `${NAME}`: the value comes from the process environment or `--env-file`. */
  readonly isFromProcess: boolean;
}

export interface Identity {
  readonly name: string;
  readonly span: Span;
  readonly auth: Auth;
}

export type Auth =
  | { readonly kind: "bearer"; readonly token: string }
  | { readonly kind: "basic"; readonly username: string; readonly password: string }
  | { readonly kind: "digest"; readonly username: string; readonly password: string }
  | { readonly kind: "apiKey"; readonly in: "header" | "query"; readonly name: string; readonly value: string }
  | { readonly kind: "cookie"; readonly name: string; readonly value: string };

/** What one request of an endpoint or a flow step consists of: the happy request. */
export interface RequestShape {
  /** `METHOD /path/{param}`, as written. */
  readonly id: string;
  readonly method: string;
  /** The path template, starting with `/`. */
  readonly path: string;
  /** One for each `{param}` of the path, in its order. */
  readonly params: ReadonlyArray<PathParam>;
  /** The key in the manifest. */
  readonly span: Span;
  /** Name of the identity that sends it; absent: no credentials. */
  readonly identity?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Body;
}

export interface PathParam {
  readonly name: string;
  readonly source: ParamSource;
}

/** Where the value of a path parameter comes from. */
export type ParamSource =
  | { readonly kind: "literal"; readonly value: string }
  /** The response of another endpoint's happy case. Without `get`: that endpoint's `capture`, else Location's last segment, else `$.id`. */
  | { readonly kind: "created"; readonly by: string; readonly get?: JsonPath }
  /** A name saved by an earlier step of the same flow. */
  | { readonly kind: "saved"; readonly name: string };

/** `$.data.items[0].id` as keys. */
export type JsonPath = ReadonlyArray<string | number>;

export type Body =
  | {
      readonly kind: "json";
      readonly value: Json;
      /** Top-level fields that may be left out. Unless named here each field of the example counts as required. */
      readonly optional: ReadonlyArray<string>;
      /** `bodySchema`, where given. */
      readonly schema?: JsonObject;
    }
  | { readonly kind: "raw"; readonly text: string; readonly contentType?: string }
  | { readonly kind: "form"; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: "multipart"; readonly parts: ReadonlyArray<MultipartPart> };

export type MultipartPart =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly file: string };

export interface Endpoint extends RequestShape {
  readonly summary?: string;
  readonly tags: ReadonlyArray<string>;
  /** Path parameter name -> where the happy response holds it. */
  readonly capture: Readonly<Record<string, JsonPath>>;
  /** Rows of `data`, one happy case each; empty when there is no `data`. */
  readonly rows: ReadonlyArray<Readonly<Record<string, string>>>;
  /** In the order of the manifest; never empty. */
  readonly expect: ReadonlyArray<Expectation>;
  /** Overrides of the suite's `rules`. */
  readonly rules: RuleLevels;
  readonly lints: LintLevels;
  /** Overrides of the suite's `edges`. */
  readonly edges: EdgeSwitches;
  /** Limits of its own metrics, besides those of the suite. */
  readonly alerts: ReadonlyArray<ManifestAlert>;
}

/** One entry of `expect`: these codes, for this reason, looking like this. */
export interface Expectation {
  readonly codes: CodePattern;
  /** `name:` of the entry: what the case is about. */
  readonly name?: string;
  /** The change to the happy request that provokes it. */
  readonly when?: Change;
  /** How many requests at once exceed the rate limit (429 only). */
  readonly burst?: number;
  readonly response: ResponseExpectation;
  /** The code in the manifest. */
  readonly span: Span;
}

/** `404`, `400|422`, `2xx`. A response fits when its code is listed or its class is. */
export interface CodePattern {
  readonly text: string;
  readonly codes: ReadonlyArray<number>;
  /** First digits. */
  readonly classes: ReadonlyArray<number>;
}

/** `when`: the one thing that is different from the happy request. `null` removes. */
export interface Change {
  readonly headers: Readonly<Record<string, string | null>>;
  readonly query: Readonly<Record<string, string | null>>;
  readonly path: Readonly<Record<string, string>>;
  /** Another identity's name, or null: no credentials. */
  readonly as?: string | null;
  /** JSON merge patch of the body (RFC 7396). */
  readonly body?: Json;
  readonly rawBody?: string;
  readonly method?: string;
}

export interface ResponseExpectation {
  readonly headers: ReadonlyArray<HeaderExpectation>;
  /** Same keys, same types, each array element like the first. */
  readonly body?: Json;
  /** A subset with exact values. */
  readonly equals?: Json;
  /** JSON Schema 2020-12 or draft-07. */
  readonly schema?: JsonObject;
  readonly underMs?: number;
  /** The user's own script, put after the generated checks. */
  readonly tests?: string;
}

export type HeaderExpectation =
  | { readonly kind: "present" | "absent"; readonly name: string }
  | { readonly kind: "equals"; readonly name: string; readonly value: string }
  | { readonly kind: "matches"; readonly name: string; readonly pattern: string }
  | { readonly kind: "any"; readonly name: string; readonly values: ReadonlyArray<string> };

export interface Flow {
  readonly name: string;
  readonly span: Span;
  readonly steps: ReadonlyArray<Step>;
}

/** One request of a flow; sent once, so it has one expectation. */
export interface Step extends RequestShape {
  readonly expectation: Expectation;
  /** Name -> where the response holds the value. */
  readonly save: Readonly<Record<string, JsonPath>>;
}
