import type { HeaderExpectation } from "../../manifest/model.ts";
import type { Operation } from "../api.ts";
import type { Serve } from "../fault.ts";
import { outcomeOf } from "../outcome.ts";
import { without } from "./answer.ts";

/** Headers that the server writes itself, or that another fault takes away. */
const own = /^(?:content-type|content-length|location|date|connection|www-authenticate|retry-after|allow)$/i;

/** Operations for which the manifest promises a header. */
export function declaresHeaders({ expect, method }: Operation): boolean {
  return method !== "HEAD" && expect.some((each) => promised(each.response.headers).length > 0);
}

/** Leaves out what is promised for the code that comes. */
export const removeDeclared: Serve = (call, next) => {
  const response = next();
  const { expect = [], method = "GET" } = call.operation ?? {};
  const fitting = expect.filter((each) => outcomeOf(each, method).code === response.status);
  return without(...fitting.flatMap((each) => promised(each.response.headers)))(response, call);
};

function promised(headers: ReadonlyArray<HeaderExpectation>): ReadonlyArray<string> {
  return headers.filter(({ kind, name }) => kind !== "absent" && !own.test(name)).map(({ name }) => name);
}
