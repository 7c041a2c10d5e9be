/** The printer's profile, the theme's own inks and a product's limit → how colours become inks, and what a file says of it. */
import {
  type Cmyk,
  createSeparation,
  readProfile,
  rgbKey,
  type Separation,
  SHIPPED_CONDITION,
  shippedProfile,
  totalInk,
} from "../color/index.js";
import type { KitFiles } from "../content/index.js";
import type { PressSpec } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import type { PressProduct } from "../plan/press/products.js";
import type { OutputIntent } from "../render/index.js";
import type { ChosenInk } from "../style/index.js";
import * as say from "./messages.js";

/** A press, as the renderer needs it. */
export interface Press {
  readonly separation: Separation;
  readonly intent: OutputIntent;
}

export interface PressParts {
  readonly spec: PressSpec | undefined;
  readonly product: PressProduct;
  /** Colours of the theme that say their inks themselves. */
  readonly chosen: readonly ChosenInk[];
  readonly files: KitFiles;
}

/** Undefined, and reported, when the kit's profile is no printer's, or cannot be read. */
export function openPress({ spec, product, chosen, files }: PressParts, diagnostics: Diagnostics): Press | undefined {
  const own = spec?.profile;
  const bytes = own ? files.read(own.path, own.at) : shippedProfile();
  if (bytes === undefined) return undefined;
  const profile = readProfile(bytes);
  if (typeof profile === "string") {
    diagnostics.report(say.badProfile(own?.at, own?.path ?? "", profile));
    return undefined;
  }
  for (const { name, inks, at } of chosen) {
    const total = totalInk(inks);
    if (total > product.inkLimit + ROUNDING) diagnostics.report(say.tooMuchInk(at, name, total, product.inkLimit));
  }
  const { inkLimit } = product;
  return {
    separation: createSeparation(profile, {
      inkLimit,
      chosen: new Map(chosen.map(({ color, inks }): [string, Cmyk] => [rgbKey(color), inks])),
    }),
    intent: { condition: own ? spec?.condition : SHIPPED_CONDITION, name: profile.name || own!.path, profile: bytes },
  };
}

/** Sums of decimal fractions. */
const ROUNDING = 1e-6;
