package file

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"

	"proxynet/network"
	"proxynet/network/message"
)

// termReader reads the terms that a network declares.
type termReader struct{ *record }

// vocabulary returns the terms that the file declares, nil if there are none. Labels
// without a language are in the language lang.
func (r termReader) vocabulary(lang string) *network.Vocabulary {
	v := &network.Vocabulary{}
	kinds := r.inner("kinds")
	v.Families = terms(r.record, "families", "family", func(t *record, id string) network.FamilyTerm { return termReader{t}.familyTerm(id, lang) })
	if kinds != nil {
		v.Nodes = terms(kinds, "nodes", "kind of node", func(t *record, id string) network.NodeTerm { return termReader{t}.nodeTerm(id, lang) })
		families := slices.Clone(network.Families)
		for _, f := range v.Families {
			families = append(families, f.Family)
		}
		v.Relations = terms(kinds, "relations", "kind of relation", func(t *record, id string) network.RelationTerm { return termReader{t}.relationTerm(id, lang, families) })
		v.Facts = terms(kinds, "facts", "kind of fact", func(t *record, id string) network.FactTerm { return termReader{t}.factTerm(id, lang) })
		kinds.done()
	}
	if chain := r.inner("chains"); chain != nil {
		v.Chain = &network.ChainTerm{One: termReader{chain}.needLabel("one", lang), Other: termReader{chain}.needLabel("other", lang)}
		chain.done()
		if !slices.ContainsFunc(v.Relations, func(k network.RelationTerm) bool { return k.Chains }) {
			r.report(r.at("chains"), r.name, message.New("it names chains, and no kind of relation forms any"), message.New("write “chains: true” at a kind in “kinds: {relations: …}”, or take “chains” out"))
		}
	}
	if !r.has("kinds") && !r.has("families") && !r.has("chains") {
		return nil
	}
	return v
}

// inner returns a field that is a record, nil if it is missing.
func (r *record) inner(field string) *record {
	n := r.take(field)
	if n == nil {
		return nil
	}
	return r.recordOf(n, field)
}

// terms returns the terms of a list, each with a unique id.
func terms[T any](r *record, field, what string, read func(t *record, id string) T) []T {
	items := r.list(field)
	if len(items) > maxTerms {
		r.report(r.at(field), r.name, message.New("it has more than %d terms in %q", maxTerms, field), message.New("declare only those that the network uses"))
		return nil
	}
	var out []T
	lines := make(map[string]int)
	for i, n := range items {
		t := r.recordOf(n, fmt.Sprintf("%s %d", what, i+1))
		if t == nil {
			continue
		}
		id := t.readID()
		if first, twice := lines[id]; twice && id != "" {
			t.report(t.at("id"), id, message.New("the %s appears twice, first in line %d", Noun(what), first), message.New("keep one of the two"))
		}
		lines[id] = t.at("id")
		if id != "" {
			r.termNames.add(section(what), named{id, "label"}, t.fields["label"])
		}
		out = append(out, read(t, id))
		t.done()
	}
	return out
}

func (r termReader) nodeTerm(id, lang string) network.NodeTerm {
	kind := network.NodeKind(id)
	return network.NodeTerm{
		Kind:  kind,
		Label: r.termLabel(lang, slices.Contains(network.NodeKinds, kind)),
		Like: likeOf(r.record, kind, network.NodeKinds, r.has("shape") && r.has("colour"),
			message.New("no look is given for nodes of this kind"), message.New("add “like: ” with a built-in kind, such as organisation, or “shape” and “colour”")),
		Shape:  optional(r.record, "shape", network.Shapes),
		Colour: optional(r.record, "colour", network.NodeColours),
	}
}

// likeOf returns the built-in term that a declared one looks like: that of the
// field “like” or, unless other fields define the whole look, the one with its id.
// If there is none, it reports the problem.
func likeOf[T ~string](r *record, id T, builtIn []T, whole bool, problem, fix message.Message) T {
	like := optional(r, "like", builtIn)
	switch {
	case r.has("like") || whole:
	case slices.Contains(builtIn, id):
		return id
	default:
		r.report(r.line, r.name, problem, fix)
	}
	return like
}

