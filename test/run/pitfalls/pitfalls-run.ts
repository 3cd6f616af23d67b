import type { Pitfall } from "./pitfall.ts";

export const wire: ReadonlyArray<Pitfall> = [
  {
    id: "101-hangs",
    says: "After an answer 101 Newman waits for ever: its timeout of a request does not fire.",
    by: { "../wire": ["is errored: an answer 101, after which nothing is sent"] },
  },
  {
    id: "connect-hangs",
    says: "After a request with CONNECT it does so as well.",
    by: { wire: ["CONNECT is no method of a manifest, and no edge sends it"] },
  },
  {
    id: "body-where-none-is",
    says: "A body after 204, 304 or HEAD is an error of Node's parser, and no response.",
    by: { "../wire": ["$what: $rule", "fails the case whose body came late, and no other"] },
  },
  {
    id: "no-cache-by-default",
    says: "Newman sends Cache-Control: no-cache, and servers that heed it never say 304.",
    by: { wire: ["a server that answers 200 to Cache-Control: no-cache gives 304 to our condition"] },
  },
];

export const cost: ReadonlyArray<Pitfall> = [
  {
    id: "scripts-cost",
    says: "Each script of an item costs more than its request does.",
    by: {
      apart: ["an item has one script of its own, and another one before it only where something must be done first"],
    },
  },
  {
    id: "loading-costs",
    says: "Newman takes a third of a second to load, whether anything is run or not.",
    by: { memory: ["Newman is loaded when something is run, and for nothing else"] },
  },
  {
    id: "bodies-are-kept",
    says: "Newman's summary keeps the body of every response until the run is over.",
    by: { memory: ["what is in use does not grow with the bodies that came"] },
  },
  {
    id: "errors-without-response",
    says: "A refused connection comes back with the item's id and no response, and belongs to that case alone.",
    by: { apart: ["each case has its own error where the server goes away in the middle of a run"] },
  },
  {
    id: "state-of-other-runs",
    says: "Runs at the same time have variables of the same names, and each must see its own.",
    by: { apart: ["runs at the same time keep what they save apart"] },
  },
];

export const falseGreens: ReadonlyArray<Pitfall> = [
  {
    id: "async-test",
    says: "An asynchronous pm.test is a pass, whatever it rejects with later, which then ends the process.",
    by: { "own-scripts": ["is no pass where it %s", "is refused where it is written in place: %s"] },
  },
  {
    id: "done-never-called",
    says: "A pm.test that waits for a callback, and in vain, is reported by nobody.",
    by: { "own-scripts": ["is not lost where it %s"] },
  },
  {
    id: "script-throws",
    says: "A script that throws loses every test after that.",
    by: {
      "own-scripts": ["that throws loses its later tests, and proves nothing", "is no pass where it has no function"],
      "../user-tests": ["make the case errored when they throw outside of a test", "makes its case errored, not green"],
      "../broken-case": ["leaves the case failed, with its own error as one more check"],
    },
  },
  {
    id: "jump-to-nowhere",
    says: "A jump to a request that nothing has, or to null, ends the run as a success.",
    by: { "own-scripts": ["that goes on at %s hides no case", "that ends its own group leaves the others alone"] },
  },
  {
    id: "empty-collection",
    says: "A collection without items is a success.",
    by: { run: ["is a mistake in the manifest, or on the command line"] },
  },
  {
    id: "unknown-variable",
    says: "A variable without a value is sent with its braces, and a 401 for that looks right.",
    by: {
      values: [
        "without a value is never sent",
        "is never sent with another one in its value that has none, or that leads back to it",
      ],
      "../../cli/cli": ["does not send a variable that has no value"],
    },
  },
  {
    id: "missing-file",
    says: "A file of a form that is not there is left out, and the rest is sent.",
    by: {
      values: [
        "is sent",
        "that is not there is a mistake in the manifest",
        "that a variable or a row names, and that is not there, makes the case errored",
      ],
    },
  },
  {
    id: "script-without-response",
    says: "Where nothing was answered the script runs all the same, with no status code, which equals no wrong one.",
    by: { apart: ["a script that runs though nothing was answered proves nothing"] },
  },
  {
    id: "tests-of-one-name",
    says: "In Newman's JUnit a test overwrites the one before it of the same name.",
    by: { "own-scripts": ["has both of two tests counted that have the same name, also that of a check"] },
  },
  {
    id: "no-report",
    says: "A run that is cut off by its timeout, or by a first failure, writes no report.",
    by: {
      run: ["reports every case all the same"],
      "../unreachable": ["gives up on a server that never answers when its time is over"],
    },
  },
  {
    id: "exit-codes",
    says: "Newman's exit code is 1 for a wrong answer and for a run that broke.",
    by: {
      run: ["is told from one that found something: 3 where it broke, 1 where a check failed, 0 where all is proven"],
      "../../result/exit-code": ["$run: $code"],
    },
  },
  {
    id: "failure-twice",
    says: "Newman's list of failures may hold one of them twice.",
    by: { "own-scripts": ["has a test that fails counted once"] },
  },
  {
    id: "requests-of-scripts",
    says: "Requests of a script add executions to the item's own, or overwrite it.",
    by: {
      "own-scripts": [
        "that sends a request of its own puts no other answer in the place of the case's",
        "may be what a callback of another request says",
      ],
    },
  },
  {
    id: "requests-of-digest",
    says: "Digest authentication sends a request twice, and has two executions.",
    by: { credentials: ["is one attempt of a case, though it is two requests, and the second answer is the case's"] },
  },
];

export const lifecycle: ReadonlyArray<Pitfall> = [
  {
    id: "no-timeouts",
    says: "A request, a script and a run may take for ever where nobody says otherwise.",
    by: {
      run: ["ends by itself: Newman is given an end for each request, script and run, also where nobody asks for one"],
      "../user-tests": ["make the case errored when they never end"],
      "../broken-case": ["does not fire at once"],
    },
  },
  {
    id: "no-await-at-the-top",
    says: "A script with await at its top does not compile, and takes every check along.",
    by: { "own-scripts": ["that is no JavaScript, or awaits at its top, is refused"] },
  },
  {
    id: "draft-07-only",
    says: "The sandbox's Ajv refuses or ignores what other dialects of JSON Schema say.",
    by: {
      schemas: ["says what it means: $dialect"],
      "../../collection/draft-07": ["keeps the meaning of $name", "has no word that draft-07 does not know"],
    },
  },
  {
    id: "schema-elsewhere",
    says: "It knows no schema but the one that it is given.",
    by: { schemas: ["passes nothing where what it refers to is not in it"] },
  },
  {
    id: "no-http-2",
    says: "Newman speaks HTTP/1.1 and nothing newer.",
    by: { run: ["proves nothing, not even that something is refused"] },
  },
];
