import { archive } from "./archive.ts";
import { clinic } from "./clinic.ts";
import { envelope } from "./envelope.ts";
import { front } from "./front.ts";
import { graph } from "./graph.ts";
import { invoices } from "./invoices.ts";
import { ledger } from "./ledger.ts";
import { letters } from "./letters.ts";
import { normalising } from "./normalising.ts";
import { parcels } from "./parcels.ts";
import { recipes } from "./recipes.ts";
import type { Right } from "./right.ts";
import { sessions } from "./sessions.ts";
import { slugs } from "./slugs.ts";
import { tasks } from "./tasks.ts";
import { terse } from "./terse.ts";

/** Every server that is right, each in its own way. */
export const rightServers: ReadonlyArray<Right> = [
  terse,
  envelope,
  normalising,
  slugs,
  recipes,
  parcels,
  tasks,
  invoices,
  ledger,
  graph,
  sessions,
  archive,
  front,
  clinic,
  letters,
];
