import type { CaseBody, CaseRequest } from "./model.ts";

/** The request with the columns of a data row in place of their variables. */
export function fillRow(request: CaseRequest, row: Readonly<Record<string, string>>): CaseRequest {
  const fill = (text: string) => replaceVariables(text, row);
  const encoded = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, encodeURIComponent(value)]));
  const { body, ...rest } = request;
  return {
    ...rest,
    path: replaceVariables(request.path, encoded),
    query: request.query.map(([name, value]) => [fill(name), fill(value)]),
    headers: request.headers.map(([name, value]) => [name, fill(value)]),
    ...(body && { body: fillBody(body, row) }),
  };
}

function fillBody(body: CaseBody, row: Readonly<Record<string, string>>): CaseBody {
  switch (body.kind) {
    case "text":
      return { ...body, text: replaceVariables(body.text, body.isJson ? inJson(row) : row) };
    case "form":
      return { kind: "form", fields: body.fields.map(([name, value]) => [name, replaceVariables(value, row)]) };
    case "multipart":
      return {
        kind: "multipart",
        parts: body.parts.map((part) =>
          "value" in part
            ? { ...part, value: replaceVariables(part.value, row) }
            : { ...part, file: replaceVariables(part.file, row) },
        ),
      };
  }
  return body satisfies never;
}

/** In a JSON text a variable stands inside of a string, so its value is escaped as one. */
function inJson(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, JSON.stringify(value).slice(1, -1)]));
}

function replaceVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
