package desk

import (
	"strings"
	"unicode"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web/language"
)

// Vocabulary lists the terms of a network with labels in the page's language.
type Vocabulary struct {
	NodeKinds     []Term `json:"nodeKinds"`
	RelationKinds []Term `json:"relationKinds"`
	Families      []Term `json:"families"`
	Statuses      []Term `json:"statuses"`
	SpeakerKinds  []Term `json:"speakerKinds"`
	Stages        []Term `json:"stages"`
	FactKinds     []Term `json:"factKinds"`
	Meanings      []Term `json:"meanings"`
}

// Term is an entry of a [Vocabulary].
type Term struct {
	ID       string `json:"id"`
	Label    string `json:"label"`
	Key      string `json:"key,omitempty"` // a letter or digit to pick it by, in its list's own
	Verb     string `json:"verb,omitempty"`
	Family   string `json:"family,omitempty"`
	Directed bool   `json:"directed,omitempty"`
	Color    string `json:"color,omitempty"` // of a family's lines: the palette's name for it
	Type     string `json:"type,omitempty"`  // of a fact
}

// vocabulary returns the vocabulary of n.
func (rd *reading) vocabulary(n *network.Network) Vocabulary {
	terms, looks := n.Terms(), scene.NewLooks(n)
	declared := n.Vocabulary.Labels()
	label := func(group, id string) string {
		if text, _ := declared[group+"."+id].In(rd.language.Tag, n.Lang, "en"); text != "" {
			return text
		}
		return rd.label(group, id)
	}
	var v Vocabulary
	for _, k := range terms.NodeKinds() {
		v.NodeKinds = append(v.NodeKinds, Term{ID: string(k), Label: label("kind", string(k))})
	}
	verbs := verbsOf(n)
	for _, k := range terms.RelationKinds() {
		v.RelationKinds = append(v.RelationKinds, Term{
			ID: string(k.Kind), Label: label("relation", string(k.Kind)), Verb: verbs[k.Kind], Family: string(k.Family), Directed: k.Directed,
		})
	}
	for _, f := range terms.Families() {
		v.Families = append(v.Families, Term{ID: string(f), Label: label("family", string(f)), Color: string(looks.Stroke(f))})
	}
	for _, s := range network.Statuses {
		if s != network.Unsourced || n.Unsourced {
			v.Statuses = append(v.Statuses, Term{ID: string(s), Label: label("status", string(s))})
		}
	}
	for _, s := range network.SpeakerKinds {
		v.SpeakerKinds = append(v.SpeakerKinds, Term{ID: string(s), Label: label("speaker", string(s))})
	}
	for _, s := range network.LegalStages {
		v.Stages = append(v.Stages, Term{ID: string(s), Label: label("legal", string(s))})
	}
	for _, k := range terms.FactKinds() {
		v.FactKinds = append(v.FactKinds, Term{ID: string(k), Label: label("fact", string(k)), Type: string(terms.FactType(k))})
	}
	for _, m := range network.Meanings {
		v.Meanings = append(v.Meanings, Term{ID: string(m), Label: string(m)})
	}
	for _, list := range [][]Term{v.NodeKinds, v.RelationKinds, v.Statuses, v.SpeakerKinds, v.Stages, v.FactKinds} {
		giveKeys(list)
	}
	return v
}

// label returns a term's label in the page's language.
func (rd *reading) label(group, id string) string {
	if key := group + "." + id; language.Has(key) {
		return rd.language.Say(key)
	}
	return id
}

// verbsOf returns the most frequent verb of each kind in n, or a default.
func verbsOf(n *network.Network) map[network.RelationKind]string {
	verbs := make(map[network.RelationKind]string)
	if base, _, _ := strings.Cut(n.Lang, "-"); base == "en" {
		for kind, verb := range usualVerbs {
			verbs[kind] = verb
		}
	}
	count := make(map[network.RelationKind]map[string]int)
	for i := range n.Relations {
		r := &n.Relations[i]
		if count[r.Kind] == nil {
			count[r.Kind] = make(map[string]int)
		}
		count[r.Kind][r.Verb]++
		if best := verbs[r.Kind]; count[r.Kind][r.Verb] > count[r.Kind][best] {
			verbs[r.Kind] = r.Verb
		}
	}
	return verbs
}

// usualVerbs are default English verbs for the built-in kinds.
var usualVerbs = map[network.RelationKind]string{
	"command": "commands", "above": "stands above", "direction": "gives orders to", "client": "works for",
	"arms": "gives arms to", "money": "pays", "training": "trains", "recruiting": "recruits", "mobilization": "mobilized",
	"support": "supports", "cooperation": "works with",
	"coordination": "coordinates", "restraint": "restrains", "message": "sends a message to", "deterrence": "deters",
	"autonomy": "acts without", "effect": "strengthens",
	"membership": "belongs to", "office": "is an official of", "founding": "founded", "ownership": "owns", "politics": "takes part in the politics of",
	"killing": "killed", "attack": "attacks", "capture": "captured", "overthrow": "overthrew", "disruption": "disrupts",
	"threat": "threatens", "opposition": "opposes", "war": "is at war with",
	"friendship": "is a friend of", "succession": "succeeded", "tie": "is tied to",
}

// giveKeys assigns each term a unique key: the first free letter or digit of its id,
// its label or the alphabet.
func giveKeys(list []Term) {
	taken := make(map[rune]bool)
	for i := range list {
		t := &list[i]
		for _, c := range strings.ToLower(t.ID + t.Label + "abcdefghijklmnopqrstuvwxyz0123456789") {
			if !taken[c] && c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
				taken[c] = true
				t.Key = string(c)
				break
			}
		}
	}
}
