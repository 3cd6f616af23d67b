import { accessSync, constants } from "node:fs";
import type { Transport } from "../../run/transport.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import type { RunFlags } from "../run-flags.ts";

const files = ["cookieJar", "sslClientCert", "sslClientKey", "sslClientCertList", "sslExtraCaCerts"] as const;
const others = ["insecure", "ignoreRedirects", "delayRequest", "sslClientPassphrase", "maxPerHost"] as const;

/** How requests are sent. Files that Newman will read are looked for now, and not in the middle of the run. */
export function transportOf(flags: RunFlags, env: Io["env"], folder: string): Transport {
  for (const name of files) {
    const file = flags[name];
    if (file !== undefined) guard(`read ${file}`, () => accessSync(file, constants.R_OK));
  }
  const given = [...files, ...others].filter((name) => flags[name] !== undefined);
  return {
    ...Object.fromEntries(given.map((name) => [name, flags[name]])),
    workingDir: flags.workingDir ?? folder,
    insecureFileRead: flags.insecureFileRead,
    hasProxy: hasProxy(env),
    ...(flags.rate !== undefined && { ratePerSecond: flags.rate }),
  };
}

function hasProxy(env: Io["env"]): boolean {
  return Boolean(env.HTTP_PROXY ?? env.http_proxy ?? env.HTTPS_PROXY ?? env.https_proxy);
}
