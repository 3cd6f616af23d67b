import type { PolicyName } from "./policies.ts";

/** What an endpoint must have for an edge to apply. */
export type Need =
  | "credentials"
  /** None are. */
  | "public"
  /** An Authorization header, so that another scheme can stand in it. */
  | "scheme"
  | "bearer"
  | "basic"
  /** A name and a password: basic or digest. */
  | "password"
  | "api-key"
  | "cookie"
  | "no-api-key"
  /** The Cookie header is not taken. */
  | "no-cookie"
  /** Another identity that has reason to be refused. */
  | "other-identity"
  /** It asks for another identity than most endpoints. */
  | "privileged"
  /** It asks for the default identity. */
  | "ordinary"
  | "path-parameter"
  | "no-path-parameter"
  /** The last parameter is a number or a UUID, or the id of something the suite created, and nothing else is asked for. */
  | "typed-id"
  /** The last path segment is the id of something the suite created. */
  | "created-id"
  /** And so is another parameter before it, the id of something else. */
  | "created-parent"
  /** And a declared DELETE takes it away. */
  | "deletable"
  | "body"
  | "json-body"
  /** A JSON body that is an object. */
  | "object-body"
  /** A body of a type that says XML, and not SOAP: its faults are 500. */
  | "xml-body"
  /** A text of the client's own: in the query, where it steers no pages, or in a field of the body. */
  | "free-text"
  | "multipart-body"
  /** A JSON body whose schema allows no field that it does not name. */
  | "closed-body"
  /** A JSON body or form with fields. */
  | "fields"
  /** A JSON body that is a list. */
  | "list-body"
  /** A successful call makes something new. */
  | "creates"
  /** Sent and accepted once more, it leaves nothing behind. */
  | "repeatable"
  /** Header fields of its own, or of the suite. */
  | "own-headers"
  /** It is sent with a condition: If-Match or If-Unmodified-Since. */
  | "condition"
  /** It is sent with an Idempotency-Key. */
  | "idempotency-key"
  /** 206 is declared. */
  | "ranges"
  /** 304 is declared, so that its validators are known. */
  | "validators"
  /** It is sent with an Origin, which ought to be an allowed one. */
  | "origin"
  /** Of the endpoints of its path it is the first: what is asked of a path is asked once. */
  | "first-of-path"
  | "head-undeclared"
  | "options-undeclared"
  | "patch-undeclared"
  /** Its path has none but safe methods. */
  | "read-only-path"
  /** A method of the path that no endpoint declares. */
  | "undeclared-method";

/** The one thing that is different from the happy request. What `of` names is in the tables of src/plan/changes/. */
export type EdgeChange =
  | { readonly kind: "credentials"; readonly use: string }
  | { readonly kind: "identity" }
  | { readonly kind: "unknown-id"; readonly header?: readonly [name: string, value: string] }
  /** The happy request, or the body change that `of` names, once it is gone. */
  | { readonly kind: "after-delete"; readonly of?: string }
  /** Absent: the least harmful one that the path does not declare. */
  | { readonly kind: "method"; readonly method?: string }
  | { readonly kind: "header"; readonly name: string; readonly value: string }
  /** Several at once; null takes one away, also one that Newman adds by itself. */
  | { readonly kind: "headers"; readonly set: ReadonlyArray<readonly [name: string, value: string | null]> }
  | { readonly kind: "validator"; readonly of?: string }
  | { readonly kind: "repeat" }
  /** This text in place of the body. */
  | { readonly kind: "text"; readonly text: string; readonly contentType?: string }
  | { readonly kind: "body"; readonly of: string }
  | { readonly kind: "path"; readonly of: string }
  /** This, as it stands, in place of the last path parameter. */
  | { readonly kind: "path-value"; readonly text: string }
  /** This in one text of the body, else in one value of the query, else in place of the last path parameter. */
  | { readonly kind: "payload"; readonly text: string }
  | { readonly kind: "query"; readonly of: string }
  /** Too much of something. */
  | { readonly kind: "size"; readonly of: string }
  | { readonly kind: "cors"; readonly of: string }
  /** Each header of the endpoint's own in turn: with this value, or (null) left out. */
  | { readonly kind: "own-header"; readonly value: string | null }
  /** The edge's id says which values: src/plan/fields/. */
  | { readonly kind: "field" }
  /** Nothing that can be done everywhere: `byHand` says why. */
  | { readonly kind: "none" };

