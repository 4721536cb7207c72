package site

import (
	"encoding/json"

	"proxynet/network"
)

// passageFile is the content of the file with the passages that an article's page searches for in
// its text. The page in the frame sends its name; web/embed/passages.js reads it. An entry of
// Paragraphs is [source, length, hash, edge, nth, of], and a context of a passage [length, hash,
// edge], in which edge is 1 for the edge of a sentence and 2 for one with a sign; see
// network.Anchor.
type passageFile struct {
	Format     int           `json:"format"`
	Languages  []string      `json:"languages"` // of the sources
	Paragraphs [][6]int64    `json:"paragraphs"`
	Passages   []passageSeek `json:"passages"`
	Rests      []idList      `json:"rests"` // for each node, relation, event and speaker, the passages that it cites
}

type passageSeek struct {
	ID        string    `json:"id"`
	Source    int       `json:"source"`
	Exact     string    `json:"exact"`
	Prefix    string    `json:"prefix,omitempty"`
	Suffix    string    `json:"suffix,omitempty"`
	Paragraph int       `json:"paragraph"`         // its number in the source
	Start     *int      `json:"start,omitempty"`   // position in the source
	In        *int      `json:"in,omitempty"`      // entry of Paragraphs
	Letters   *[2]int   `json:"letters,omitempty"` // [start, length] in the paragraph
	Before    *[3]int64 `json:"before,omitempty"`  // context
	After     *[3]int64 `json:"after,omitempty"`   // context
}

// idList is an id with a list of others. Lists of pairs hold any ids; as names of an
// object they could clash with its properties.
type idList struct {
	ID   string
	List []string
}

func (l idList) MarshalJSON() ([]byte, error) { return json.Marshal([]any{l.ID, l.List}) }

// passagesFile returns the file of a network.
func passagesFile(n *network.Network) ([]byte, error) {
	f := passageFile{Format: 1, Languages: []string{}, Paragraphs: [][6]int64{}, Passages: []passageSeek{}, Rests: []idList{}}
	source := map[string]int{}
	for i, s := range n.Sources {
		source[s.ID] = i
		f.Languages = append(f.Languages, s.Lang)
	}
	paragraphs := map[[6]int64]int{}
	for i := range n.Passages {
		p := &n.Passages[i]
		seek := passageSeek{
			ID: p.ID, Source: source[p.Source], Paragraph: p.Paragraph,
			Exact: p.Selector.Exact, Prefix: p.Selector.Prefix, Suffix: p.Selector.Suffix,
		}
		if p.Position != nil {
			seek.Start = &p.Position.Start
		}
		if a := p.Anchor; a != nil {
			c := contextOf(&a.Paragraph)
			key := [6]int64{int64(seek.Source), c[0], c[1], c[2], int64(a.Nth), int64(a.Of)}
			at, known := paragraphs[key]
			if !known {
				at = len(f.Paragraphs)
				paragraphs[key] = at
				f.Paragraphs = append(f.Paragraphs, key)
			}
			seek.In, seek.Letters = &at, &[2]int{a.Start, a.Length}
			seek.Before, seek.After = contextOf(a.Before), contextOf(a.After)
		}
		f.Passages = append(f.Passages, seek)
	}
	f.Rests = restsOf(n)
	return json.Marshal(f)
}

func contextOf(c *network.Context) *[3]int64 {
	if c == nil {
		return nil
	}
	edge := int64(0)
	if c.Edge {
		edge = 1
	}
	if c.Signed {
		edge = 2
	}
	return &[3]int64{int64(c.Length), c.Hash, edge}
}

// restsOf lists the entries that cite passages. The first say most about a passage
// that it shares with others: relations, then nodes, events and speakers.
func restsOf(n *network.Network) []idList {
	var rests []idList
	add := func(id string, passages []string) {
		if len(passages) > 0 {
			rests = append(rests, idList{id, passages})
		}
	}
	for _, r := range n.Relations {
		add(r.ID, r.Cited())
	}
	for _, o := range n.Nodes {
		add(o.ID, o.Cited())
	}
	for _, e := range n.Events {
		add(e.ID, e.Passages)
	}
	said := map[string][]string{}
	for _, p := range n.Passages {
		said[p.Speaker] = append(said[p.Speaker], p.ID)
	}
	for _, s := range n.Speakers {
		seen := map[string]bool{}
		var all []string
		for _, id := range append(append([]string{}, s.Passages...), said[s.ID]...) {
			if !seen[id] {
				seen[id], all = true, append(all, id)
			}
		}
		add(s.ID, all)
	}
	return rests
}
