import { z } from "zod";

const packed = z.object({
  columns: z.array(z.string()),
  shared: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  strings: z.array(z.string()),
});

const row = z.object({
  title: z.string(),
  outcome: z.string(),
  codes: z.string(),
  warnings: z.string(),
  message: z.string(),
  whole: z.number().nullable(),
});

/** The data of a page, as its script reads them. */
export function readPage(html: string) {
  const { columns, shared, rows, strings } = packed.parse(dataOf(html, "rows"));
  const text = (column: string, value: unknown) => (shared.includes(column) ? strings[Number(value)] : value);
  const whole = [...html.matchAll(/<script type="application\/json" id="whole-([\d-]+)">([\s\S]*?)<\/script>/g)];
  return {
    rows: rows.map((values) =>
      row.parse(Object.fromEntries(columns.map((name, at) => [name, text(name, values[at])]))),
    ),
    whole: Object.fromEntries(whole.map(([, id = "", json = ""]): [string, unknown] => [id, JSON.parse(json)])),
  };
}

function dataOf(html: string, id: string): unknown {
  const [, json = ""] = new RegExp(`<script type="application/json" id="${id}">([\\s\\S]*?)</script>`).exec(html) ?? [];
  return JSON.parse(json);
}
