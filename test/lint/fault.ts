/** A lint's own manifest: what it must find, and what it must leave alone. The lines found end with `# <-`. */
export interface Fault {
  readonly bad: ReadonlyArray<string>;
  /** As near to it as a right manifest can be. */
  readonly good: ReadonlyArray<string>;
}

/** A suite with these lines below `endpoints:`. */
export function suite(...lines: ReadonlyArray<string>): string {
  return `baseUrl: http://localhost\nendpoints:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** The same with an identity, me, and another, admin. */
export function guarded(...lines: ReadonlyArray<string>): string {
  return `auth: { me: { bearer: "{{a}}" }, admin: { bearer: "{{b}}" } }\n${suite(...lines)}`;
}
