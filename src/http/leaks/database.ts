import type { Leak } from "../leak.ts";

/** Databases: the sentences of their error messages, and statements. */
export const databaseLeaks = {
  "leak-sql-mysql": {
    shows: "message of MySQL",
    level: "error",
    family: "database",
    // `Table '12' doesn't exist` is what a restaurant says; MySQL names the schema.
    pattern:
      /You have an error in your SQL syntax|check the manual that corresponds to your (?:MySQL|MariaDB)|\bER_(?:DUP_ENTRY|PARSE_ERROR|NO_SUCH_TABLE|BAD_FIELD_ERROR|ACCESS_DENIED_ERROR)\b|Duplicate entry '[^'\n]{0,300}' for key '|Unknown column '[^'\n]{1,100}' in '|Table '[\w$-]{1,64}\.[\w$-]{1,64}' doesn't exist|Access denied for user '[^'\n]{1,100}'@'/,
  },
  "leak-sql-postgres": {
    shows: "message of PostgreSQL",
    level: "error",
    family: "database",
    // `column "email" does not exist` is also what a CSV import says.
    pattern:
      /syntax error at or near "|relation "[^"\n]{1,100}" does not exist|column "?\w{1,64}\.\w{1,64}"? does not exist|column "[^"\n]{1,100}" of relation "|duplicate key value violates unique constraint|null value in column "[^"\n]{1,100}"|violates (?:foreign key|check|not-null) constraint|invalid input syntax for (?:type )?[\w ]{1,40}: "|value too long for type character|unterminated quoted string at or near|password authentication failed for user|\bPSQLException\b/,
  },
  "leak-sql-mssql": {
    shows: "message of SQL Server",
    level: "error",
    family: "database",
    pattern:
      /Incorrect syntax near '|Unclosed quotation mark (?:after|before) the character string|Conversion failed when converting (?:the \w{1,40} value|date and\/or time|from a character)|Violation of (?:PRIMARY|UNIQUE) KEY constraint|Cannot insert duplicate key|Invalid object name '|String or binary data would be truncated|Msg \d+, Level \d+, State \d+|\[SQL Server\]|ODBC SQL Server Driver|SqlException\b/,
  },
  "leak-sql-oracle": {
    shows: "message of Oracle",
    level: "error",
    family: "database",
    pattern: /\b(?:ORA|PLS|TNS)-\d{5}:|\boracle\.jdbc\b|quoted string not properly terminated/,
  },
  "leak-sql-sqlite": {
    shows: "message of SQLite",
    level: "error",
    family: "database",
    pattern:
      /\bSQLITE_(?:ERROR|CONSTRAINT|BUSY|MISUSE|READONLY|CANTOPEN)|\bsqlite3?\.\w{0,40}Error\b|near "[^"\n]{0,100}": syntax error|(?:UNIQUE|NOT NULL) constraint failed: |FOREIGN KEY constraint failed|no such (?:table|column): [A-Za-z_]/,
  },
  "leak-sql-db2-other": {
    shows: "message of DB2 or another database",
    level: "error",
    family: "database",
    pattern:
      /\bSQLCODE\s{0,5}[=:]\s{0,5}-?\d|\bDB2 SQL [eE]rror|\bCLI Driver\]\[DB2|Sybase message|Informix ODBC|\borg\.h2\.jdbc|\borg\.hsqldb/,
  },
  "leak-sql-statement": {
    shows: "SQL statement",
    level: "error",
    family: "database",
    // In capitals only: "select an item from the list" is prose.
    pattern:
      /\b(?:SELECT\b[^\n;]{1,400}?\bFROM|INSERT INTO|DELETE FROM|UPDATE\s{1,10}[\w."`[\]]{1,100}\s{1,10}SET|ALTER TABLE|DROP TABLE)\s{1,10}["'`[\w]/,
  },
  "leak-nosql": {
    shows: "message of a NoSQL database",
    level: "error",
    family: "database",
    pattern:
      /\bBSON(?:Type)?Error\b|\$where is not allowed|unknown operator: \$|"root_cause"\s{0,20}:\s{0,20}\[|search_phase_execution_exception|index_not_found_exception|\bReplyError: |\bWRONGTYPE Operation against|\bNOAUTH Authentication required|\bCassandra\w{0,40}Exception|com\.datastax|DynamoDB(?:Exception|ServiceException)|ConditionalCheckFailedException/,
  },
} as const satisfies Record<string, Leak>;
