/** How requests are sent: Newman's own options, under Newman's own names. Files are read by Newman itself. */
export interface Transport {
  /** Files that requests send are relative to it. */
  readonly workingDir?: string;
  /** Files outside of it may be sent. */
  readonly insecureFileRead?: boolean;
  /** Certificates need not be valid. */
  readonly insecure?: boolean;
  readonly ignoreRedirects?: boolean;
  /** Milliseconds between requests. */
  readonly delayRequest?: number;
  readonly cookieJar?: string;
  readonly sslClientCert?: string;
  readonly sslClientKey?: string;
  readonly sslClientPassphrase?: string;
  readonly sslClientCertList?: string;
  readonly sslExtraCaCerts?: string;
  /** A proxy of the environment stands before the server: its connections are not ours to keep. */
  readonly hasProxy?: boolean;
  /** Requests a second to one host, at most. */
  readonly ratePerSecond?: number;
  /** Requests to one host at once, at most. */
  readonly maxPerHost?: number;
}

/** What is given to a collection that nobody generated. */
export interface CollectionInput {
  /** A Postman environment: a file's name or its content. */
  readonly environment?: string | object;
  readonly globals?: string | object;
  readonly iterationData?: string | ReadonlyArray<object>;
  readonly iterationCount?: number;
}
