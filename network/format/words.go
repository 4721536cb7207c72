package format

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"proxynet/network"
	"proxynet/network/visible"
)

// Lengths of texts that are kept, in characters. The rest of a longer one is
// left out and counted.
const (
	mostLabel    = 200
	mostSummary  = 2000
	mostHeadline = 90
	mostCaption  = 160
	mostRest     = 400 // of what the model has no place for and is told in words
)

// Kinds of loss that several formats have.
const (
	lossField   = "fields that are not read, left out"
	lossDrawing = "positions, sizes, colors and other drawing, left out because the layout is computed"
	lossMarkup  = "markup in texts, whose text was kept"
	lossNested  = "nodes inside other nodes, kept beside them"
	lossMutual  = "edges that point both ways, kept without direction"
	lossHyper   = "edges between more than two nodes, left out"
	lossGraphs  = "graphs other than the one that was read, left out"
	lossNumber  = "numbers that are NaN or infinite, read as empty"
	lossKey     = "ids of edges that only count them or that several share, left out"
	lossText    = "texts with characters that are invisible or change the direction of others, which were removed"
	lossLong    = "texts that are too long, cut"
	lossID      = "ids that were changed, since an id is written with a–z, 0–9 and -"
	lossLoop    = "edges from a node to itself, left out"
	lossKind    = "nodes of an unknown kind"
	lossTie     = "relations of an unknown kind"
	lossVerb    = "relations without a verb"
	lossWord    = "labels that only name a direction, not used as verbs"
	lossRest    = "values without a field of their own, kept in summaries and notes"
	lossFact    = "facts of a kind that the file does not declare, kept in summaries and notes"
	lossFull    = "values that no longer fitted into a summary or a note, left out"
	lossGraph   = "attributes of the whole graph, left out"
	lossTime    = "times of day and time zones, left out of dates"
	lossOpen    = "open bounds of intervals, kept as if the first and the last day belonged to them"
	lossWeight  = "weights of 1, which every edge has by default, left out"
	lossDate    = "dates that can't be read, kept in notes"
	lossStatus  = "statuses of relations that no passage supports, kept in notes"
	lossClaim   = "values of “status” that are none of stated, attributed, implied, ambiguous and resolved, kept in notes"
)

// noBreakSpace keeps two words on a line.
const noBreakSpace = '\u00a0'

// tidy returns a text as a network may hold it: in one line, without signs that
// nobody sees, and no longer than most.
func (im *importer) tidy(s string, most int) string {
	s = strings.ToValidUTF8(s, "")
	clean := strings.Map(func(c rune) rune {
		switch {
		case c == noBreakSpace:
			return c
		case unicode.IsSpace(c):
			return ' '
		case visible.Refused(c):
			return -1
		}
		return c
	}, s)
	if len(clean) < len(s) && hasUnseen(s) {
		im.losses.add(1, lossText, show(s))
	}
	clean = strings.TrimSpace(strings.Join(strings.FieldsFunc(clean, func(c rune) bool { return c == ' ' }), " "))
	if runes := []rune(clean); len(clean) > most && len(runes) > most {
		im.losses.add(1, lossLong, show(s))
		clean = strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return clean
}

// hasUnseen tells whether a text holds what tidy takes out, white space aside.
func hasUnseen(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return visible.Refused(c) && !unicode.IsSpace(c) })
}

// slug returns a text as an id: in small letters without accents, words joined
// by hyphens; "" where nothing of it can stand in one.
func slug(s string, most int) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c) || c == '\'' || c == '’':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= most {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// nodeKinds are words that other programs have for kinds of nodes.
var nodeKinds = func() map[string]network.NodeKind {
	m := map[string]network.NodeKind{
		"country": network.State, "government": network.State, "nation": network.State,
		"individual": network.Person, "human": network.Person, "people": network.People, "coalition": network.Alliance,
		"organization": network.Organisation, "company": network.Organisation, "institution": network.Organisation,
	}
	for _, k := range network.NodeKinds {
		m[string(k)] = k
	}
	return m
}()

// relationKinds are words for kinds of relations.
var relationKinds = func() map[string]network.RelationKind {
	m := map[string]network.RelationKind{
		"commands": "command", "arming": "arms", "funding": "money", "funds": "money", "member": "membership", "member of": "membership",
		"friend": "friendship", "friends": "friendship", "supports": "support", "opposes": "opposition", "attacks": "attack", "kills": "killing",
	}
	for _, k := range network.RelationKinds {
		m[string(k.Kind)] = k.Kind
	}
	return m
}()
