package file

import (
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network"
	"proxynet/network/file/datetext"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// WrittenDate is a date in words in the author's file, such as “spring 2019”, with its
// meaning.
type WrittenDate struct {
	ID     string // of the record
	Field  string
	Spot   Spot   // of the text
	Text   string // as written
	Inside bool   // the text is the “edtf” of a record
	Date   network.Date
	Left   string // words that EDTF can't express
}

// writtenDate parses a date in words, given the reason why it is not EDTF. The error is
// a [*ValueError].
func (r dateReader) writtenDate(n *yaml.Node, at dateField, notEDTF error) (WrittenDate, error) {
	w := WrittenDate{ID: r.name, Field: at.field, Spot: spotOf(n), Text: n.Value, Inside: at.inside}
	read, err := datetext.Read(n.Value, r.writtenIn)
	var unclear *datetext.Unclear
	switch {
	case errors.As(err, &unclear) && looksWritten(n.Value):
		return w, &ValueError{unclear.Problem, unclear.Fix}
	case err != nil:
		return w, notEDTF
	}
	edtf, means, err := r.claimOf(read, n.Value, at)
	if err != nil {
		return w, err
	}
	w.Left = read.Left
	if w.Date, err = ParseDate(edtf); err != nil {
		if !looksWritten(n.Value) {
			err = notEDTF
		}
		return w, err
	}
	setMeaning(&w.Date, means)
	return w, nil
}

// claimOf returns the EDTF expression and the meaning of a date in a field.
func (r dateReader) claimOf(read datetext.Date, text string, at dateField) (string, network.Meaning, error) {
	may := func(m network.Meaning) bool { return slices.Contains(at.means, m) }
	if read.Plain != "" && at.given == "" { // a single moment, with its default meaning
		switch past := r.fields["past"]; {
		case may(network.Began) && (past == nil || past.Value != "true"):
			return read.EDTF, network.Began, nil
		case may(network.Within):
			return read.EDTF, network.Within, nil
		}
		return read.Plain, "", nil
	}
	switch {
	case read.Means == "", read.Means == at.given:
		return read.EDTF, at.given, nil
	case at.given != "":
		return "", "", &ValueError{message.New("the date %s means %s, but “means” says %s", visible.Show(text), read.Means, at.given), message.New("take “means” out, or write the date without such words")}
	case may(read.Means):
		return read.EDTF, read.Means, nil
	case read.Open != "" && len(at.means) > 0:
		return read.Open, "", nil
	}
	return "", "", &ValueError{message.New("%s can't be a %q", visible.Show(text), at.field), message.New("write the day, month or year itself, such as 2010-05")}
}

// looksWritten reports whether a text is a date in words or with slashes, rather than
// EDTF with a slip.
func looksWritten(text string) bool {
	words := strings.ContainsFunc(text, func(c rune) bool { return c > '9' && c != 'X' && c != 'T' && c != 'Z' && c != 'Y' && c != '~' })
	return words || strings.Count(text, "/") > 1 || strings.Count(text, ".") > 1 && !strings.Contains(text, "..")
}

// Explain returns in words the days on which a date claims that something held.
func Explain(d *network.Date) string {
	days := func(from, to string) string {
		switch {
		case from == "" && to == "":
			return "at a time that is open"
		case from == "":
			return "up to " + to
		case to == "":
			return "from " + from + " on"
		case from == to:
			return "on " + from
		}
		return "some time from " + from + " to " + to
	}
	switch d.Means {
	case network.Known:
		return "held " + days(d.Lasts, d.Begun) + "; beginning and end are open"
	case network.Began:
		return "began " + days(d.Earliest, d.Begun)
	case network.Throughout:
		return "from " + d.Earliest + " to " + d.Latest
	case network.Within:
		return days(d.Earliest, d.Latest) + ", and at no other time"
	}
	if !d.Interval() {
		return days(d.Earliest, d.Latest)
	}
	end := func(day, open string) string {
		if day == "" {
			return open
		}
		return day
	}
	return "from " + end(d.Earliest, "an open beginning") + " to " + end(d.Latest, "an open end")
}
