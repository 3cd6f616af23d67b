import type { ReceivedResponse } from "../model.ts";
import { headerOf, mediaType, ownAnswers } from "./errors.ts";
import { endpointsOf, idsOf, type Material, type SuiteRule } from "./material.ts";
import { tally } from "./tally.ts";

const fewestAnswers = 5;

/** What a whole host decides, once; Cache-Control is a matter of each resource. */
const policies: ReadonlyArray<{ readonly header: string; readonly isOf: (material: Material) => boolean }> = [
  { header: "x-content-type-options", isOf: () => true },
  // Without TLS it must not be there at all (RFC 6797, 7.2).
  { header: "strict-transport-security", isOf: ({ run }) => /^https:/i.test(run.baseUrl) },
];

/** `suite-header-policy-uniform`: responses of one kind, some with a security header and some without. */
export const headerPolicy: SuiteRule = (material) => {
  const answers = ownAnswers(material).filter(({ response }) => response.sizeBytes > 0);
  for (const [kind, alike] of tally(answers, ({ response }) => kindOf(response))) {
    if (alike.length < fewestAnswers || endpointsOf(alike) < 2) continue;
    for (const { header, isOf } of policies) {
      const without = alike.filter(({ response }) => headerOf(response, header) === undefined);
      // A few that have it are a framework's own pages: nobody has decided anything.
      if (!isOf(material) || without.length === 0 || without.length > alike.length / 2) continue;
      const amount = `${without.length} of ${alike.length}`;
      return { message: `${amount} ${kind} responses have no ${header}, and the others do`, cases: idsOf(without) };
    }
  }
  return undefined;
};

function kindOf(response: ReceivedResponse): string {
  const type = mediaType(response) ?? "untyped";
  return /[/+]json$/.test(type) ? "JSON" : type;
}
