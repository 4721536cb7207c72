package web

import "proxynet/network"

// speakerEntry is all that is shown of one speaker.
type speakerEntry struct {
	network.Speaker
	KindLabel  string
	Is         *link   // the node that the speaker also is
	Introduced []quote // where the source says who this is
	Said       []said
}

// said is a passage with the entries that rest on it.
type said struct {
	Quote quote
	Cites []link
}

func (x *index) speakerEntries() []speakerEntry {
	var list []speakerEntry
	for _, s := range x.Speakers {
		e := speakerEntry{
			Speaker: s, KindLabel: x.words.of("speaker", string(s.Kind)), Introduced: x.quotes(s.Passages),
		}
		if s.Node != "" {
			is := x.nodeLink(s.Node)
			e.Is = &is
		}
		for _, p := range x.said[s.ID] {
			e.Said = append(e.Said, said{x.quote(p), x.cites[p.ID]})
		}
		list = append(list, e)
	}
	return list
}
