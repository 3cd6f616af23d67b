import type { Leak } from "../leak.ts";

/** Go, Ruby, Rust, Elixir, Perl. */
export const languageLeaks = {
  "leak-go-panic": {
    shows: "Go panic",
    level: "error",
    family: "code",
    pattern: /^panic: |\bgoroutine \d+ \[[a-z ,0-9]{1,80}\]:/m,
    inSuccess: "stack",
  },
  "leak-go-frame": {
    shows: "frame of a Go stack",
    level: "error",
    family: "code",
    pattern: /^[ \t]*(?:\/|[A-Za-z]:\\)[^\s:]{1,300}\.go:\d+/m,
    inSuccess: "stack",
  },
  "leak-go-runtime": {
    shows: "runtime error of Go",
    level: "error",
    family: "code",
    pattern:
      /runtime error: (?:invalid memory address or nil pointer dereference|index out of range|slice bounds out of range|integer divide by zero)/,
  },
  "leak-go-db": {
    shows: "failed connection or query of Go",
    level: "error",
    family: "database",
    pattern:
      /\bpq: [a-z]|\bsql: (?:no rows in result set|Scan error)|\bdial tcp [\w.:[\]-]{1,100}: |\bdial tcp: lookup \S|\bcontext deadline exceeded\b|\brpc error: code = \w{1,40} desc = /,
  },
  "leak-ruby-frame": {
    shows: "frame of a Ruby stack",
    level: "error",
    family: "code",
    pattern: /(?:^|")[ \t]*(?:from )?(?:\(irb\)|[\w./-]{1,300}\.(?:rb|rake|ru|erb)):\d+:in [`'][^'`\n]{1,200}'/m,
    inSuccess: "stack",
  },
  "leak-ruby-exception": {
    shows: "Ruby exception",
    level: "error",
    family: "code",
    pattern:
      /\b(?:NoMethodError|ActiveRecord::\w|ActionController::\w|ActionView::\w|ActionDispatch::\w|PG::\w|Mysql2::Error|Mongoid::\w)|undefined (?:local variable or )?method [`'][^'\n]{1,100}' for /,
  },
  "leak-rails-dev": {
    shows: "development page of Rails",
    level: "error",
    family: "code",
    pattern:
      /Action Controller: Exception caught|\bRails\.root: |Application Trace<\/a>|"traces"\s{0,20}:\s{0,20}\{\s{0,20}"Application Trace"/,
  },
  "leak-rust-panic": {
    shows: "Rust panic",
    level: "error",
    family: "code",
    pattern: /thread '[^'\n]{1,100}' panicked at|called `(?:Result|Option)::unwrap\(\)` on|\bstack backtrace:/,
    inSuccess: "stack",
  },
  "leak-elixir": {
    shows: "Elixir exception",
    level: "error",
    family: "code",
    pattern:
      /\*\* \((?:[A-Z]\w{0,60}\.){0,8}[A-Z]\w{0,80}?(?:Error|Exception)\)|\b(?:Phoenix|Ecto|Plug)\.[A-Z]\w{0,60}(?:\.\w{1,60}){0,8}Error\b/,
  },
  "leak-graphql-stack": {
    shows: "stack trace of a GraphQL server",
    level: "error",
    family: "code",
    pattern: /"stacktrace"\s{0,20}:\s{0,20}[[{]|"exception"\s{0,20}:\s{0,20}\{\s{0,20}"(?:stacktrace|trace)"/,
  },
  "leak-json-stack-key": {
    shows: "field with a stack trace",
    level: "error",
    family: "code",
    // A deployment has a stack as well: the word tells only with a trace in it.
    pattern:
      /"stack"\s{0,20}:\s{0,20}(?:\[\s{0,20})?"(?:[^"\\]|\\.){0,300}?(?:\\n\s{0,20}at\b|Error:|Exception:|\.\w{1,4}:\d+)|"(?:stack_?[tT]race|traceback|backtrace|innerException|exceptionType|[eE]xceptionMessage|StackTrace|ExceptionType)"\s{0,20}:\s{0,20}(?:"(?=[^"])|\[\s{0,20}["{]|\{\s{0,20}")/,
  },
  "leak-go-json": {
    shows: "message of the JSON package of Go",
    level: "warning",
    family: "code",
    pattern:
      /\bjson: (?:cannot unmarshal \w{1,60} into Go |unknown field )|\binvalid character '(?:\\.|[^'\n]){1,10}' (?:looking for|after|in) /,
  },
  "leak-perl": {
    shows: "place in a Perl script",
    level: "warning",
    family: "code",
    pattern: / at \/\S{1,300}\.p[lm] line \d/,
  },
} as const satisfies Record<string, Leak>;
