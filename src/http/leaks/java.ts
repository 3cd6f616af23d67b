import type { Leak } from "../leak.ts";

/** The JVM: frames, exceptions, and the error pages of its servers. */
export const javaLeaks = {
  "leak-java-frame": {
    shows: "frame of a Java stack",
    level: "error",
    family: "code",
    pattern:
      /(?:^|")[ \t\u00A0]*at (?:[\w$./-]{1,100}\/)?(?:[\w$]{1,100}\.){1,20}[\w$<>]{1,100}\((?:[\w$-]{1,100}\.(?:java|kts?|scala|groovy|clj)(?::\d+)?|Native Method|Unknown Source)\)/m,
    inSuccess: "stack",
  },
  "leak-java-caused-by": {
    shows: "cause of a Java exception",
    level: "error",
    family: "code",
    pattern:
      /^[ \t]*Caused by: (?:[\w$]{1,100}\.){1,20}[A-Z][\w$]{0,100}?(?:Exception|Error|Throwable)\b|^[ \t]*\.\.\. \d+ common frames omitted/m,
    inSuccess: "stack",
  },
  "leak-java-exception": {
    shows: "class name of a Java exception",
    level: "error",
    family: "code",
    // `com.example.errors.NotFoundError` may be a published type; a Java exception of one's own ends in Exception.
    pattern:
      /\b(?:(?:javax?|jakarta|kotlin|scala|sun)(?:\.[a-z_]\w{0,60}){1,12}\.[A-Z]\w{0,100}?(?:Exception|Error)|(?:com|org|net|io)(?:\.[a-z_]\w{0,60}){1,12}\.[A-Z]\w{0,100}?Exception)\b/,
  },
  "leak-hibernate-jdbc": {
    shows: "message of Hibernate or JDBC",
    level: "error",
    family: "database",
    // AWS publishes an error code ConstraintViolationException, so the bare name tells nothing.
    pattern:
      /could not (?:execute|extract|prepare) (?:statement|ResultSet|query|batch)(?:; SQL)? \[|\bDataIntegrityViolationException\b|\bJdbcSQL\w{0,60}Exception\b|\bHikariPool-\d+/,
  },
  "leak-spring-whitelabel": {
    shows: "default error page of Spring",
    level: "warning",
    family: "code",
    pattern: /Whitelabel Error Page/,
  },
  "leak-servlet-container": {
    shows: "error page of a servlet container",
    level: "warning",
    family: "code",
    pattern: /<title>HTTP Status \d{3}\b|Apache Tomcat\/\d|Powered by Jetty|JBWEB\d{6}|\bWildFly\/|\bGlassFish Server/,
  },
  "leak-jackson": {
    shows: "message of the JSON binder of Java",
    level: "warning",
    family: "code",
    pattern:
      /Cannot (?:deserialize|construct) (?:value|instance) of (?:type )?[`']?[\w.$<>]|through reference chain: [\w.$]/,
  },
} as const satisfies Record<string, Leak>;
