import type { Trouble } from "../common/troubles.ts";
import { plain } from "../plain.ts";
import { element, type XmlElement } from "../xml.ts";
import { classNameOf, type NameOf } from "./names.ts";

/** What is wrong beside the cases as a `testcase`; a warning passes, and says so. */
export function troubleElement({ kind, level, id, title, message, why }: Trouble, nameOf: NameOf): XmlElement {
  const classname = classNameOf("newmanifest", kind);
  const head = { name: nameOf(title, classname), classname, time: "0.000" };
  const said = plain(message);
  const text = why === undefined ? said : `${said}\nwhy   ${plain(why)}`;
  if (level === "warning") return element("testcase", head, [element("system-out", {}, [`warning: ${text}`])]);
  return element("testcase", head, [
    element(kind === "broken" ? "error" : "failure", { type: plain(id), message: said }, [text]),
  ]);
}
