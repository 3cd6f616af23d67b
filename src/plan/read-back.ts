import type { JsonPath } from "../manifest/model.ts";
import { endpointSpec, reasonOf, sentCase } from "./case.ts";
import type { RuleCheck } from "./check-choice.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import { controlRequest, happyCases, happyId, keepsCheck, producersOf } from "./happy-cases.ts";
import type { Case } from "./model.ts";
import { seenVariable, sentVariable } from "./names.ts";
import { guardOf } from "./pattern.ts";
import { relationCheck } from "./relations/relation-case.ts";

interface ReadContext {
  readonly creator: EndpointFacts;
  readonly reader: EndpointFacts | undefined;
  readonly scope: Scope;
}

/** The happy cases of a read; the item's own GET compares with what the creator sent: the read-back of the create. */
export function readCases(facts: EndpointFacts, { creator, reader, scope }: ReadContext): ReadonlyArray<Case> {
  const cases = happyCases(facts, scope);
  const [first, ...others] = cases;
  if (facts !== reader || first === undefined || creator.endpoint.body?.kind !== "json") return cases;
  if (scope.manifest.profile === "minimal" || first.checks.some(({ rule }) => rule === "body-keeps-what-was-sent"))
    return cases;
  const key = facts.endpoint.rows.length > 0 ? "row 1" : "";
  const rebuilt = readBackCase(creator, facts, { scope, about: `returns what was created`, key });
  return [{ ...rebuilt, origin: "declared", isControl: true }, ...others];
}

/** A GET that shows what a PUT or PATCH has changed. */
export function readBack(update: EndpointFacts, reader: EndpointFacts | undefined, scope: Scope): ReadonlyArray<Case> {
  const { endpoint } = update;
  // A 202 only promises the change.
  const isUpdate = ["PUT", "PATCH"].includes(endpoint.method) && !update.happy?.codes.codes.includes(202);
  const isShown = update.itemOf !== undefined || update.shownBy !== undefined;
  // Of several rows the last one stays, and the first one is what would be compared with.
  if (!isUpdate || !isShown || endpoint.body?.kind !== "json" || endpoint.rows.length > 1) return [];
  if (reader?.happy === undefined || update.happy === undefined || scope.manifest.profile === "minimal") return [];
  // The same item may be reached, and changed, by several paths.
  const writer = endpoint.path === reader.endpoint.path ? endpoint.method : endpoint.id;
  return [readBackCase(update, reader, { scope, about: `shows what ${writer} changed`, key: `after ${writer}` })];
}

/** Compares the read with what the answer to the write showed. */
function staysCheck(
  { endpoint: { id } }: EndpointFacts,
  { on, get }: { readonly on: ReadonlyArray<number | string>; readonly get: JsonPath | undefined },
): RuleCheck {
  const view = { seen: seenVariable(id), sent: sentVariable(id), at: get?.slice(0, -1) ?? [] };
  return { ...relationCheck("written-fields-stay", view), on };
}

function readBackCase(
  writer: EndpointFacts,
  reader: EndpointFacts,
  { scope, about, key }: { readonly scope: Scope; readonly about: string; readonly key: string },
): Case {
  const { endpoint, happy } = reader;
  if (happy === undefined) throw new Error(`${endpoint.id} has no happy case`);
  const [own] = happyCases(reader, scope);
  const get = writer.creates?.get ?? scope.facts.get(reader.itemOf ?? "")?.creates?.get;
  const written = happyId(writer);
  const spec = {
    ...endpointSpec(endpoint, scope.manifest),
    about: happy.name ?? about,
    key,
    expected: happy.codes,
    origin: "implied" as const,
    ...reasonOf(happy.codes),
    span: happy.span,
    needs: [...producersOf(endpoint, scope), ...(written === undefined ? [] : [written])],
    expectation: happy,
    extra: [
      ...(own?.checks.filter(({ rule }) => rule.startsWith("capture-")) ?? []),
      keepsCheck("the body has what was sent", sentVariable(writer.endpoint.id), { on: guardOf(happy.codes), get }),
      staysCheck(writer, { on: guardOf(happy.codes), get }),
    ],
  };
  return sentCase(spec, controlRequest(reader, scope.manifest));
}
