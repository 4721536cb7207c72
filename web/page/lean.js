// Devices on which the live graph is loaded only when a reader wants to move it.

/** The most memory, in GiB, of a device on which it is. */
const SMALL_MEMORY = 2;

/** Reports whether the device is a phone or tablet, has little memory, or saves data. @param {Window} window */
export function isLean({ matchMedia, navigator }) {
  const { deviceMemory, connection } = /** @type {Navigator & {deviceMemory?: number, connection?: {saveData?: boolean}}} */ (navigator);
  return matchMedia('(pointer: coarse)').matches || connection?.saveData === true || deviceMemory !== undefined && deviceMemory <= SMALL_MEMORY;
}
