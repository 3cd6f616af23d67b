import type { Leak } from "../leak.ts";

/** Passwords, keys and files that nobody outside may have. */
export const secretLeaks = {
  "leak-etc-passwd": {
    shows: "system file",
    level: "error",
    family: "secret",
    pattern: /\broot:[x*!]?:0:0:|\bdaemon:[x*]:1:1:|\[boot loader\]|; for 16-bit app support/,
    isEverywhere: true,
  },
  "leak-private-key": {
    shows: "private key",
    level: "error",
    family: "secret",
    pattern: /-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----/,
    inSuccess: "secret",
  },
  "leak-cloud-key": {
    shows: "key of a cloud service",
    level: "error",
    family: "secret",
    pattern:
      /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[0-9A-Za-z_-]{35}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{22}|\bxox[abeoprs]-[A-Za-z0-9-]{10}|\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16}|\bSG\.[\w-]{16,60}\.[\w-]{16}|\bglpat-[\w-]{20}|\bnpm_[A-Za-z0-9]{36}\b/,
    inSuccess: "secret",
  },
  "leak-connection-string": {
    shows: "connection string with its password",
    level: "error",
    family: "secret",
    // `https://user:password@host` is how a message explains what it wants.
    pattern:
      /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|oracle|ldaps?|ftps?|smtps?|https?):\/\/[^\s:@/"'<>]{1,100}:(?!(?:pass(?:word|wd)?|pwd|secret|x+|\*+|\{\w+\})@)[^\s@/"'<>]{1,200}@[\w.-]|\b(?:Server|Data Source|Host)=[^;"\n]{1,200};[^"\n]{0,200}(?:Password|Pwd)=(?![*.<{])[^;"\s]/i,
    inSuccess: "secret",
  },
  "leak-password-hash": {
    shows: "password hash",
    level: "error",
    family: "secret",
    pattern:
      /\$2[abxy]\$\d{2}\$[./A-Za-z0-9]{53}|\$argon2(?:id|i|d)\$v=\d+\$|\$pbkdf2-\w|\bpbkdf2_sha256\$\d+\$|\$scrypt\$|\$[56]\$[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{20}/,
    isEverywhere: true,
  },
  "leak-env-var": {
    shows: "environment variable of the server",
    level: "error",
    family: "secret",
    pattern:
      /\b(?:DATABASE_URL|REDIS_URL|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|SECRET_KEY_BASE|DJANGO_SECRET_KEY|JWT_SECRET|APP_KEY|PRIVATE_KEY|DB_PASSWORD|POSTGRES_PASSWORD|MYSQL_ROOT_PASSWORD)(?:\s{0,5}=\s{0,5}["']?\S|"\s{0,5}:\s{0,5}"\w{2,20}:\/\/)/,
    inSuccess: "secret",
  },
  "leak-cloud-metadata": {
    shows: "metadata of the cloud machine",
    level: "error",
    family: "secret",
    pattern: /^ami-id$|iam\/security-credentials|computeMetadata\/v1|"SecretAccessKey"\s{0,5}:\s{0,5}"[\w/+]{20}/m,
    inSuccess: "secret",
  },
  "leak-secret-key-field": {
    shows: "field with a secret",
    // A validator may name fields like this, with a word for what is wrong with them.
    level: "warning",
    family: "secret",
    pattern:
      /"(?:password|passwd|pwd|passphrase|client_?[sS]ecret|private_?[kK]ey|secret_?[kK]ey|api_?[sS]ecret|ssn|cvv|cvc|card_?[nN]umber|pin_?[cC]ode)"\s{0,5}:\s{0,5}"(?!(?:min|max|invalid|required|too|must|missing|length|err|valid|format|pattern|is|e\d|not|no|\W*(?:redacted|hidden|masked|filtered))|\*|x{3})(?=[^"]{0,200}\d)[^"\s]{4,200}"/i,
  },
  "leak-jwt": {
    shows: "token",
    level: "warning",
    family: "secret",
    pattern: /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{0,2000}/,
  },
} as const satisfies Record<string, Leak>;