func (r termReader) familyTerm(id, lang string) network.FamilyTerm {
	family := network.Family(id)
	return network.FamilyTerm{
		Family: family,
		Label:  r.termLabel(lang, slices.Contains(network.Families, family)),
		Like: likeOf(r.record, family, network.Families, r.has("colour"),
			message.New("no look is given for the lines of this family"), message.New("add “like: ” with a built-in family, such as support, or “colour” and, if you wish, “line” and “end”")),
		Colour: optional(r.record, "colour", network.LineColours),
		Line:   optional(r.record, "line", network.Lines),
		End:    optional(r.record, "end", network.Ends),
	}
}

func (r termReader) relationTerm(id, lang string, families []network.Family) network.RelationTerm {
	known := network.BuiltIn.RelationKind(network.RelationKind(id))
	t := network.RelationTerm{Kind: network.RelationKind(id), Label: r.termLabel(lang, known != nil)}
	if known != nil {
		t.Family, t.Directed = known.Family, known.Directed
	} else {
		t.Directed = true
	}
	t.Family = termOf(r.record, "family", "family", families, t.Family, nil)
	t.Directed = r.flag("directed", t.Directed)
	t.Chains = r.flag("chains", false)
	t.Line = optional(r.record, "line", network.Lines)
	t.End = optional(r.record, "end", network.Ends)
	if t.Chains && !t.Directed {
		r.report(r.at("chains"), r.name, message.New("chains are made of it, and it has no direction"), message.New("take “directed: false” out, or “chains: true”"))
	}
	return t
}

func (r termReader) factTerm(id, lang string) network.FactTerm {
	t := network.FactTerm{Kind: network.FactKind(id), Type: choice(r.record, "type", network.FactTypes, ""), Label: r.needLabel("label", lang)}
	if slices.Contains(network.FactTypes, network.FactType(id)) && t.Type != "" && string(t.Type) != id {
		r.report(r.at("type"), r.name, message.New("the type %s can't be a %s", id, t.Type), message.New("give the kind of fact another id"))
	}
	return t
}

// termOf is [choiceOf] for a field that names a term, such as a “kind of node”,
// which authors may confuse with the label of a declared one.
func termOf[T ~string](r *record, field, what string, allowed []T, otherwise T, meant map[string]string) T {
	diagnostics := len(r.diagnostics)
	term := choiceOf(r, field, allowed, otherwise, meant)
	if term == "" && len(r.diagnostics) > diagnostics && r.has(field) {
		last := &r.diagnostics[len(r.diagnostics)-1]
		last.Fix = r.termNames.fix(r.fields[field].Value, "", section(what)).Or(last.Fix)
	}
	return term
}

// optional returns a field that must be one of the allowed words, "" if it is missing.
func optional[T ~string](r *record, field string, allowed []T) T {
	if r.take(field) == nil {
		return ""
	}
	return choice(r, field, allowed, "")
}

// termLabel returns the label of a term; a built-in one has it already.
func (r termReader) termLabel(lang string, builtIn bool) network.Label {
	if builtIn && !r.has("label") {
		r.take("label")
		return nil
	}
	return r.needLabel("label", lang)
}

// needLabel returns a required field with a label in the language lang, or in several.
func (r termReader) needLabel(field, lang string) network.Label {
	n := r.need(field)
	if n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		text := r.words(field)
		if text == "" {
			return nil
		}
		return network.Label{lang: text}
	}
	words := r.recordOf(n, r.name)
	if words == nil {
		return nil
	}
	label := words.byLanguage()
	if label != nil && label[lang] == "" && label["en"] == "" {
		r.report(n.Line, r.name, message.New("%q has no words in the network's own language", field), message.New("add “%s: …”", lang))
	}
	return label
}

// byLanguage returns a record whose fields are languages.
func (r *record) byLanguage() map[string]string {
	out := make(map[string]string, len(r.fields))
	for _, tag := range sortedKeys(r.fields) {
		text := r.words(tag)
		if lang := r.language(tag, tag); lang != "" && text != "" {
			out[lang] = text
		}
	}
	return out
}
