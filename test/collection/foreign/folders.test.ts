import { describe, expect, it } from "vitest";
import { chooseFolders } from "../../../src/collection/foreign/folders.ts";
import { drawDiagnostic } from "../../../src/diagnostic/frame.ts";
import { collectionFrom, runPlain } from "../../support/foreign.ts";
import { startShop } from "../../support/foreign-server.ts";

const request = (path: string) => ({ method: "GET", url: `{{u}}/open/${path}` });

const collection = {
  info: { name: "C" },
  item: [
    {
      name: "Users",
      id: "u1",
      item: [
        { name: "Get", request: request("1") },
        { name: "In", item: [{ name: "Get", id: "g2", request: request("2") }] },
      ],
    },
    { name: "In", item: [{ name: "Last", request: request("3") }] },
    { name: "Get", request: request("4") },
    { name: "Nothing", item: [] },
  ],
};

function chosen(folders: ReadonlyArray<string>): ReadonlyArray<string> {
  return chooseFolders(collectionFrom(collection), folders).requests.map(({ id }) => id);
}

describe("the folders that are asked for", () => {
  it.each([
    [[], ["Users / Get", "Users / In / Get", "In / Last", "Get"]],
    [["Users"], ["Users / Get", "Users / In / Get"]],
    // One name: what is nearer to the top.
    [["Get"], ["Get"]],
    [["In"], ["In / Last"]],
    [["g2"], ["Users / In / Get"]],
    // Several: what comes first, each once.
    [
      ["Get", "In"],
      ["Users / Get", "Users / In / Get"],
    ],
    [
      ["In", "u1"],
      ["Users / Get", "Users / In / Get"],
    ],
    [
      ["Last", "Get", "Last"],
      ["Users / Get", "In / Last"],
    ],
  ])("%j", async (folders, requests) => {
    expect(chosen(folders)).toEqual(requests);
    const shop = await startShop();
    const envVar = [{ key: "u", value: shop.url }];
    await runPlain(collection, { envVar, ...(folders.length > 0 && { folder: folders }) });
    await shop.close();
    const urls = new Map([
      ["Users / Get", 1],
      ["Users / In / Get", 2],
      ["In / Last", 3],
      ["Get", 4],
    ]);
    expect(shop.log).toEqual(requests.map((id) => `GET /open/${urls.get(id)}`));
  });

  it("must be there, and have something to send", () => {
    const made = collectionFrom(collection);
    const { diagnostics } = chooseFolders(made, ["Usres", "Nothing", "elsewhere"]);
    expect(diagnostics.map((one) => drawDiagnostic(one, [made.source])).join("\n")).toMatchInlineSnapshot(`
      "error: the collection has neither a folder nor a request "Usres"  [unknown-folder]
       --> some.postman_collection.json:3:11
        |
      3 |     "name": "C"
        |             ^^^ did you mean "Users"?
      error: the folder "Nothing" of "C" has no request: a run of it would prove nothing  [empty-collection]
       --> some.postman_collection.json:3:11
        |
      3 |     "name": "C"
        |             ^^^ name another folder
      error: the collection has neither a folder nor a request "elsewhere"  [unknown-folder]
       --> some.postman_collection.json:3:11
        |
      3 |     "name": "C"
        |             ^^^ one of Users, Get, In, Last, Nothing"
    `);
  });
});
