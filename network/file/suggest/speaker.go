package suggest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network"
)

// saying is a word of saying, such as “said”, in its sentence.
type saying struct {
	n               *network.Network
	names           []Name
	text            string
	at              span // of the word
	sentence, quote span
	denies          bool // it is a word of denial, such as “denied”
}

// speaker returns who says it: the name beside the word or, in English, the words that
// are its subject, such as “prosecutors”. A subject such as “she” is none, since the
// sentence rarely says who that is.
func (s saying) speaker(lang string) Speaker {
	if base, _, _ := strings.Cut(lang, "-"); base != "en" {
		return s.named(s.nearest(func(Name) bool { return true }))
	}
	if i := s.nearest(s.beside); i >= 0 {
		return s.named(i)
	}
	subject, start := s.before()
	if subject == "" && s.at.start > s.sentence.start && s.text[s.at.start-1] == ' ' && !s.afterQuote() {
		// After an insertion, such as “Ida Brandt, who runs the yard, said”.
		if i := s.nearest(func(o Name) bool { return o.End <= s.at.start }); i >= 0 {
			return s.named(i)
		}
		subject, start = s.opening()
	}
	if subject == "" {
		subject, start = s.after()
	}
	if !isSubject(subject) || s.inQuote(start, start+len(subject)) || strings.HasSuffix(s.text[s.at.start:s.at.end], "ly") {
		return Speaker{} // as in “Anna reportedly commands”
	}
	for i, o := range s.names { // such as “Port Ellery’s director”
		if o.Start == start && o.End == start+len(subject) {
			return s.named(i)
		}
	}
	if first, size := utf8.DecodeRuneInString(subject); start == s.sentence.start && !slices.ContainsFunc(s.names, func(o Name) bool { return o.Start == start }) {
		subject = string(unicode.ToLower(first)) + subject[size:]
	}
	return s.known(Speaker{Label: subject})
}

// nearest returns the index of the nearest name that may be the speaker's, in the same
// sentence and outside the quote; -1 if there is none.
func (s saying) nearest(may func(Name) bool) int {
	best, least := -1, 0
	for i, o := range s.names {
		if o.Start < s.sentence.start || o.End > s.sentence.end || s.inQuote(o.Start, o.End) || !may(o) {
			continue
		}
		away := max(s.at.start-o.End, o.Start-s.at.end, 0)
		if best < 0 || away < least {
			best, least = i, away
		}
	}
	return best
}

// inQuote reports whether a part of the text overlaps the quote. The quote of a denial
// includes who denies.
func (s saying) inQuote(from, to int) bool {
	return !s.denies && from < s.quote.end && to > s.quote.start
}

// beside reports whether only punctuation is between a name and the word, and the name
// isn't that of an owner.
func (s saying) beside(o Name) bool {
	from, to := min(o.End, s.at.end), max(o.Start, s.at.start)
	return from <= to && strings.Trim(s.text[from:to], " ,") == "" && !strings.HasPrefix(s.text[o.End:], "’s") && !strings.HasPrefix(s.text[o.End:], "'s")
}

// clause are the characters that begin and end the clause of a word of saying.
const clause = ",;:.?!()“”\"—"

// before returns the words of the clause before the word, and where they begin.
func (s saying) before() (string, int) {
	part := s.text[s.sentence.start:s.at.start]
	begin := 0
	if i := strings.LastIndexAny(part, clause); i >= 0 {
		_, size := utf8.DecodeRuneInString(part[i:])
		begin = i + size
	}
	words := strings.TrimLeft(part[begin:], " ")
	start := s.at.start - len(words)
	if noun, verb, two := strings.Cut(s.text[s.at.start:s.at.end], " "); two && (verb == "says" || verb == "said") { // the word of saying includes its subject
		return strings.TrimSpace(words + noun), start
	}
	return strings.TrimSpace(words), start
}

// opening returns the words at the beginning of the sentence, and where they begin, such
// as “Two officials”.
func (s saying) opening() (string, int) {
	words, _, _ := strings.Cut(s.text[s.sentence.start:s.at.start], ",")
	return strings.TrimSpace(words), s.sentence.start
}

// afterQuote reports whether the word follows a quotation mark.
func (s saying) afterQuote() bool {
	before := strings.TrimRight(s.text[:s.at.start], " ")
	return strings.HasSuffix(before, "”") || strings.HasSuffix(before, `"`)
}

// after returns the words of the clause after the word, and where they begin.
func (s saying) after() (string, int) {
	part := s.text[s.at.end:max(s.at.end, s.sentence.end)]
	if i := strings.IndexAny(part, clause); i >= 0 {
		part = part[:i]
	}
	words := strings.TrimLeft(part, " ")
	return strings.TrimSpace(words), s.at.end + len(part) - len(words)
}

// mostSubject is the maximum number of words of a subject.
const mostSubject = 6

// unclear are words that don't identify a speaker, or begin another clause.
var unclear = strings.Fields("he she they it we i you who which that this these those one ones both all some many several others him her them his its their there and but or as what whoever nobody no")

// isSubject reports whether words can be the name of a speaker.
func isSubject(words string) bool {
	all := strings.Fields(words)
	if len(all) == 0 || len(all) > mostSubject {
		return false
	}
	return !slices.ContainsFunc(all, func(word string) bool { return slices.Contains(unclear, strings.ToLower(word)) })
}

// named returns the speaker of the name with an index, none if it is -1.
func (s saying) named(i int) Speaker {
	if i < 0 {
		return Speaker{}
	}
	o := Speaker{Node: s.names[i].Node, Label: s.names[i].Text}
	if o.Node == "" {
		o.Node = surname(s.n, o.Label)
	}
	for i := range s.n.Nodes {
		if s.n.Nodes[i].ID == o.Node {
			o.Label = s.n.Nodes[i].Label
		}
	}
	return s.known(o)
}

// surname returns the id of the only node whose label ends with a name, "" if there is
// none or more than one: articles call people by their surnames once they have
// introduced them.
func surname(n *network.Network, name string) string {
	id := ""
	for i := range n.Nodes {
		if o := &n.Nodes[i]; strings.HasSuffix(o.Label, " "+name) {
			if id != "" {
				return ""
			}
			id = o.ID
		}
	}
	return id
}

// known returns the network's speaker of the same name, or else the speaker itself.
func (s saying) known(o Speaker) Speaker {
	label := o.Label
	for i := range s.n.Speakers {
		k := &s.n.Speakers[i]
		if k.Node != "" && k.Node == o.Node || strings.EqualFold(k.Label, label) || strings.HasSuffix(k.Label, " "+label) {
			o.ID, o.Label = k.ID, k.Label
		}
	}
	return o
}
