import type { Leak } from "../leak.ts";

/** Where the server runs: its files, its neighbours, its proxies. */
export const infrastructureLeaks = {
  "leak-path-unix": {
    shows: "path of a file of the server",
    level: "error",
    family: "code",
    pattern:
      /(?:^|[\s"'(=:>[])\/(?:home|Users|var|usr|opt|srv|apps?|root|etc|tmp|mnt|workspace|builds|go|code|data)\/(?:[\w.@+-]{1,100}\/){0,20}[\w.@+-]{1,100}\.(?:pyc?|[cm]?js|tsx?|rb|erb|php|java|class|jar|war|kt|go|rs|cs|dll|exs?|p[lm]|so|conf|cfg|ini|ya?ml|toml|env|log|sqlite3?|db|key|pem|crt|sock)\b/,
  },
  "leak-path-windows": {
    shows: "path of a file of a Windows server",
    level: "error",
    family: "code",
    pattern:
      /\b[A-Za-z]:\\(?:[\w .()$-]{1,100}\\){1,20}[\w .()$-]{1,100}\.\w{1,6}\b|\\\\[\w.-]{1,100}\\[\w$ .-]{1,100}\\[\w$ .-]/,
  },
  "leak-internal-ip": {
    shows: "address of the internal network",
    level: "warning",
    family: "infrastructure",
    pattern:
      /(?<![\d.]|version["']?\s{0,3}[:=]\s{0,3}["']?v?)(?:10\.(?:\d{1,3}\.){2}\d{1,3}|192\.168\.\d{1,3}\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}|169\.254\.\d{1,3}\.\d{1,3})(?!\.?\d)(?::\d{2,5})?/,
  },
  "leak-internal-host": {
    shows: "host name of the internal network",
    level: "warning",
    family: "infrastructure",
    // `errors.internal` is a code, and no host.
    pattern:
      /\b(?:[a-z0-9-]{1,63}\.){1,6}(?:cluster\.local|compute\.internal)\b|(?:\/\/|@)(?:[a-z0-9-]{1,63}\.){1,6}(?:internal|intranet|corp|lan|consul)\b|\b(?:[a-z0-9-]{1,63}\.){1,6}(?:internal|intranet|corp|lan|consul):\d{2,5}\b/i,
  },
  "leak-server-banner-body": {
    shows: "server and its version",
    level: "warning",
    family: "infrastructure",
    pattern:
      /\b(?:nginx|Apache|openresty|Microsoft-IIS|Tomcat|Jetty|Werkzeug|gunicorn|Kestrel|LiteSpeed|Caddy|uvicorn|Phusion Passenger|PHP|OpenSSL|Envoy|Varnish)\/\d+(?:\.\d+)+/,
  },
  "leak-default-error-page": {
    shows: "default page of a server or framework",
    level: "off",
    family: "infrastructure",
    pattern:
      /<center>(?:nginx|openresty|cloudflare|awselb)[^<]{0,100}<\/center>|<address>Apache[^<]{0,200}<\/address>|<title>IIS \d|The requested URL .{0,200} was not found on this server|<h1>Bad Request - Invalid \w{1,40}<\/h1>|Cannot (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE) \/|upstream connect error or disconnect\/reset before headers|no healthy upstream|<Code>(?:AccessDenied|NoSuchKey|InternalError)<\/Code>/,
  },
} as const satisfies Record<string, Leak>;
