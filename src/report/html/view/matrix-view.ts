import { statusLine } from "../../../http/statuses.ts";
import { groupBy } from "../../../result/group-by.ts";
import type { MatrixCell } from "../../../result/model.ts";
import type { Result, SuiteResult } from "../../../result/result.ts";
import { marks, meanings } from "../marks.ts";

/** The matrix of each suite, cell by cell. */
export function matrixView({ suites }: Result) {
  const used = new Set(suites.flatMap(({ matrix }) => matrix.map(({ state }) => state)));
  return {
    suites: suites.map((suite, index) => suiteView(suite, index)).filter(({ rows }) => rows.length > 0),
    isOne: suites.length === 1,
    legend: stateNames
      .filter((state) => used.has(state))
      .map((state) => ({ state, mark: marks[state], means: meanings[state] })),
  };
}

const stateNames = Object.keys(meanings) as ReadonlyArray<MatrixCell["state"]>;

function suiteView({ suite, environment, matrix }: SuiteResult, index: number) {
  const codes = [...new Set(matrix.map(({ code }) => code))].sort();
  const heads = codes.map((code, at) => ({
    code,
    name: /^\d+$/.test(code) ? statusLine(Number(code)) : `any ${code}`,
    isFirst: at === 0 || code[0] !== codes[at - 1]?.[0],
  }));
  const rows = [...groupBy(matrix, ({ endpoint }) => endpoint)].map(([endpoint, cells]) => {
    const states = new Map(cells.map(({ code, state }) => [code, state]));
    const [method = "", ...path] = endpoint.split(" ");
    return {
      endpoint,
      method: path.length === 0 ? "" : method,
      path: path.length === 0 ? endpoint : path.join(" "),
      cells: heads.map(({ code, name, isFirst }) => {
        const state = states.get(code) ?? "";
        return { code, name, isFirst, state, mark: state === "" ? "" : marks[state] };
      }),
    };
  });
  return { index, suite, environment, heads, rows };
}
