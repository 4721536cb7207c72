package web

import (
	"slices"
	"strings"

	"proxynet/network"
)

// denialEntry is a denial or contradiction of a claim.
type denialEntry struct {
	Text   string // the speaker, and when
	Quotes []quote
}

// stageEntry is a legal stage of a claim.
type stageEntry struct {
	Text   string            // with its date
	Places []network.Passage // the first of each paragraph
}

// factEntry is a fact of a node or a relation.
type factEntry struct {
	Kind   network.FactKind
	Value  string
	Lang   string            // of the value, where the page has another
	Places []network.Passage // the first of each paragraph
}

// dispute holds the denials of a claim, and the stages of its legal proceedings.
type dispute struct {
	Against []denialEntry
	Legal   []stageEntry
	Facts   []factEntry
	Sources []string // which sources support and which contradict it; nil if the network has one source
	More    []quote  // passages of legal stages and facts that the claim doesn't cite
}

// disputes makes the entries of denials, legal stages and facts.
type disputes struct{ *index }

// dispute returns the dispute about a relation.
func (x disputes) dispute(r *network.Relation) dispute {
	d := dispute{Facts: x.facts(r.Facts), Sources: x.backing(r)}
	shown := slices.Clone(r.Passages)
	for _, a := range r.Against {
		d.Against = append(d.Against, denialEntry{x.denial(a), x.quotes(a.Passages)})
		shown = append(shown, a.Passages...)
	}
	for _, s := range r.Legal {
		d.Legal = append(d.Legal, stageEntry{x.stage(s), x.places(s.Passages)})
	}
	var more []string
	for _, id := range r.Cited() {
		if !slices.Contains(shown, id) {
			more = append(more, id)
		}
	}
	d.More = x.quotes(more)
	return d
}

// denial returns who denies or contradicts a claim, and when, in words.
func (x disputes) denial(d network.Denial) string {
	key, speaker := "dispute."+string(d.Says), x.speaker(d.Speaker).Label
	if d.Date == nil {
		return x.words.Say(key, "speaker", speaker)
	}
	return x.words.Say(key+"-dated", "speaker", speaker, "date", x.words.dateWords(d.Date.EDTF))
}

// stage returns a legal stage with its date, in words.
func (x disputes) stage(s network.Stage) string {
	return x.words.Say("dispute.stage", "stage", x.words.of("legal", string(s.Stage)), "date", x.words.dateWords(s.Date.EDTF))
}

// places returns the first passages of each paragraph.
func (x disputes) places(ids []string) []network.Passage {
	var all []network.Passage
	for _, id := range ids {
		all = append(all, x.passage(id))
	}
	return network.FirstOfParagraphs(all)
}

func (x disputes) facts(list []network.Fact) []factEntry {
	var all []factEntry
	for _, f := range list {
		e := factEntry{Kind: f.Kind, Value: f.Value, Places: x.places(f.Passages)}
		switch x.terms.FactType(f.Kind) {
		case network.Amount:
			e.Value = x.words.Say("fact.money", "number", x.words.Decimal(f.Value), "currency", f.Currency)
		case network.Share:
			e.Value = x.words.Say("fact.percent", "number", x.words.Decimal(f.Value))
		default:
			e.Lang = x.words.foreign(x.original.Lang)
		}
		all = append(all, e)
	}
	return all
}

// backing returns which of several sources support a claim and which contradict it, in
// words.
func (x disputes) backing(r *network.Relation) []string {
	if len(x.Sources) < 2 {
		return nil
	}
	var all []string
	b := x.backingOf(r)
	add := func(key string, ids []string) {
		if len(ids) == 0 {
			return
		}
		titles := make([]string, len(ids))
		for i, id := range ids {
			titles[i] = x.words.Say("panel.source-title", "title", x.source(id).Title)
		}
		all = append(all, x.words.Say(key, "n", len(ids), "names", strings.Join(titles, x.words.Say("standing.semicolon"))))
	}
	add("dispute.says-so", b.For)
	add("dispute.says-otherwise", b.Against)
	return all
}

// disputed returns a few words on who denies a relation, and on its last legal stage.
func (x disputes) disputed(r *network.Relation) []string {
	var marks []string
	for _, d := range r.Against {
		marks = append(marks, x.words.Say("objection."+string(d.Says), "speaker", x.speaker(d.Speaker).Label))
	}
	if s := r.StageAt(nil); s != nil {
		marks = append(marks, x.words.of("legal", string(s.Stage)))
	}
	return marks
}
