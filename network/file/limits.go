package file

// What a file may hold. The limits are far above any network that a reader
// could take in; they keep a broken or hostile file from taking the machine.
const (
	maxFileBytes    = 8 << 20 // of the network's file, and of the article
	maxRecords      = 20_000  // sources, speakers, passages, nodes, relations and events together
	maxUnfolded     = 20_000  // values that aliases stand for, each time they do
	maxIDLength     = 64      // characters
	maxQuoteLength  = 400     // code points: passages are short
	maxListedFaults = 500     // the rest is counted in one line
)
