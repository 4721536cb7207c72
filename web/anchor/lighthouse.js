// The article of the corpus, in our own words: the lighthouses of the Eddystone
// rocks. [id|words] is a passage; a sentence stands on a line, a paragraph
// between empty lines.

export const LIGHTHOUSE = `
[rocks|The Eddystone rocks lie some fourteen miles south of Plymouth], and [wrecks|ships feared them for centuries before anyone built on them].
At high water [covered|the reef is almost wholly covered by the sea].
Merchants lost so many cargoes there that [captains|captains often chose the far longer way around the Channel Islands].

The first man to try was [winstanley|Henry Winstanley, an engraver and showman from Essex who had lost two ships on the reef].
He was not a builder by trade, and [begun|work began in the summer of 1696].
[privateer|A French privateer carried him off from the rocks in 1697] and [destroyed|destroyed what had been built so far].
[louis|Louis XIV ordered that he be set free at once], and is said to have remarked that “[humanity|France was at war with England, not with humanity].”

[lit|The light was first shown on 14 November 1698], with [tallow|sixty tallow candles behind its panes].
Winstanley was so sure of his work that [wish|he wished to be inside it during the greatest storm there ever was].
[storm|The Great Storm of November 1703 granted him the wish]: [nothing|nothing was left of the tower but some iron stumps], and [bodies|the bodies of its keepers were never found].

[lovett|A ship’s captain named Lovett leased the rock for 99 years] and [rudyerd|hired John Rudyerd, a silk merchant, to design the second tower].
Rudyerd thought like a shipwright—[oak|his tower of oak and iron was built like the hull of a ship].
It stood for almost half a century.
Then [fire|fire broke out in the lantern on the night of 2 December 1755].
[hall|Henry Hall, a keeper aged 94, fought the flames by throwing water upwards], and [lead|molten lead ran down into his throat from the burning roof].
[disbelief|His doctor did not believe him until a flat piece of lead was taken from his stomach].

John Smeaton then built in stone.
[dovetail|He cut each block of granite with dovetails so that it locked into its neighbours], an idea that he said [trunk|he owed to the trunk of an oak tree].
[lime|His experiments with lime that sets under water founded the modern study of cement].
The tower was finished in 1759, and [candles|24 candles burned in it at first].
“[sway|It shook in heavy seas, but it never moved from its place],” a keeper wrote.

In the end [gave|it was not the tower that gave way but the rock beneath it].
[douglass|James Douglass completed the present tower in 1882], and [moved|the upper part of Smeaton’s tower was moved to Plymouth Hoe stone by stone].
[paid|The people of Plymouth paid for the removal].
[automatic|The light has been automatic since 1982], and [nobody|nobody lives on the rock any more].
Helicopters [land|land on a deck above the lantern].
`;

/** Blocks that newspapers put between paragraphs; none holds a passage. */
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

/** Sentences that sound like a passage and say something else. */
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
