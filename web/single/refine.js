// Replaces viewer/refine.js in a page that is one file: it does nothing, since the network
// has its final layout.

/** @type {typeof import('../viewer/refine.js').refine} */
export const refine = async () => {};
