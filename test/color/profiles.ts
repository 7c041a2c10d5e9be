/** The profile that comes with us, and how to break it. */
import { type PressProfile, readProfile, shippedProfile } from "../../src/color/index.js";

export const shipped: PressProfile = readProfile(shippedProfile()) as PressProfile;

/** The shipped profile with some of its bytes changed. */
export function altered(change: (bytes: Buffer) => Uint8Array | undefined): Uint8Array {
  const bytes = Buffer.from(shippedProfile());
  return change(bytes) ?? bytes;
}
