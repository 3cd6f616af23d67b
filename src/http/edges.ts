import { acceptEdges } from "./edges/accept.ts";
import { authEdges } from "./edges/auth.ts";
import { authForgeryEdges } from "./edges/auth-forgery.ts";
import { availabilityEdges } from "./edges/availability.ts";
import { batchEdges } from "./edges/batch.ts";
import { bodyEdges } from "./edges/body.ts";
import { bodyKindEdges } from "./edges/body-kind.ts";
import { conflictEdges } from "./edges/conflict.ts";
import { contentEdges } from "./edges/content.ts";
import { corsEdges } from "./edges/cors.ts";
import { fieldsEdges } from "./edges/fields.ts";
import { goneEdges } from "./edges/gone.ts";
import { idempotencyEdges } from "./edges/idempotency.ts";
import { identityEdges } from "./edges/identity.ts";
import { injectionEdges } from "./edges/injection.ts";
import { askedInjectionEdges } from "./edges/injection-asked.ts";
import { jsonEdges } from "./edges/json.ts";
import { methodEdges } from "./edges/method.ts";
import { pageEdges } from "./edges/page.ts";
import { parentEdges } from "./edges/parent.ts";
import { permissionEdges } from "./edges/permission.ts";
import { preconditionEdges } from "./edges/precondition.ts";
import { preferEdges } from "./edges/prefer.ts";
import { protocolEdges } from "./edges/protocol.ts";
import { queryEdges } from "./edges/query.ts";
import { rangeEdges } from "./edges/range.ts";
import { rateEdges } from "./edges/rate.ts";
import { redirectEdges } from "./edges/redirect.ts";
import { routeEdges } from "./edges/route.ts";
import { scenarioEdges } from "./edges/scenario.ts";
import { sizeEdges } from "./edges/size.ts";
import { unicodeEdges } from "./edges/unicode.ts";
import { unsendableEdges } from "./edges/unsendable.ts";

/** The recipes: how each code is provoked. The id is public, and the order is the order of the cases. */
export const edges = {
  ...authEdges,
  ...authForgeryEdges,
  ...permissionEdges,
  ...preconditionEdges,
  ...rangeEdges,
  ...bodyEdges,
  ...jsonEdges,
  ...bodyKindEdges,
  ...fieldsEdges,
  ...identityEdges,
  ...parentEdges,
  ...goneEdges,
  ...routeEdges,
  ...queryEdges,
  ...pageEdges,
  ...injectionEdges,
  ...askedInjectionEdges,
  ...unicodeEdges,
  ...methodEdges,
  ...contentEdges,
  ...acceptEdges,
  ...conflictEdges,
  ...sizeEdges,
  ...corsEdges,
  ...protocolEdges,
  ...idempotencyEdges,
  ...batchEdges,
  ...preferEdges,
  ...rateEdges,
  ...availabilityEdges,
  ...redirectEdges,
  ...scenarioEdges,
  ...unsendableEdges,
} as const;

export type EdgeId = keyof typeof edges;

/** What to write in the manifest when no edge provokes a declared code at an endpoint. */
export const remedies: ReadonlyMap<number, string> = new Map([
  [401, "the endpoint is public: say what is wrong with the request, `401: { when: { ... } }`"],
  [403, "say who is refused: `403: { when: { as: <identity> } }`"],
  [404, "there is no path parameter: say what is unknown, `404: { when: { query: { ... } } }`"],
  [409, "say what conflicts: `409: { when: { body: { ... } } }`, or write a flow"],
  [428, "send the condition with the endpoint itself, `headers: { If-Match: ... }`, and it is left out here"],
  [429, "say how many requests at once exceed the limit: `429: { burst: 20 }`"],
]);
