import { UsageError } from "./usage-error.ts";

/** Does work on the file system; what it refuses is the user's to mend: `cannot write report.json: permission denied`. */
export function guard<Result>(action: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const reason = reasons[String(error.code)] ?? error.message;
    throw new UsageError(`cannot ${action}: ${reason}`, { cause: error });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EEXIST: "a file is in the way",
  EISDIR: "it is a folder",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a file is in the way",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be too large",
  EROFS: "the disk is read-only",
};
