import type { Manifest } from "../manifest/model.ts";
import type { Case, Group, Plan } from "../plan/model.ts";
import type { Render } from "../template.ts";
import { describeCase } from "./description.ts";
import { defaultVariables } from "./environment.ts";
import { everyResponseScript } from "./every-response.ts";
import { createExamples, type ExampleOf } from "./example.ts";
import type { CollectionFile, EventFile, FolderFile, ItemFile } from "./format.ts";
import { itemId, stableId } from "./ids.ts";
import { protocolOf, requestFile } from "./request.ts";
import { beforeScript, testScript } from "./script.ts";
import { tidyCollection } from "./tidy.ts";

/** What a collection is made with. */
export interface CollectionContext {
  readonly manifest: Manifest;
  readonly render: Render;
  /** `newmanifest.yaml:14` of a case, the same wherever the command is run from. */
  readonly placeOf: (one: Case) => string;
  /** It is only run, and nobody reads it: no saved responses, and not in the SDK's own words, which takes as long as all the rest. */
  readonly isOnlyRun?: boolean;
}

const noExample: ExampleOf = () => undefined;

const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/** Plan to Postman Collection v2.1.0: the same bytes for the same plan. */
export function buildCollection(plan: Plan, context: CollectionContext): CollectionFile {
  const { manifest } = context;
  const every = everyResponseScript(plan.every, context.render);
  const file: CollectionFile = {
    info: {
      _postman_id: stableId(plan.suite),
      name: plan.suite,
      description:
        manifest.description ?? `Every status code that the manifest of ${plan.suite} declares, provoked and checked.`,
      schema,
    },
    item: foldersOf(plan, { ...context, exampleOf: context.isOnlyRun ? noExample : createExamples(manifest) }),
    ...(every.length > 0 && { event: [event("test", stableId(plan.suite), every)] }),
    variable: defaultVariables(manifest),
  };
  return context.isOnlyRun ? file : tidyCollection(file);
}

interface ItemContext extends CollectionContext {
  readonly exampleOf: ExampleOf;
}

/** A folder for each group; the flows share an outer one. Groups of a kind stand together in the plan. */
function foldersOf(plan: Plan, context: ItemContext): ReadonlyArray<FolderFile> {
  const folders = plan.groups.map((group) => ({ group, folder: folderOf(group, plan, context) }));
  const filled = folders.filter(({ folder }) => folder.item.length > 0);
  const ofKind = (kind: Group["kind"]) => filled.filter(({ group }) => group.kind === kind).map(({ folder }) => folder);
  const flows = ofKind("flow");
  const outer = { id: stableId(`${plan.suite}\nfolder\nFlows`), name: "Flows", item: flows };
  return [...ofKind("resource"), ...(flows.length > 0 ? [outer] : []), ...ofKind("burst")];
}

function folderOf(group: Group, plan: Plan, context: ItemContext): FolderFile {
  const sent = group.cases.filter(({ request }) => request !== undefined);
  const name = group.name.replace(/^Flows \/ /, "");
  return { id: folderId(plan, group), name, item: sent.map((one) => itemOf(one, plan, context)) };
}

/** The id of a group's folder: the runner runs it by itself. */
export function folderId(plan: Plan, group: Group): string {
  return stableId(`${plan.suite}\nfolder\n${group.kind}\n${group.name}`);
}

function itemOf(one: Case, plan: Plan, context: ItemContext): ItemFile {
  const { request } = one;
  if (request === undefined) throw new Error(`${one.id} has no request`);
  const id = itemId(plan.suite, one.id);
  const place = context.placeOf(one);
  const file = requestFile(request, describeCase(one, place));
  const example = context.exampleOf(one, { id, request: file });
  return {
    id,
    name: one.title,
    request: file,
    response: example ? [example] : [],
    event: eventsOf(one, { id, place, render: context.render }),
    protocolProfileBehavior: protocolOf(request),
  };
}

function eventsOf(
  one: Case,
  { id, place, render }: { readonly id: string; readonly place: string; readonly render: Render },
): ReadonlyArray<EventFile> {
  const before = beforeScript(one, render);
  return [
    ...(before.length > 0 ? [event("prerequest", id, before)] : []),
    event("test", id, testScript(one, place, render)),
  ];
}

function event(listen: EventFile["listen"], id: string, exec: ReadonlyArray<string>): EventFile {
  return { listen, script: { id: stableId(`${id}\n${listen}`), type: "text/javascript", exec } };
}
