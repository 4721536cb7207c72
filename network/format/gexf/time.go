package gexf

import (
	"regexp"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/network/format/internal/dates"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// timeSpans are the times at which an element of a GEXF file exists.
type timeSpans struct {
	spans []string // EDTF, or the file's text if it is no date
	more  int      // times beyond the limit
	open  bool     // a bound is excluded
	clock bool     // a time of day or a time zone was cut off
}

// times removes the attributes with the times of an element, and returns the times.
func (r *decoder) times(e *reader.Element) *timeSpans {
	t := &timeSpans{}
	// If a bound is given twice, the second stays, to be reported.
	start, end := e.Attr("start"), e.Attr("end")
	if start == "" {
		start = e.Attr("startopen")
		t.open = t.open || start != ""
	}
	if end == "" {
		end = e.Attr("endopen")
		t.open = t.open || end != ""
	}
	t.interval(start, end)
	if at := e.Attr("timestamp"); at != "" {
		t.add(t.date(at))
	}
	for _, at := range strings.FieldsFunc(e.Attr("timestamps"), func(c rune) bool { return strings.ContainsRune("<>[](),; ", c) }) {
		t.add(t.date(at))
	}
	if intervals := e.Attr("intervals"); intervals != "" {
		t.intervals(intervals)
	}
	return t
}

// spells reads a list of times.
func (r *decoder) spells(e *reader.Element, t *timeSpans) error {
	return r.xml.Children(e, func(e *reader.Element) error {
		if name := strings.ToLower(e.Name); name != "spell" && name != "slice" {
			return nil
		}
		more := r.times(e)
		for _, span := range more.spans {
			t.add(span)
		}
		t.more, t.open, t.clock = t.more+more.more, t.open || more.open, t.clock || more.clock
		return r.xml.Children(e, nil)
	})
}

// interval adds a time from one date to another.
func (t *timeSpans) interval(start, end string) {
	if start == "" && end == "" {
		return
	}
	from, to := t.bound(start), t.bound(end)
	if from != to || from != ".." { // always: no statement
		t.add(from + "/" + to)
	}
}

// add adds a time unless it is known: older versions of Gephi write a spell in addition
// to the same start and end.
func (t *timeSpans) add(span string) {
	const most = 256 // far more than fit into a note
	switch {
	case slices.Contains(t.spans, span):
	case len(t.spans) == most:
		t.more++
	default:
		t.spans = append(t.spans, span)
	}
}

// intervalPattern matches an interval in a list, as Gephi writes them; a round bracket
// excludes the bound.
var intervalPattern = regexp.MustCompile(`([\[(\]])\s*([^,;\[\]()<>]+?)\s*,\s*([^,;\[\]()<>]+?)\s*([\])\[])`)

func (t *timeSpans) intervals(list string) {
	found := intervalPattern.FindAllStringSubmatch(list, -1)
	if found == nil {
		t.add(list)
	}
	for _, m := range found {
		t.open = t.open || m[1] != "[" || m[4] != "]"
		t.interval(m[2], m[3])
	}
}

// bound returns a date as the bound of an interval, ".." for no date.
func (t *timeSpans) bound(s string) string {
	switch strings.ToLower(strings.TrimPrefix(strings.TrimSpace(s), "+")) {
	case "", "infinity", "-infinity", "inf", "-inf":
		return ".."
	}
	return t.date(s)
}

// date returns a date of a GEXF file as EDTF, and any other text unchanged.
func (t *timeSpans) date(s string) string {
	edtf, clock, ok := dates.ReadMoment(s)
	if !ok {
		return strings.TrimSpace(s)
	}
	t.clock = t.clock || clock
	return edtf
}

// words returns the times in words, "" if there are none.
func (t *timeSpans) words() string {
	words := make([]string, len(t.spans))
	for i, span := range t.spans {
		switch from, to, interval := strings.Cut(span, "/"); {
		case !interval:
			words[i] = span
		case from == "..":
			words[i] = "until " + to
		case to == "..":
			words[i] = "from " + from
		default:
			words[i] = from + " to " + to
		}
	}
	return strings.Join(words, ", ")
}

// keep adds the times of an edge to its attributes: a single date as the period, any
// others in words, since a relation has one period.
func (t *timeSpans) keep(as *graph.Attributes, losses *graph.Losses) {
	t.report(losses)
	if len(t.spans) == 1 {
		if _, err := file.ParseDate(t.spans[0]); err == nil {
			as.Add(graph.AttrSpan, graph.TextOf(t.spans[0]))
			return
		}
	}
	as.Add(graph.AttrTimes, graph.TextOf(t.words()))
}

// report counts the times, and parts of times, that are lost.
func (t *timeSpans) report(losses *graph.Losses) {
	if len(t.spans) > 0 && t.open {
		losses.Add(1, graph.LossOpen, graph.Clip(t.spans[0]))
	}
	if t.more > 0 {
		losses.DropMany(graph.LossFull, graph.AttrTimes, t.more)
	}
	if len(t.spans) > 0 && t.clock {
		losses.Add(1, graph.LossTime, graph.Clip(t.spans[0]))
	}
}
