import type { Leak } from "../leak.ts";

/** .NET and PHP. */
export const dotnetPhpLeaks = {
  "leak-dotnet-frame": {
    shows: "frame of a .NET stack",
    level: "error",
    family: "code",
    pattern:
      /(?:^|")[ \t\u00A0]*at (?:[\w`<>[\],+|]{1,100}\.{1,2}){1,12}[\w`<>[\],|]{1,100}\([^)\n]{0,300}\)(?: in (?:[A-Za-z]:\\|\/)[^\n]{1,300}?:line \d+)?[ \t]*(?=["'<\\]|$)/m,
    inSuccess: "stack",
  },
  "leak-dotnet-inner": {
    shows: "end of a .NET stack trace",
    level: "error",
    family: "code",
    pattern: /--- End of (?:inner exception )?stack trace/,
    inSuccess: "stack",
  },
  "leak-dotnet-exception": {
    shows: "class name of a .NET exception",
    level: "error",
    family: "code",
    pattern:
      /\b(?:System|Microsoft|Newtonsoft|Npgsql|MySql|StackExchange)(?:\.[A-Z]\w{0,60}){0,8}\.[A-Z]\w{0,80}?Exception\b/,
  },
  "leak-aspnet-ysod": {
    shows: "error page of ASP.NET",
    level: "error",
    family: "code",
    pattern:
      /Server Error in '[^'\n]{0,200}' Application|customErrors mode=|Microsoft \.NET Framework Version:|DeveloperExceptionPage|An unhandled exception occurred while processing the request/,
  },
  "leak-php-error": {
    shows: "PHP error with its file",
    level: "error",
    family: "code",
    pattern:
      /(?:Fatal error|Parse error|Warning|Notice|Deprecated)(?:<\/b>)?:\s.{1,200}?\sin\s(?:<b>)?(?:\/|[A-Za-z]:\\)[^\n<]{1,120}\.(?:php|phtml|inc)\b[^\n<:]{0,40}(?:<\/b>)?(?:\son line\s(?:<b>)?|:)\d+/,
    inSuccess: "stack",
  },
  "leak-php-frame": {
    shows: "frame of a PHP stack",
    level: "error",
    family: "code",
    pattern: /^#\d+ (?:\/|[A-Za-z]:\\)[^\n(]{1,300}\(\d+\): |^#\d+ \{main\}/m,
    inSuccess: "stack",
  },
  "leak-php-framework": {
    shows: "class of a PHP framework",
    level: "error",
    family: "code",
    pattern:
      /\bIlluminate\\{1,2}[A-Z]\w|\bSymfony\\{1,2}(?:Component|Bundle)|\bvendor[\\/](?:laravel|symfony|doctrine|guzzlehttp)\b|\bDoctrine\\{1,2}(?:DBAL|ORM)|\byii\\{1,2}base|\bCodeIgniter\\/,
  },
  "leak-php-pdo": {
    shows: "database error of PHP",
    level: "error",
    family: "database",
    pattern: /\bSQLSTATE\[[0-9A-Z]{5}\]|\bPDOException\b/,
  },
  "leak-php-xdebug": {
    shows: "Xdebug page or phpinfo",
    level: "error",
    family: "code",
    pattern: /class=['"]xdebug-error|phpinfo\(\)|<title>phpinfo/,
  },
} as const satisfies Record<string, Leak>;
