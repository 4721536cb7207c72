package datetext

import (
	"slices"
	"strings"

	"proxynet/network"
)

// date parses the tokens of a whole text.
func (r *reader) date(tokens []token) (Date, error) {
	for len(tokens) > 1 && tokens[0].role == filler {
		tokens = tokens[1:]
	}
	if len(tokens) == 0 {
		return Date{}, r.unread()
	}
	first, rest := tokens[0], tokens[1:]
	last := tokens[len(tokens)-1]
	switch first.role {
	case since:
		return r.since(rest)
	case from:
		if last.role == onward || last.role == filler && last.text == "on" {
			return r.since(rest[:len(rest)-1])
		}
		if d, ok, err := r.span(rest, to, until); ok {
			return d, err
		}
		return r.since(rest)
	case between:
		d, ok, err := r.span(rest, and)
		if !ok {
			return d, r.unread()
		}
		d.Means = network.Within // at some time in the interval, not necessarily all of it
		return d, err
	case until:
		return r.bounded(rest, func(m moment) (string, bool) { return "/" + m.String(), true }, "")
	case before:
		return r.bounded(rest, func(m moment) (string, bool) { day, ok := beside(m, -1); return "/" + day + m.sign(), ok }, network.Within)
	case after:
		return r.bounded(rest, func(m moment) (string, bool) { day, ok := beside(m, 1); return day + m.sign() + "/", ok }, network.Within)
	case knownAt:
		return r.bounded(rest, func(m moment) (string, bool) { return m.String(), true }, network.Known)
	case throughout:
		return r.bounded(rest, func(m moment) (string, bool) { return m.String(), true }, network.Throughout)
	}
	if last.role == onward || last.role == filler && last.text == "on" {
		return r.since(tokens[:len(tokens)-1])
	}
	m, err := r.moment(tokens)
	if err != nil {
		if d, ok, spanErr := r.span(tokens, to, until); ok {
			return d, spanErr
		}
		return Date{}, err
	}
	return single(m), nil
}

// single returns the date of one moment.
func single(m moment) Date {
	if edtf, ok := m.interval(); ok {
		return Date{EDTF: edtf, Plain: m.String()}
	}
	return Date{EDTF: m.String(), Left: m.left()}
}

// left returns the words for a part that EDTF can't express, or "".
func (m moment) left() string { return m.partAs }

// since returns the date of something that began at a moment and continues.
func (r *reader) since(tokens []token) (Date, error) {
	m, err := r.moment(tokens)
	if err != nil {
		return Date{}, err
	}
	d := single(m)
	d.Means, d.Plain, d.Open = network.Began, "", m.String()+"/.."
	return d, nil
}

// bounded returns the date that edtf makes of a moment.
func (r *reader) bounded(tokens []token, edtf func(moment) (string, bool), means network.Meaning) (Date, error) {
	m, err := r.moment(tokens)
	if err != nil {
		return Date{}, err
	}
	text, ok := edtf(m)
	if !ok {
		return Date{}, r.unread()
	}
	return Date{EDTF: text, Means: means, Left: m.left()}, nil
}

// span parses two moments with one of the roles, or a dash, between them. ok reports
// whether there is such a separator.
func (r *reader) span(tokens []token, between ...role) (d Date, ok bool, err error) {
	err = r.unread()
	for i, t := range tokens {
		if i == 0 || t.kind != dash && !(t.kind == word && slices.Contains(between, t.role)) {
			continue
		}
		ok = true
		left, right := tokens[:i], tokens[i+1:]
		if len(right) == 0 && t.kind == dash { // “2010–”: the end is unknown
			m, wrong := r.moment(left)
			return Date{EDTF: m.String() + "/"}, true, wrong
		}
		if len(right) == 1 && right[0].role == now {
			m, wrong := r.moment(left)
			return Date{EDTF: m.String() + "/..", Left: m.left()}, true, wrong
		}
		from, to, wrong := r.ends(left, right)
		if wrong == nil {
			return Date{EDTF: from.String() + "/" + to.String(), Left: strings.TrimSpace(from.left() + " " + to.left())}, true, nil
		}
		err = wrong
	}
	return d, ok, err
}

// ends parses the two ends of a span. Parts that one leaves out come from the other:
// “3–5 May 2016”, “May to July 2016”, “1997–98”.
func (r *reader) ends(left, right []token) (from, to moment, err error) {
	if r.pair(left, right) {
		n := right[0]
		first := left[len(left)-1].text
		n.text = first[:len(first)-len(n.text)] + n.text
		if n.n = atoi(n.text); n.n < left[len(left)-1].n && len(right[0].text) == 2 && strings.HasSuffix(first, "99") {
			n.n += 100 // 1999–00
		}
		n.text = isoYear(n.n)
		right = []token{n}
	}
	if to, err = r.moment(right); err != nil {
		return from, to, err
	}
	if from, err = r.moment(left); err == nil {
		return from, to, nil
	}
	for lent := 1; lent < len(right); lent++ { // first month and year, then the year
		if m, wrong := r.moment(append(slices.Clone(left), right[lent:]...)); wrong == nil {
			return m, to, nil
		}
	}
	return from, to, err
}

// pair reports whether the left end is a year and the right end the last digits of
// another. “2011-5” with a hyphen could also be a month.
func (r *reader) pair(left, right []token) bool {
	if len(right) != 1 || right[0].kind != number || len(right[0].text) > 2 ||
		len(right[0].text) == 1 && strings.Contains(r.text, "-") {
		return false
	}
	last := left[len(left)-1]
	years := slices.IndexFunc(left, func(t token) bool { return t.kind == month || t.kind == season || t.kind == nth }) < 0
	return years && last.kind == number && len(last.text) == 4
}
