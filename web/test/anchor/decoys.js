// Blocks between the paragraphs of the lighthouse corpus, as in newspapers, and
// sentences similar to its passages.

/** Blocks that newspapers put between paragraphs; none contains a passage. */
export const INSERTS = [
  'Advertisement',
  'Sign up for our weekly letter on the history of the coast. It is free, and you can leave at any time.',
  'Read more: The storm that sank a fleet',
  'A view of the reef at low water. Photograph: the harbour office',
  'The tower of 1882 and the stump of the one before it. Drawn for this page.',
  'Correction: an earlier version of this article gave a wrong date for the second tower.',
  'Plymouth hotels from 80 pounds a night',
  'More on this story: keepers, candles and storms',
];

/** Sentences similar to a passage with another meaning. */
export const DECOYS = [
  'The Casquets rocks lie some fourteen miles south of Weymouth.',
  'The light was first shown on 14 November 1699.',
  'Fire broke out in the kitchen on the night of 2 December 1754.',
  'James Douglas completed the present tower in 1892.',
  'Nothing was left of the pier but some iron stumps.',
  'A French privateer carried her off from the rocks in 1697.',
  'The lower part of Smeaton’s tower was moved to Plymouth Sound stone by stone.',
  'His tower of oak and iron was built like the keel of a ship.',
  'The people of Portsmouth paid for the removal.',
  'Louis XIV ordered that she be set free at once.',
  'It shook in heavy seas, and it often moved from its place.',
  'The reef is almost never covered by the sea.',
];
