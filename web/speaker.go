package web

import "proxynet/network"

// speakerEntry is the entry of a speaker.
type speakerEntry struct {
	network.Speaker
	KindLabel  string
	Is         *link   // the node that the speaker also is
	Introduced []quote // passages that introduce the speaker
	Said       []citedPassage
	More       int // further passages, in a large network
}

// Says is the number of passages by the speaker.
func (e speakerEntry) Says() int { return len(e.Said) + e.More }

// citedPassage is a passage with the entries that cite it.
type citedPassage struct {
	Quote quote
	Cites []link
}

func (x entryBuilder) speakerEntries() []speakerEntry {
	var list []speakerEntry
	for _, s := range x.Speakers {
		e := speakerEntry{
			Speaker: s, KindLabel: x.words.of("speaker", string(s.Kind)), Introduced: x.quotes(s.Passages),
		}
		if s.Node != "" {
			is := x.nodeLink(s.Node)
			e.Is = &is
		}
		passages := x.passagesBy[s.ID]
		if Entries(x.Network) > MostEntries && len(passages) > mostSaid {
			passages, e.More = passages[:mostSaid], len(passages)-mostSaid
		}
		for _, p := range passages {
			e.Said = append(e.Said, citedPassage{x.quote(p), x.cites[p.ID]})
		}
		list = append(list, e)
	}
	return list
}
