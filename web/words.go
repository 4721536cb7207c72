package web

import (
	"strconv"
	"strings"

	"proxynet/network"
)

// statusWords says how firmly a claim is made, as a legend does.
var statusWords = map[network.Status]string{
	network.Stated:     "The article says so",
	network.Attributed: "Someone it cites says so",
	network.Implied:    "Implied: our reading",
	network.Ambiguous:  "Left open by the article",
	network.Resolved:   "From outside the article",
	network.Unsourced:  "No source given",
}

// standingWords says the same in the entry of a relation or an event, where an
// implied one spells out our reading.
var standingWords = map[network.Status]string{
	network.Stated:     "The article says so",
	network.Attributed: "Attributed",
	network.Implied:    "Implied, not said outright",
	network.Ambiguous:  "Left open by the article",
	network.Resolved:   "From outside the article",
	network.Unsourced:  "No source given",
}

// statusMarks says the same in a word or two beside a relation. What the
// source says in its own voice needs no mark.
var statusMarks = map[network.Status]string{
	network.Attributed: "attributed",
	network.Implied:    "implied",
	network.Ambiguous:  "left open",
	network.Resolved:   "from outside",
	network.Unsourced:  "unsourced",
}

var speakerWords = map[network.SpeakerKind]string{
	network.Article:     "The source in its own voice",
	network.Named:       "Named person",
	network.Institution: "Institution",
	network.Unnamed:     "Not named",
}

var mannerWords = map[network.Manner]string{
	network.Quoted:      "quoted",
	network.Paraphrased: "paraphrased",
}

// count is a number with its noun, such as "1 relation" or "2 relations".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// quoted puts a passage in quotation marks, unless it is one whole quotation
// that brings its own. The passage itself stays as it is, to the letter.
func quoted(s string) string {
	if strings.HasPrefix(s, "“") && strings.HasSuffix(s, "”") && strings.Count(s, "“") == 1 {
		return s
	}
	const thin = "\u2009" // a space that keeps two quotation marks apart
	open, end := "“", "”"
	if strings.HasPrefix(s, "“") || strings.HasPrefix(s, "‘") {
		open += thin
	}
	if strings.HasSuffix(s, "”") || strings.HasSuffix(s, "’") {
		end = thin + end
	}
	return open + s + end
}