/** One way to provoke a status code. */
export interface Edge {
  /** What is different, as it stands in the case's name: `-> 401 without credentials`. `{field}` and `{method}` are filled in. */
  readonly title: string;
  /**
   * What it provokes: the first of these codes that the endpoint declares without a `when` of its own. Empty: nothing that is
   * declared, so it is only ever implied.
   */
  readonly codes: ReadonlyArray<number>;
  /** 1: wherever it applies, from `standard` on. 2: in `thorough`, or for a code nothing else provokes. 3: where `edges:` asks. */
  readonly tier: 1 | 2 | 3;
  /** Where the endpoint has all of these, `standard` sends one case of it, whatever its tier and the budget. */
  readonly inStandard?: ReadonlyArray<Need | "known-required">;
  /** Among those of a tier, the lower ones come first when the budget is short. Default: 50. */
  readonly rank?: number;
  /** Absent: any method. */
  readonly methods?: ReadonlyArray<string>;
  readonly needs: ReadonlyArray<Need>;
  readonly change: EdgeChange;
  /** The policy that chooses among the declared codes, and else among the family. */
  readonly policy?: PolicyName;
  /** Codes that are right as well, even where another one is declared. */
  readonly also?: ReadonlyArray<number>;
  /** Codes that are right as well where the endpoint declares them, too, and no policy chooses. */
  readonly alsoIfDeclared?: ReadonlyArray<number>;
  /** Where no code of it is declared and the tier asks for it all the same: the right answers. Absent: never implied. */
  readonly implied?: {
    /** `400|422`, `2xx|404`; `happy` stands for what the unchanged request is answered with. */
    readonly family: string;
    readonly methods?: ReadonlyArray<string>;
    /** Codes that are right as well, with a warning. */
    readonly also?: ReadonlyArray<number>;
    /** More than the declared case needs, so that no correct server fails what it never promised. */
    readonly needs?: ReadonlyArray<Need | "known-required">;
    /** The right answers where `needs` does not hold. Absent: there it is not implied. */
    readonly otherwise?: string;
    /** The right answers where the policy has chosen, with `policy` for what it chose. Absent: that alone. */
    readonly chosen?: string;
    /** One case, not one for each field. */
    readonly once?: true;
    /** Nothing of it is owed, so a policy does not narrow it. */
    readonly isWhateverPolicy?: true;
  };
  /** The server may drop the connection instead of answering. */
  readonly mayReset?: true;
  /** A server or a gateway may answer before the API sees it, so not in the API's own words: `defaults` does not hold. */
  readonly isBeforeApi?: true;
  /** Newman cannot send it, or only the manifest can say how: what to do. */
  readonly byHand?: string;
  /** Where a naive expectation fails a correct API. */
  readonly trap?: string;
  readonly why: string;
  readonly source: string;
}

/** Who asks for the cases of a tier that no declared code needs. */
export const tierNames = { 1: "standard", 2: "thorough", 3: "`edges:`" } as const;

/** Where an edge is sent that nothing is declared for: `thorough; one case in standard where it has free text`. */
export function sentIn({ tier, inStandard }: Edge): string {
  if (inStandard === undefined) return tierNames[tier];
  const where = inStandard.map((need) => need.replaceAll("-", " ")).join(" and ");
  return `${tierNames[tier]}, and one case in ${tierNames[1]}${where && ` where there is: ${where}`}`;
}

/** Right are all answers but a server error: where servers differ, and all of them are right. */
export const noServerError = "2xx|3xx|4xx";

/** Methods that send a whole thing to be kept; a DELETE that is accepted takes away what later cases need. */
export const writes = ["POST", "PUT", "PATCH"] as const;
