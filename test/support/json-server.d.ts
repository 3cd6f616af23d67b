declare module "json-server" {
  import type { RequestListener, Server } from "node:http";

  interface App extends RequestListener {
    (...args: Parameters<RequestListener>): void;
    use(middleware: unknown): void;
    listen(port: number, host: string): Server;
  }
  const jsonServer: {
    create(): App;
    defaults(options: { logger: boolean }): unknown;
    router(db: object): unknown;
  };
  export = jsonServer;
}
