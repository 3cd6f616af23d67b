import type { PolicyName } from "./policies.ts";

/** What an endpoint must have for an edge to apply. */
export type Need =
  | "credentials"
  /** An Authorization header, so that another scheme can stand in it. */
  | "scheme"
  /** Another identity that has reason to be refused. */
  | "other-identity"
  | "path-parameter"
  /** The last path segment is the id of something the suite created. */
  | "created-id"
  /** And a declared DELETE takes it away. */
  | "deletable"
  | "body"
  | "json-body"
  /** A JSON body or form with fields. */
  | "fields"
  /** A successful call makes something new. */
  | "creates"
  /** A method of the path that no endpoint declares. */
  | "undeclared-method";

/** The one thing that is different from the happy request. */
export type EdgeChange =
  | { readonly kind: "credentials"; readonly use: "none" | "wrong" | "wrong-scheme" }
  | { readonly kind: "identity" }
  | { readonly kind: "unknown-id" }
  | { readonly kind: "after-delete" }
  | { readonly kind: "method" }
  | { readonly kind: "header"; readonly name: string; readonly value: string }
  | { readonly kind: "validator" }
  | { readonly kind: "malformed-body" }
  | { readonly kind: "missing-field" }
  | { readonly kind: "wrong-type" }
  | { readonly kind: "repeat" };

/** One way to provoke a status code. */
export interface Edge {
  /** What is different, as it stands in the case's name: `-> 401 without credentials`. `{field}` and `{method}` are filled in. */
  readonly title: string;
  /** What it provokes: the first of these codes that the endpoint declares without a `when` of its own. */
  readonly codes: ReadonlyArray<number>;
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
  /** Where no code of it is declared: the profile that asks for it all the same, and the family of right answers. */
  readonly implied?: {
    readonly from: "standard" | "thorough";
    readonly family: string;
    readonly methods?: ReadonlyArray<string>;
    /** More than the declared case needs, so that no correct server fails what it never promised. */
    readonly needs?: ReadonlyArray<Need | "known-required">;
    /** One case, not one for each field. */
    readonly once?: true;
    /** Nothing of it is owed, so a policy does not narrow it. */
    readonly isWhateverPolicy?: true;
  };
  readonly why: string;
  readonly source: string;
}
