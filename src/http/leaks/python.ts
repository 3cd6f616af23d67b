import type { Leak } from "../leak.ts";

/** Python and its frameworks. */
export const pythonLeaks = {
  "leak-py-traceback": {
    shows: "Python traceback",
    level: "error",
    family: "code",
    pattern: /Traceback \(most recent call last\)/,
    inSuccess: "stack",
  },
  "leak-py-frame": {
    shows: "frame of a Python stack",
    level: "error",
    family: "code",
    pattern: /\bFile "(?:[^"\n]{1,300}\.pyc?|<\w{1,60}>)", line \d+/,
    inSuccess: "stack",
  },
  "leak-django-debug": {
    shows: "debug page of Django",
    level: "error",
    family: "code",
    pattern:
      /You(?:'|’|&#x27;|&#39;)re seeing this error because you have <code>DEBUG = True|<th>Django Version:<\/th>|DisallowedHost at \//,
  },
  "leak-werkzeug-debugger": {
    shows: "debugger of Werkzeug",
    level: "error",
    family: "code",
    pattern: /Werkzeug Debugger|__debugger__=yes|The debugger caught an exception in your WSGI application/,
  },
  "leak-sqlalchemy": {
    shows: "message of SQLAlchemy or psycopg",
    level: "error",
    family: "database",
    pattern:
      /\bsqlalchemy\.(?:exc|orm)\b|Background on this error at: https?:\/\/sqlalche\.me|\bpsycopg[23]?\.(?:errors\.)?\w/,
  },
  "leak-py-exception": {
    shows: "Python exception",
    level: "warning",
    family: "code",
    pattern:
      /^(?:[a-z_][\w.]{0,100}\.)?(?:ValueError|KeyError|TypeError|AttributeError|IndexError|ZeroDivisionError|NameError|RuntimeError|ImportError|ModuleNotFoundError|UnicodeDecodeError|AssertionError|RecursionError|IntegrityError|OperationalError|ProgrammingError|DoesNotExist|MultipleObjectsReturned|JSONDecodeError)(?:\(|: )/m,
  },
} as const satisfies Record<string, Leak>;
