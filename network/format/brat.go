package format

import (
	"io"
	"strconv"
	"strings"
)

// readBrat reads the standoff annotations of brat (.ann): mentions, the relations
// and events between them, and what else is said of them.
// https://brat.nlplab.org/standoff.html
func readBrat(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &bratReader{mentions: newMentions(in, o, losses), lines: newLineReader(in), triggers: map[string]string{}}
	r.needArticle()
	var later []bratLine // which may come before what they name
	for {
		line, err := r.lines.next()
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
			return nil, r.fault(r.lines.line, "", "this line is not an annotation", "write an id, a tab and the annotation")
		}
		if id[0] == 'T' {
			err = r.mention(id, rest)
		} else if later = append(later, bratLine{id, rest, r.lines.line}); len(later) > r.limits.Nodes+r.limits.Edges {
			err = r.tooManyEdges(r.lines.line)
		} else {
			err = r.fits(r.lines.line, id, nil, len(line))
		}
		if err != nil {
			return nil, err
		}
	}
	for _, read := range []func(l bratLine) error{r.event, r.relation} {
		for _, l := range later {
			if err := read(l); err != nil {
				return nil, err
			}
		}
	}
	return r.finish(r.all)
}

type bratReader struct {
	*mentions
	lines    *lineReader
	all      []*mention
	triggers map[string]string // of events: the mention that stands for each
}

// bratLine is an annotation: its id, and what it says.
type bratLine struct {
	id, rest string
	line     int
}

// mention reads “Person 0 5⇥words”, whose place may be in several pieces.
func (r *bratReader) mention(id, rest string) error {
	place, words, ok := strings.Cut(rest, "\t")
	fields := strings.Fields(place)
	if !ok || len(fields) < 3 {
		return r.fault(r.lines.line, id, "this is not a mention", "write, for example, T1, a tab, “Person 0 5”, a tab and the words")
	}
	one := &mention{id: id, sort: fields[0], words: words, line: r.lines.line}
	start, err := strconv.Atoi(fields[1])
	end, err2 := strconv.Atoi(fields[len(fields)-1])
	if err != nil || err2 != nil || start < 0 || end <= start {
		return r.fault(r.lines.line, id, "its position is not two numbers", "write the start and the end of the words, counted in characters")
	}
	if len(fields) == 3 {
		one.start, one.end = start, end
	} else {
		r.losses.add(1, "positions of mentions in several pieces, left out", id)
	}
	r.all = append(r.all, one)
	return r.add(one)
}

// event reads “Pay:T3 Agent:T1 Theme:T2”: the trigger stands for the event.
func (r *bratReader) event(l bratLine) error {
	if l.id[0] != 'E' {
		return nil
	}
	fields := strings.Fields(l.rest)
	if len(fields) == 0 {
		return r.fault(l.line, l.id, "this is not an event", "write, for example, E1, a tab and “Pay:T3 Agent:T1”")
	}
	_, trigger, _ := strings.Cut(fields[0], ":")
	r.triggers[l.id] = trigger
	return nil
}

// relation reads any other annotation.
func (r *bratReader) relation(l bratLine) error {
	fields := strings.Fields(l.rest)
	switch l.id[0] {
	case 'E':
		for _, part := range fields[1:] {
			role, to, _ := strings.Cut(part, ":")
			if err := r.relate(l.id, r.triggers[l.id], r.stands(to), strings.TrimRight(role, "0123456789"), nil, l.line); err != nil {
				return err
			}
		}
		return nil
	case 'R':
		if len(fields) < 3 {
			return r.fault(l.line, l.id, "this is not a relation", "write, for example, R1, a tab and “Pays Arg1:T1 Arg2:T2”")
		}
		_, from, _ := strings.Cut(fields[1], ":")
		_, to, _ := strings.Cut(fields[2], ":")
		return r.relate(l.id, r.stands(from), r.stands(to), fields[0], nil, l.line)
	case '*':
		if len(fields) < 3 {
			return nil
		}
		for i, to := range fields[2:] {
			if err := r.relate(l.id, r.stands(fields[1+i]), r.stands(to), fields[0], Attributes{{attrDirected, truth(false)}}, l.line); err != nil {
				return err
			}
		}
		return nil
	case 'A', 'M', 'N', '#':
		if len(fields) < 2 {
			return nil
		}
		one := r.byID[r.stands(fields[1])]
		if one == nil {
			r.losses.drop("attributes and notes of relations, left out", fields[0])
			return nil
		}
		name, value := fields[0], strings.Join(fields[2:], " ")
		if value == "" {
			value = "true"
		}
		one.attributes.add(name, text(value))
		return r.few(l.line, len(one.attributes))
	}
	r.losses.drop(lossField, clip(l.id))
	return nil
}

// stands returns the mention that stands for an event, or the id as it is.
func (r *bratReader) stands(id string) string {
	if trigger := r.triggers[id]; trigger != "" {
		return trigger
	}
	return id
}
