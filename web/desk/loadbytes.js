// Bytes of the programs that a published page holds.

/** @param {string} address @returns {Promise<Uint8Array>} */
export async function loadBytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
