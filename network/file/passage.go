package file

import (
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/message"
)

// speakerReader reads a speaker.
type speakerReader struct{ *record }

func (r speakerReader) speaker() network.Speaker {
	s := network.Speaker{
		ID:       r.id,
		Label:    r.needWords("label"),
		Kind:     choice(r.record, "kind", network.SpeakerKinds, ""),
		Role:     r.words("role"),
		Node:     r.ref("node", nodes),
		Passages: r.evidence(),
	}
	r.speakers[s.ID] = s.Kind
	return s
}

// passageReader reads a passage.
type passageReader struct{ *record }

// passage reads a passage. The sources and speakers must have been read.
func (r passageReader) passage(n *network.Network) network.Passage {
	p := network.Passage{
		ID:        r.id,
		Source:    r.passageSource(n),
		Paragraph: r.paragraph(),
		Selector: network.QuoteSelector{
			Exact:  r.quote(),
			Prefix: r.verbatim("prefix"),
			Suffix: r.verbatim("suffix"),
		},
		Speaker: r.passageSpeaker(n),
		Via:     r.ref("via", speakers),
	}
	if r.take("start") != nil {
		start := r.whole("start", 0)
		p.Position = &network.Position{Start: start, End: start + utf8.RuneCountInString(p.Selector.Exact)}
	}
	p.Manner = r.manner(p.Speaker)
	if p.Via != "" && p.Via == p.Speaker {
		r.report(r.at("via"), r.name, message.New("its speaker is also the one who passes it on"), message.New("leave “via” out, or name who passed it on"))
	}
	r.voices[p.ID], r.speakerOf[p.ID], r.namesSpeaker[p.ID] = r.speakers[p.Speaker], p.Speaker, r.has("speaker")
	r.quotes[p.ID] = r.at("exact")
	return p
}

// paragraph returns the number of the passage's paragraph, 0 if the file doesn't say.
func (r passageReader) paragraph() int {
	if r.take("paragraph") == nil {
		return 0
	}
	return r.whole("paragraph", 1)
}

// quote returns the exact text of a passage.
func (r passageReader) quote() string {
	exact := r.needWords("exact")
	if length := utf8.RuneCountInString(exact); length > maxQuoteLength {
		r.report(r.at("exact"), r.name, message.New("the quote has %d characters, more than %d", length, maxQuoteLength), message.New("quote only the words that support the claim"))
	}
	return exact
}

// passageSource returns the source that a passage names, or the only source.
func (r passageReader) passageSource(n *network.Network) string {
	if !r.has("source") && len(n.Sources) == 1 {
		r.take("source")
		return n.Sources[0].ID
	}
	return r.needRef("source", sources)
}

// passageSpeaker returns the speaker that a passage names, or the source's own voice:
// the first speaker of kind article.
func (r passageReader) passageSpeaker(n *network.Network) string {
	if !r.has("speaker") {
		for _, s := range n.Speakers {
			if s.Kind == network.Article {
				r.take("speaker")
				return s.ID
			}
		}
	}
	return r.needRef("speaker", speakers)
}

// manner returns how the source gives the words. The field is omitted for the source's
// own voice; for the words of others it is required.
func (r passageReader) manner(speaker string) network.Manner {
	kind := r.speakers[speaker]
	otherwise := network.Manner("")
	if kind == network.Article || kind == "" {
		otherwise = network.Own
	}
	manner := choice(r.record, "manner", network.Manners, otherwise)
	switch {
	case manner == "" || kind == "":
	case kind == network.Article && manner != network.Own:
		r.report(r.at("manner"), r.name, message.New("the source's own voice is not %s", manner), message.New("leave “manner” out, or name the speaker"))
	case kind != network.Article && manner == network.Own:
		r.report(r.at("manner"), r.name, message.New("%s does not speak in the source's own voice", speaker), message.New("write “manner: quoted” or “manner: paraphrased”"))
	}
	return manner
}
