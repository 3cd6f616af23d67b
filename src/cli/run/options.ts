import { type Command, Option } from "commander";
import { reporterHelp, reporterListHelp } from "../../report/about-reporters.ts";
import { addJudgeOptions } from "../judge/options.ts";
import { collectPair, collectText, count, rate, size, wholeNumber, wholeNumberOrAuto } from "../option-values.ts";
import { parseShard } from "../shard-of.ts";

/** The options of `run`, a group for each thing that one may want of it. Those that Newman has as well have Newman's names. */
export function addRunOptions(command: Command): Command {
  for (const add of [
    addTarget,
    addChoice,
    addSpeed,
    addTrouble,
    addJudgeOptions,
    addRequests,
    addCollections,
    addOutput,
  ])
    add(command);
  return command;
}

function addTarget(command: Command): void {
  command
    .optionsGroup("What it runs against:")
    .option("--mock", "run against the manifest's own mock server")
    .option("-e, --environment <name or file>", "environment of the manifest (default: its first), or a Postman file")
    .addOption(new Option("--env <name>").hideHelp())
    .option("--base-url <url>", "where the server is, whatever the environment says")
    .option("--env-var <name=value>", "value of a variable; may be repeated", collectPair)
    .option("--env-file <file>", "file of NAME=value lines for ${NAME}");
}

function addChoice(command: Command): void {
  command
    .optionsGroup("What of it is run:")
    .option("--grep <text>", "only cases whose name has this text, or matches this /regex/")
    .option("-t, --tag <tag...>", "only cases of endpoints with one of these tags")
    .option("--failed <run file>", "only what was not green then")
    .option("--resume", "only what the run in the --out folder has not come to")
    .option("--read-only", "send nothing that asks for a change")
    .option("--profile <name>", "minimal, standard or thorough, whatever the manifest says")
    .option("--strict", "warnings fail")
    .option("--shard <i/n>", "only the i-th of n parts (default: what the CI's own variables say)", parseShard)
    .option("--durations <run file>", "an earlier run, for parts of like length; may be repeated", collectText)
    .option("--watch", "run again what a change of the manifest touches");
}

function addSpeed(command: Command): void {
  command
    .optionsGroup("How fast:")
    .option("-c, --concurrency <n>", "Newman runs at once: auto, or so many", wholeNumberOrAuto, "auto")
    .option("--workers <n>", "threads: auto, or so many", wholeNumberOrAuto, "auto")
    .option("--rate <n/s>", "requests a second, at most: 50/s, 300/m", rate)
    .option("--max-per-host <n>", "requests at once, at most", wholeNumber)
    .option("--delay-request <ms>", "wait before each request", count);
}

function addTrouble(command: Command): void {
  command
    .optionsGroup("When something goes wrong:")
    .option("--retries <n>", "run again where the network failed, or after 429, 502, 503, 504 (default: 2)", count)
    .option("--bail [n]", "stop after so many failures (default: 1)", wholeNumber)
    .option("--timeout <ms>", "for the whole run (default: none)", wholeNumber)
    .option("--timeout-request <ms>", "for one request", wholeNumber, 30_000)
    .option("--timeout-script <ms>", "for one script", wholeNumber, 10_000);
}

function addRequests(command: Command): void {
  command
    .optionsGroup("How requests are sent:")
    .option("-k, --insecure", "accept certificates that are not valid")
    .option("--ignore-redirects", "do not follow redirects")
    .option("--cookie-jar <file>", "cookies to begin with (tough-cookie JSON)")
    .option("--ssl-client-cert <file>", "client certificate (PEM)")
    .option("--ssl-client-key <file>", "its key")
    .option("--ssl-client-passphrase <text>", "the key's passphrase")
    .option("--ssl-client-cert-list <file>", "client certificates by URL (JSON)")
    .option("--ssl-extra-ca-certs <file>", "certificate authorities to trust as well (PEM)")
    .option("--working-dir <folder>", "files that requests send are relative to it (default: the manifest's folder)")
    .option("--no-insecure-file-read", "send no files outside of it");
}

function addCollections(command: Command): void {
  command
    .optionsGroup("Postman collections:")
    .option("-g, --globals <file>", "Postman globals")
    .option("--global-var <name=value>", "value of a global variable; may be repeated", collectPair)
    .option("-d, --iteration-data <file>", "a row of CSV or JSON for each iteration")
    .option("-n, --iteration-count <n>", "how often a collection is run", wholeNumber)
    .option("--folder <name>", "only this folder or request; may be repeated", collectText)
    .option("--parallel-folders", "run the top folders at the same time: they do not need one another");
}

function addOutput(command: Command): void {
  command
    .optionsGroup("What comes of it:")
    .option("-r, --reporter <list>", reporterListHelp, "console")
    .addHelpText("after", reporterHelp)
    .option("-o, --out <folder>", "where the run file is written", "newmanifest-out")
    .option("-q, --quiet", "no progress: nothing but the report and what is wrong")
    .option("--keep-body <size>", "how much of a body is kept where a check failed", size, 64_000)
    .option("--redact <name>", "mask this header, parameter, field or variable, too; may be repeated", collectText)
    .option("--log <file>", "a line of JSON for each request as it ends");
}
