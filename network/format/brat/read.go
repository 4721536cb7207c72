// Package brat reads the standoff annotations of brat.
package brat

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/mention"
	"proxynet/network/format/internal/reader"
)

// Read reads the standoff annotations of brat (.ann): mentions, the relations and
// events between them, and their attributes and notes.
// https://brat.nlplab.org/standoff.html
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Mentions: mention.New(in, o, losses), lines: reader.NewLines(in), triggers: map[string]string{}, about: map[string]graph.Attributes{}}
	r.NeedArticle()
	var later []entry // they may precede the mentions that they refer to
	for {
		line, err := r.lines.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		id, rest, ok := strings.Cut(line, "\t")
		if !ok || id == "" {
			return nil, r.Diagnostic(r.lines.Line, "", "this line is not an annotation", "write an id, a tab and the annotation")
		}
		if id[0] == 'T' {
			err = r.mention(id, rest)
		} else if later = append(later, entry{id, rest, r.lines.Line}); len(later) > r.Limits.Nodes+r.Limits.Edges {
			err = r.TooManyEdges(r.lines.Line)
		} else {
			err = r.Fits(r.lines.Line, id, nil, len(line))
		}
		if err != nil {
			return nil, err
		}
	}
	if err := r.InArticle(r.all, false); err != nil {
		return nil, err
	}
	for _, read := range []func(l entry) error{r.event, r.attribute, r.relation} {
		for _, l := range later {
			if err := read(l); err != nil {
				return nil, err
			}
		}
	}
	return r.Finish(r.all)
}

type decoder struct {
	*mention.Mentions
	lines    *reader.Lines
	all      []*mention.Mention
	triggers map[string]string           // of events: the trigger of each
	about    map[string]graph.Attributes // of relations and events: the attributes from other annotations
}

// entry is an annotation: its id and its content.
type entry struct {
	id, rest string
	line     int
}

// mention reads “Person 0 5⇥words”, which may have several ranges.
func (r *decoder) mention(id, rest string) error {
	place, words, ok := strings.Cut(rest, "\t")
	fields := strings.Fields(place)
	if !ok || len(fields) < 3 {
		return r.Diagnostic(r.lines.Line, id, "this is not a mention", "write, for example, T1, a tab, “Person 0 5”, a tab and the words")
	}
	one := &mention.Mention{ID: id, Sort: fields[0], Words: words, Line: r.lines.Line}
	start, err := strconv.Atoi(fields[1])
	end, err2 := strconv.Atoi(fields[len(fields)-1])
	if err != nil || err2 != nil || start < 0 || end <= start {
		return r.Diagnostic(r.lines.Line, id, "its position is not two numbers", "write the start and the end of the words, counted in characters")
	}
	if len(fields) == 3 {
		one.Start, one.End = start, end
	} else {
		r.Losses.Add(1, "positions of mentions in several pieces, left out", id)
	}
	r.all = append(r.all, one)
	return r.Add(one)
}

// event reads “Pay:T3 Agent:T1 Theme:T2”: the trigger represents the event.
func (r *decoder) event(l entry) error {
	if l.id[0] != 'E' {
		return nil
	}
	fields := strings.Fields(l.rest)
	if len(fields) == 0 {
		return r.Diagnostic(l.line, l.id, "this is not an event", "write, for example, E1, a tab and “Pay:T3 Agent:T1”")
	}
	_, trigger, _ := strings.Cut(fields[0], ":")
	r.triggers[l.id] = trigger
	return nil
}

// negations are names of attributes by which annotators mark negations. brat's own
// example configurations have the first.
var negations = []string{"negation", "negated", "neg"}

// attribute reads an attribute or a note, of a mention, a relation or an event.
func (r *decoder) attribute(l entry) error {
	fields := strings.Fields(l.rest)
	if !strings.ContainsRune("AMN#", rune(l.id[0])) || len(fields) < 2 {
		return nil
	}
	a := graph.Attribute{Name: fields[0], Value: graph.TextOf(cmp.Or(strings.Join(fields[2:], " "), "true"))}
	if one := r.ByID[fields[1]]; one != nil {
		one.Attributes = append(one.Attributes, a)
		return r.Few(l.line, len(one.Attributes))
	}
	r.about[fields[1]] = append(r.about[fields[1]], a)
	return r.Few(l.line, len(r.about[fields[1]]))
}

// isNegated reports whether an annotation negates a relation or an event.
func (r *decoder) isNegated(id string) bool {
	return slices.ContainsFunc(r.about[id], func(a graph.Attribute) bool {
		return slices.Contains(negations, strings.ToLower(a.Name)) && !strings.EqualFold(a.Value.Text, "false")
	})
}

// relation reads a relation, or the roles of an event.
func (r *decoder) relation(l entry) error {
	fields := strings.Fields(l.rest)
	switch l.id[0] {
	case 'E':
		if r.isNegated(l.id) {
			r.Losses.Add(1, lossNegated, l.id)
			return nil
		}
		for _, part := range fields[1:] {
			role, to, _ := strings.Cut(part, ":")
			if err := r.Relate(l.id, r.triggers[l.id], r.mentionOf(to), strings.TrimRight(role, "0123456789"), slices.Clone(r.about[l.id]), l.line); err != nil {
				return err
			}
		}
		return nil
	case 'R':
		if len(fields) < 3 {
			return r.Diagnostic(l.line, l.id, "this is not a relation", "write, for example, R1, a tab and “Pays Arg1:T1 Arg2:T2”")
		}
		if r.isNegated(l.id) {
			r.Losses.Add(1, lossNegated, l.id)
			return nil
		}
		_, from, _ := strings.Cut(fields[1], ":")
		_, to, _ := strings.Cut(fields[2], ":")
		return r.Relate(l.id, r.mentionOf(from), r.mentionOf(to), fields[0], slices.Clone(r.about[l.id]), l.line)
	case '*':
		if len(fields) < 3 {
			return nil
		}
		if strings.EqualFold(fields[0], "equiv") {
			r.Losses.Add(1, "mentions of the same thing in other words, kept as nodes of their own", strings.Join(fields[1:], " "))
			return nil
		}
		for i, to := range fields[2:] {
			if err := r.Relate(l.id, r.mentionOf(fields[1+i]), r.mentionOf(to), fields[0], graph.Attributes{{Name: graph.AttrDirected, Value: graph.BooleanOf(false)}}, l.line); err != nil {
				return err
			}
		}
		return nil
	case 'A', 'M', 'N', '#':
		return nil // already read by attribute
	}
	r.Losses.Drop(graph.LossField, graph.Clip(l.id))
	return nil
}

const lossNegated = "relations that an annotation negates, left out"

// mentionOf returns the trigger of an event, or the id itself.
func (r *decoder) mentionOf(id string) string {
	if trigger := r.triggers[id]; trigger != "" {
		return trigger
	}
	return id
}
