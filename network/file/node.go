package file

import (
	"fmt"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
)

// nodeReader reads a node.
type nodeReader struct{ *record }

func (r nodeReader) node() network.Node {
	return network.Node{
		ID:       r.id,
		Label:    r.needWords("label"),
		Phrase:   r.words("phrase"),
		Aliases:  r.aliases(),
		Names:    r.names(),
		Same:     r.same(),
		Kind:     kindOf(r.record, r.terms.NodeKinds(), nodeKindMeant, "nodes"),
		Summary:  r.summary(),
		Passages: r.needEvidence(),
		Facts:    factReader{r.record}.facts(),
	}
}

// kindOf returns the kind of a node or a relation. The fix for an unknown kind may be
// to declare it.
func kindOf[T ~string](r *record, known []T, meant map[string]string, field string) T {
	diagnostics := len(r.diagnostics)
	kind := termOf(r, "kind", "kind of "+strings.TrimSuffix(field, "s"), known, "", meant)
	if kind == "" && len(r.diagnostics) > diagnostics && r.has("kind") {
		declare := message.New("declare it in “kinds: {%s: …}”", field)
		word := strings.ToLower(r.fields["kind"].Value)
		switch last := &r.diagnostics[len(r.diagnostics)-1]; {
		case last.Fix.String() == didYouMean(meant[word]).String():
			last.Fix = message.New("%s To keep the word, %s", last.Fix, declare)
		case last.Fix.Is(oneOf(nil)):
			last.Fix = message.New("%s; or %s", last.Fix, declare)
		}
	}
	return kind
}

// nodeKindMeant holds the built-in kinds for words that authors write for them.
var nodeKindMeant = map[string]string{
	"company": "organisation", "organization": "organisation", "firm": "organisation", "bank": "organisation", "institution": "organisation",
	"country": "state", "government": "state", "army": "force", "police": "force", "man": "person", "woman": "person",
}

// summary returns the summary of a node or an event. Imported networks have none yet.
func (r *record) summary() string {
	if r.unsourced {
		return r.words("summary")
	}
	return r.wordsLater("summary")
}

func (r nodeReader) aliases() []string {
	var out []string
	for _, n := range r.list("aliases") {
		if alias := r.text(n, "aliases"); alias != "" {
			out = append(out, alias)
		}
	}
	return out
}

// same returns the addresses that identify a node elsewhere.
func (r nodeReader) same() []string {
	var out []string
	for _, n := range r.list("same") {
		address := r.text(n, "same")
		if address == "" {
			continue
		}
		canonical, err := Address(address)
		if err != nil {
			r.badAddress(n.Line, err)
			continue
		}
		out = append(out, canonical)
	}
	return out
}

// names returns a node's names in other languages.
func (r nodeReader) names() map[string]string {
	n := r.take("names")
	if n == nil {
		return nil
	}
	names := r.recordOf(n, r.name)
	if names == nil {
		return nil
	}
	return names.byLanguage()
}

// eventReader reads an event.
type eventReader struct{ *record }

func (r eventReader) event() network.Event {
	e := network.Event{
		ID:           r.id,
		Label:        r.needWords("label"),
		Date:         dateReader{r.record}.date("date", network.Within, network.Throughout),
		Summary:      r.summary(),
		Participants: r.participants(),
		Passages:     r.needEvidence(),
	}
	e.Status = claimReader{r.record}.status(e.Passages)
	claimReader{r.record}.checkVoice(e.Status, e.Passages)
	if e.Status == network.Resolved && (e.Date == nil || e.Date.Note == "") {
		r.report(r.at("status"), r.name, message.New("it is resolved from outside the source, but has no note"), message.New("add a note to its date"))
	}
	return e
}

func (r eventReader) participants() []network.Participant {
	out := []network.Participant{}
	if r.need("participants") == nil {
		return out
	}
	for i, n := range r.list("participants") {
		p := r.recordOf(n, fmt.Sprintf("%s, participant %d", r.name, i+1))
		if p == nil {
			continue
		}
		out = append(out, network.Participant{Node: p.needRef("node", nodes), Role: p.needWords("role")})
		p.done()
	}
	if len(out) == 0 {
		r.report(r.at("participants"), r.name, message.New("it has no participants"), message.New("name a node in “participants: [{node: …, role: …}]”"))
	}
	return out
}
