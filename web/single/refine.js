// What viewer/refine.js does, in a page that is one file: nothing, since its
// network comes with its layout settled.

/** @type {typeof import('../viewer/refine.js').refine} */
export const refine = async () => {};
