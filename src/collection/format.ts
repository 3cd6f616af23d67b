import type { RequestAuthDefinition } from "postman-collection";

/** Postman Collection Format v2.1.0, as far as we write it. */
export interface CollectionFile {
  readonly info: {
    readonly _postman_id: string;
    readonly name: string;
    readonly description: string;
    readonly schema: string;
  };
  readonly item: ReadonlyArray<FolderFile>;
  /** Scripts that run with every request. */
  readonly event?: ReadonlyArray<EventFile>;
  readonly variable: ReadonlyArray<{ readonly key: string; readonly value: string }>;
}

export interface FolderFile {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly item: ReadonlyArray<ItemFile | FolderFile>;
}

export interface ItemFile {
  readonly id: string;
  readonly name: string;
  readonly request: RequestFile;
  readonly response: ReadonlyArray<ResponseFile>;
  readonly event: ReadonlyArray<EventFile>;
  readonly protocolProfileBehavior: Readonly<Record<string, unknown>>;
}

export interface RequestFile {
  readonly description?: { readonly content: string; readonly type: "text/markdown" };
  readonly method: string;
  readonly url: {
    readonly raw: string;
    readonly host: ReadonlyArray<string>;
    readonly path?: ReadonlyArray<string>;
    readonly query?: ReadonlyArray<KeyValue>;
  };
  readonly header: ReadonlyArray<KeyValue>;
  readonly auth: RequestAuthDefinition;
  readonly body?: BodyFile;
}

export interface BodyFile {
  readonly mode: "raw" | "urlencoded" | "formdata";
  readonly raw?: string;
  readonly options?: { readonly raw: { readonly language: string } };
  readonly urlencoded?: ReadonlyArray<KeyValue>;
  readonly formdata?: ReadonlyArray<
    (KeyValue & { readonly type: string }) | { readonly key: string; readonly type: "file"; readonly src: string }
  >;
}

export interface ResponseFile {
  readonly id: string;
  readonly name: string;
  readonly originalRequest: RequestFile;
  readonly status: string;
  readonly code: number;
  readonly _postman_previewlanguage: string;
  readonly header: ReadonlyArray<KeyValue>;
  readonly cookie: readonly [];
  readonly body: string;
}

export interface EventFile {
  readonly listen: "test" | "prerequest";
  readonly script: { readonly id: string; readonly type: "text/javascript"; readonly exec: ReadonlyArray<string> };
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}
