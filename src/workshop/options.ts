/** What may be asked of a workshop, and what comes back. */
import type { Kit } from "../content/kit.js";
import type { Manifest, ManifestFile } from "../deliver/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import type { PictureSize } from "../picture/index.js";
import type { PullGroup } from "../plan/pull-lines.js";
import type { Reprint } from "../plan/reprint.js";
import type { BuildRequest } from "../plan/request.js";
import type { PictureFile } from "../production/pictures.js";

/** What is made of which kit, in which language, and where it goes. */
interface CommonOptions {
  /** A language of the kit; its own when none is named. */
  readonly locale?: string | undefined;
  /** A translation is a proof, with marks; `final`: it is printed for good, or not at all when something is missing. */
  readonly final?: boolean | undefined;
  /** The version and date to print instead of the kit's own: those of an earlier edition that it is compared with. */
  readonly edition?: Pick<Kit, "version" | "date"> | undefined;
  /** Only what changed since an edition, in a folder of its own; absent when everything asked for is made. */
  readonly reprint?: Reprint | undefined;
  /** Absolute path of the output folder; undefined checks everything and writes nothing. */
  readonly out?: string | undefined;
}

export interface BuildOptions extends CommonOptions {
  /** Papers: those of the language when none are named. */
  readonly request: Omit<BuildRequest, "papers"> & { readonly papers?: readonly string[] | undefined };
  /** The language of the folders' job tickets, one of the kit's; that which is printed when none is named; false: none. */
  readonly ticket?: string | false | undefined;
  /** Whether each folder is also packed into one archive, with its ticket. */
  readonly zip?: boolean | undefined;
  /** Told of each file as it is finished; it shows in the folder only when all are. */
  readonly onFile?: ((file: ManifestFile) => void) | undefined;
}

export interface BuildResult {
  readonly ok: boolean;
  /** Whose turn it is when nothing was made: the kit's author's, that of whoever asked for what is not in it, or ours. */
  readonly outcome: "made" | "bad-kit" | "bad-request" | "our-fault";
  readonly problems: readonly Diagnostic[];
  /** What was made; absent when there are errors. */
  readonly manifest?: Manifest | undefined;
  /** Folder of the locale inside the output folder. */
  readonly folder?: string | undefined;
  /** What to do with the pieces of a reprint. */
  readonly pull?: readonly PullGroup[] | undefined;
}

export interface PictureOptions extends CommonOptions {
  /** Ids of components; none means all but booklets. */
  readonly components: readonly string[];
  readonly sizes: readonly PictureSize[];
  /** The paper of pieces that are as large as it: the first one of the language when none is named. */
  readonly paper?: string | undefined;
  readonly onFile?: ((file: PictureFile) => void) | undefined;
}

export interface PictureResult extends Pick<BuildResult, "ok" | "outcome" | "problems" | "folder"> {
  /** What was made; absent when there are errors. */
  readonly files?: readonly PictureFile[] | undefined;
}
