/** Changes: what was printed and what would be printed today → the pieces to print again, and why. */
export { carryVersions } from "./carry.js";
export { type Comparison, compareManifests, type FieldChange, type PieceChange } from "./compare.js";
export { beginning, difference } from "./difference.js";
export { type Edition, readEdition } from "./edition.js";
export { exchangesOf } from "./exchanges.js";
export { type Found, findManifest } from "./find.js";
export type { Tag } from "./git.js";
export { type BuildPlace, type CheckedBuild, checkBuild } from "./keep.js";
export { withKitAtTag } from "./kit-at-tag.js";
export { editionPath, editionsOf, isEditionName } from "./store.js";
