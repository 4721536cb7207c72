package file

import (
	"slices"
	"strings"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// stepReader reads a step of the story, and the view that it shows.
type stepReader struct{ *record }

// step reads a step of the story. The other records must have been read.
func (r stepReader) step(n *network.Network) network.StoryStep {
	s := network.StoryStep{
		ID:       r.id,
		Title:    r.needWords("title"),
		Text:     r.stepText(),
		Passages: r.needEvidence(),
	}
	if state := r.take("state"); state != nil {
		if rec := r.recordOf(state, r.name); rec != nil {
			s.State = stepReader{rec}.state(n)
			rec.done()
		}
	}
	return s
}

func (r stepReader) stepText() string {
	text := r.needWords("text")
	if length := utf8.RuneCountInString(text); length > maxStepText {
		r.report(r.at("text"), r.name, message.New("the text has %d characters, more than %d", length, maxStepText), message.New("shorten it, or write two steps"))
	}
	return text
}

// look reads the view state of a step.
func (r stepReader) state(n *network.Network) network.StepState {
	return network.StepState{
		ViewState: network.ViewState{
			Select: r.ref("select", nodes, relations, events, speakers, passages),
			Focus:  r.ref("focus", nodes),
			Hide:   r.tokens("hide", n.Tokens()),
			AsOf:   r.asOf("asOf"),
			Remove: r.refs("remove", nodes, relations),
			Chain:  r.chainEnds("chain"),
			Size:   r.size(),
		},
		Light: r.refs("light", nodes, relations),
		Near:  r.refs("near", nodes),
	}
}

// size returns the measure that sizes the nodes, "" for none.
func (r stepReader) size() network.Measure {
	if r.take("size") == nil { // marks the field as known
		return ""
	}
	return choice(r.record, "size", network.Measures, "")
}

// tokens returns a list of tokens that hide parts of the network.
func (r stepReader) tokens(field string, known []string) []string {
	var out []string
	for _, n := range r.list(field) {
		token := r.text(n, field)
		r.useIn(n, field, token)
		switch {
		case token == "":
		case !slices.Contains(known, token):
			fix := message.New("write a kind, a status, a speaker or a source, such as relation.arms, node.person, status.implied or speaker.ID")
			if name := r.fixForToken(token); !name.IsNone() {
				fix = name
			} else if near := nearest(token, known); near != "" {
				fix = didYouMean(near)
			}
			r.report(n.Line, r.name, message.New("unknown token %s in %q", visible.Show(token), field), fix)
		case slices.Contains(out, token):
			r.report(n.Line, r.name, message.New("it hides %s twice", token), message.New("take one out"))
		default:
			out = append(out, token)
		}
	}
	return out
}

// fixForToken returns the fix for a token with a name instead of an id, such as
// “speaker.The article”; None for any other.
func (r *reading) fixForToken(token string) message.Message {
	for _, s := range []section{speakers, sources} {
		if name, ok := strings.CutPrefix(token, string(s)+"."); ok {
			return r.recordNames().fix(name, string(s)+".", s)
		}
	}
	return message.None
}

// asOf returns a field that is a year, a month or a day, as written.
func (r stepReader) asOf(field string) string {
	n := r.take(field)
	if n == nil {
		return ""
	}
	if _, err := network.ParseDateRange(n.Value); err != nil {
		r.wrongType(n, r.name, message.New("%q must be a year, a month or a day", field), message.New("write for example 1980, 2020-01 or 2020-01-03"))
		return ""
	}
	return n.Value
}

// chainEnds returns a field with the ends of the chains to show.
func (r stepReader) chainEnds(field string) *network.ChainEnds {
	n := r.take(field)
	if n == nil {
		return nil
	}
	rec := r.recordOf(n, r.name)
	if rec == nil {
		return nil
	}
	c := &network.ChainEnds{From: rec.needRef("from", nodes), To: rec.needRef("to", nodes)}
	rec.done()
	if c.From != "" && c.From == c.To {
		rec.report(rec.at("to"), r.name, message.New("the chain ends where it begins"), message.New("name another node"))
	}
	return c
}
