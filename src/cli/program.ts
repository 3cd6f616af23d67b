import { Command } from "commander";
import { packageVersion } from "../package.ts";
import { reporterHelp, reporterListHelp } from "../report/about-reporters.ts";
import type { Io } from "./io.ts";
import { addJudgeOptions } from "./judge/options.ts";
import { collectPair, collectText, count, portNumber, share, wholeNumber } from "./option-values.ts";
import { addRunOptions } from "./run/options.ts";

/** Told the exit code of the command that ran. */
type Exit = (code: number) => void;

/** The commands and their options. What a command does is loaded when it runs, so that --help is quick. */
export function createProgram(io: Io, exit: Exit): Command {
  const program = new Command("newmanifest")
    .description("Ten lines of manifest, every status code proven.")
    .version(packageVersion())
    .showHelpAfterError("(try --help)")
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, getOutHelpWidth: () => io.width })
    .addHelpText("after", examples)
    .exitOverride();
  for (const add of [addRun, addGenerate, addReport, addMock, addProve, addLint, addExplain, addSchema])
    add(program, io, exit);
  return program;
}

const examples = `
Examples:
  $ newmanifest run --mock api.yaml          try a manifest: nothing else is needed
  $ newmanifest run api.yaml --env staging   run it against a server
  $ newmanifest generate api.yaml            write the Postman collection
  $ newmanifest prove api.yaml --min 95%     which faults of an API would it catch?

Exit codes: 0 all proven, 1 a check failed, 2 bad input, 3 the run broke, 130 Ctrl-C.`;

const filesHelp = "manifest files (default: newmanifest.yaml)";

function addRun(program: Command, io: Io, exit: Exit): void {
  const command = program
    .command("run")
    .description("generate, run with Newman, aggregate, report")
    .argument("[files...]", `${filesHelp}, or Postman collections`);
  addRunOptions(command).action(async (files: string[], options) =>
    exit(await (await import("./commands/run.ts")).run(files, options, io)),
  );
}

function addGenerate(program: Command, io: Io, exit: Exit): void {
  program
    .command("generate")
    .description("write the Postman collection and its environments")
    .argument("[files...]", filesHelp)
    .option("-o, --out <folder>", "where to write (default: beside the manifest)")
    .option("--check", "write nothing; exit 1 when what is on disk is out of date")
    .action(async (files: string[], options) =>
      exit(await (await import("./commands/generate.ts")).generate(files, options, io)),
    );
}

function addReport(program: Command, io: Io, exit: Exit): void {
  const command = program
    .command("report")
    .description("bring runs together and show them, in any format")
    .argument("<inputs...>", "run files, shards of one run, JSON reports of Newman, folders of them")
    .option("-r, --reporter <list>", reporterListHelp, "console")
    .option("--partial", "shards may be missing")
    .option("--redact <name>", "mask this header, parameter or field, too; may be repeated", collectText)
    .addHelpText("after", reporterHelp);
  addJudgeOptions(command)
    .option("--compare <run file>", "an earlier run: what is new, fixed, slower")
    .action(async (inputs: ReadonlyArray<string>, options) =>
      exit(await (await import("./commands/report.ts")).report(inputs, options, io)),
    );
}

function addMock(program: Command, io: Io, exit: Exit): void {
  program
    .command("mock")
    .description("serve the manifest as an API")
    .argument("[files...]", filesHelp)
    .option("-p, --port <n>", "port (default: the one of baseUrl)", portNumber)
    .option("--host <address>", "address to listen at", "127.0.0.1")
    .option("--env-var <name=value>", "value of a variable; may be repeated", collectPair)
    .option("--delay <ms>", "hold each answer back: 50ms, or a range, 20..200ms")
    .option("--seed <n>", "another number, other ids and invented values (default: 0)", count)
    .option("--fault <id>", "make this mistake (docs/faults.md lists them)")
    .option("--no-watch", "do not reload when the manifest changes")
    .option("-q, --quiet", "no line for each request")
    .action(async (files: string[], options) =>
      exit(await (await import("./commands/mock.ts")).mock(files, options, io)),
    );
}

function addProve(program: Command, io: Io, exit: Exit): void {
  program
    .command("prove")
    .description("which faults of an API would this suite catch?")
    .argument("[files...]", filesHelp)
    .option(
      "-r, --reporter <list>",
      "console, json, html, markdown, junit, each with =FILE to write it there",
      "console",
    )
    .option("--min <share>", "exit 1 when less is caught: 95%", share)
    .option("--fault <id...>", "only these faults (docs/faults.md lists them)")
    .option("--workers <n>", "threads (default: one for each core)", wholeNumber)
    .option("--env-var <name=value>", "value of a variable; may be repeated", collectPair)
    .option("--profile <name>", "minimal, standard or thorough, whatever the manifest says")
    .option("--strict", "warnings fail")
    .action(async (files: string[], options) =>
      exit(await (await import("./commands/prove.ts")).prove(files, options, io)),
    );
}

function addLint(program: Command, io: Io, exit: Exit): void {
  program
    .command("lint")
    .description("mistakes in the manifest and in the API it describes")
    .argument("[files...]", filesHelp)
    .option("--rule <id=level>", "off, hint, warning or error for a lint; may be repeated", collectPair)
    .option("--hints", "show hints, too")
    .action(async (files: string[], options) =>
      exit(await (await import("./commands/lint.ts")).lint(files, options, io)),
    );
}

function addExplain(program: Command, io: Io, exit: Exit): void {
  program
    .command("explain")
    .description("what is known of a status code, a rule, a way to provoke a code, a lint or a fault")
    .argument("[name]", "409, 201-location-present, ec-auth-missing, lint-only-200 (default: list them all)")
    .option("-s, --search <text>", "list those that speak of it")
    .action(async (name: string | undefined, options) =>
      exit(await (await import("./commands/explain.ts")).explain(name, options, io)),
    );
}

function addSchema(program: Command, io: Io, exit: Exit): void {
  program
    .command("schema")
    .description("print the JSON Schema of manifests, for editors")
    .action(async () => exit(await (await import("./commands/schema.ts")).schema(io)));
}
