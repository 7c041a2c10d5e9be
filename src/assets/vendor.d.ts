/** Types of the parts of a package that ships none for them, as far as this stage uses them. */

declare module "qrcode/lib/core/segments.js" {
  /** Pieces of a payload, each packed in its own way. */
  export type Segments = readonly { readonly data: unknown }[];
  const segments: {
    readonly rawSplit: (payload: string) => Segments;
    readonly fromArray: (pieces: readonly { readonly data: string; readonly mode: string }[]) => Segments;
    readonly fromString: (payload: string, version: number) => Segments;
  };
  export default segments;
}

declare module "qrcode/lib/core/version.js" {
  import type { Segments } from "qrcode/lib/core/segments.js";

  const version: { readonly getBestVersionForData: (segments: Segments, level: string) => number | undefined };
  export default version;
}

declare module "qrcode/lib/core/qrcode.js" {
  import type { Segments } from "qrcode/lib/core/segments.js";

  const symbol: {
    readonly create: (
      segments: Segments,
      options: { readonly errorCorrectionLevel: string; readonly version: number; readonly maskPattern?: number },
    ) => { readonly modules: { readonly size: number; readonly data: Uint8Array } };
  };
  export default symbol;
}
