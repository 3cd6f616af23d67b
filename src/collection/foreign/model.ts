import type { Span } from "../../diagnostic/diagnostic.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import type { JsonRecord } from "./json.ts";
import type { Places } from "./places.ts";

/** A Postman collection that nobody generated, as its file has it. */
export interface ForeignCollection {
  readonly source: SourceText;
  readonly name: string;
  /** Of the name, or of the beginning. */
  readonly span: Span;
  readonly json: JsonRecord;
  /** All of them, in the order in which Newman runs them. */
  readonly requests: ReadonlyArray<ForeignRequest>;
  readonly places: Places;
}

/** A request of a collection. */
export interface ForeignRequest {
  /** Unique in the collection: the file's own id, where it has one that is. */
  readonly itemId: string;
  /** `Users / Create user`, unique in the collection. */
  readonly id: string;
  /** The places of its folders and its own, from the top. */
  readonly position: ReadonlyArray<number>;
  /** The collection, its folders and itself: whatever it inherits from comes first. */
  readonly chain: ReadonlyArray<JsonRecord>;
  readonly item: JsonRecord;
  readonly span: Span;
}
