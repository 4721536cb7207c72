package file

// Limits of a file, ample for a network of 100,000 nodes and 200,000 relations. They
// keep a broken or hostile file from exhausting the machine.
const (
	maxFileBytes         = 64 << 20  // of the network's file
	maxArticleBytes      = 8 << 20   // of the article
	maxValues            = 4_000_000 // of the YAML: keys, values, lists and records, as [tooMany] counts them
	maxBracketed         = 500_000   // of these, inside brackets where the name of a field may begin
	maxDepth             = 1000      // brackets inside each other, including those in quoted texts
	maxFields            = 200       // of one record; names in other languages are fields
	maxRecords           = 400_000   // sources, speakers, passages, nodes, relations, events and steps together
	maxTerms             = 200       // of each sort that the network declares
	maxUnfolded          = 20_000    // values that aliases refer to, counted at each alias
	maxIDLength          = 64        // characters
	maxQuoteLength       = 400       // code points: passages are short
	maxHeadline          = 90        // code points: two lines beside the tools, one line on a card
	maxCaption           = 160       // code points: one sentence
	maxStepText          = 600       // code points: a step is read on a phone, under the picture
	maxListedDiagnostics = 500       // the rest is counted in one line
	maxDiagnostics       = 5_000     // the rest of the file is not read
	maxText              = 10_000    // characters of a text
	maxLabel             = 1_000     // characters of a name; pictures shorten names long before that
)

// longest returns the maximum number of characters of a field.
func longest(field string) int {
	switch field {
	case "label", "phrase", "aliases":
		return maxLabel
	}
	return maxText
}
