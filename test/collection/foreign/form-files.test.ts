import { expect, it } from "vitest";
import { suiteFrom } from "../../support/foreign.ts";

it("warns of files of forms that Newman would leave out without a word", () => {
  const file = (src: unknown, more = {}) => ({ type: "file", key: "f", src, ...more });
  const formdata = [
    file("here.txt"),
    file("gone.txt"),
    file(["here.txt", "gone-too.txt"]),
    file(null),
    file([]),
    file("{{dir}}/gone.txt"),
    file("{{later}}.txt"),
    file("off.txt", { disabled: true }),
    { type: "text", key: "t", value: "gone.txt", src: "gone.txt" },
  ];
  const item = [
    { name: "a", request: { url: "http://localhost", method: "POST", body: { mode: "formdata", formdata } } },
    { name: "b", request: { url: "http://localhost", method: "POST", body: { mode: "raw", formdata } } },
  ];
  const options = { envVar: { dir: "files" }, hasFile: (name: string) => name === "here.txt" };
  const { diagnostics } = suiteFrom({ info: { name: "C" }, item }, options);
  expect(
    diagnostics.flatMap((one) => (one.code === "file-not-sent" ? [`${one.args.file}: ${one.args.cause}`] : [])),
  ).toEqual([
    "gone.txt: there is no such file",
    "gone-too.txt: there is no such file",
    ": none is chosen",
    ": none is chosen",
    "files/gone.txt: there is no such file",
  ]);
});
