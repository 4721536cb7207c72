package format_test

import (
	"strings"
	"testing"

	"proxynet/network/format"
)

// TestDatesInTables imports dates in words from tables, and reads them as in an
// author's file.
func TestDatesInTables(t *testing.T) {
	tests := []struct {
		table string // a header and a row, after the ends of the edge
		want  string // the period, its meaning, and its text
		loss  string
	}{
		{"Date\nspring 2019", "2019-21", ""},
		{"Date\ncirca 1990s", "199X~", ""},
		{"Date\nfall 2019", "2019-23", ""},
		{"Date\n19th century", "18XX", ""},
		{"Date\nSept. 2016", "2016-09", ""},
		{"Date\n17th of May 2016", "2016-05-17", ""},
		{"Date\nsince 2010", "2010 began", ""},
		{"Date\nbefore 2010", "/2009 within", ""},
		{"Date\nby 2019", "2019 known", ""},
		{"Period\n2010 – present", "2010/..", ""},
		{"Period\nfrom 2010 to 2015", "2010/2015", ""},
		{"Period\n1997-98", "1997/1998", ""},
		{"Period\nearly May 2016", `2016-05 "early May 2016"`, ""},
		{"Period\nlate 1950s", "1955~/1959 began", ""},
		{"Period,past\nlate 1950s,true", "1955~/1959 within", ""},
		{"Start,End\nspring 2019,May 2020", "2019-21/2020-05", ""},
		{"Start,End\n2010,present", "2010/..", ""},
		{"Start,End\n,2015 or so", "/2015~", ""},
		{"Start,End\nlate 1950s,1963", `195X/1963 "late 1950s – 1963"`, ""},
		{"Start,End\nlate 1950s,", `195X/ "late 1950s"`, ""},
		{"Since\nMay 2016", "2016-05/..", ""},
		{"Date\n2003-05-01 00:00:00", "2003-05-01", ""},
		{"Date\n2003-05-01 10:30", "2003-05-01", "times of day and time zones, left out of dates: 1"},
		{"Date\n2003-05-01T10:30:00Z", "2003-05-01", "times of day and time zones, left out of dates: 1"},
		{"Date\n0000-00-00", "", "dates that can't be read"},
		{"Date\n2001/02", "", "dates that can't be read"},
		{"Date\nQ1 2019", "", "dates that can't be read"},
		{"Date\n31 February 2019", "", "dates that can't be read"},
		{"Start,End\n,present", "", "dates that can't be read"},
		{"Start,End\nbefore 2010,2015", "", "dates that can't be read"},
		{"Start,End\n2010,5", "", "dates that can't be read"},
	}
	for _, test := range tests {
		head, row, _ := strings.Cut(test.table, "\n")
		n, losses, err := tables(t, format.DefaultOptions(), "Source,Target,"+head+"\na,b,"+row+"\n")
		if err != nil {
			t.Errorf("%q: %v", test.table, err)
			continue
		}
		got := ""
		if d := n.Relations[0].Period; d != nil {
			got = strings.TrimSpace(d.EDTF + " " + string(d.Means))
			if d.Words != "" {
				got += ` "` + d.Words + `"`
			}
		}
		if got != test.want {
			t.Errorf("%q: got %s, want %s; losses %q", test.table, got, test.want, losses)
		}
		if all := strings.Join(losses, "\n"); test.loss != "" && !strings.Contains(all, test.loss) || test.loss == "" && strings.Contains(all, "dates") {
			t.Errorf("%q: got losses %q, want %q", test.table, losses, test.loss)
		}
	}
}

// TestDatesOfPrograms imports dates as other programs write them: unreadable dates are
// kept, and times of day are reported.
func TestDatesOfPrograms(t *testing.T) {
	ftm := func(properties string) string {
		return `{"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"],` + properties + `}}
{"id":"a","schema":"Person","properties":{"name":["Anna"]}}
{"id":"b","schema":"Company","properties":{"name":["Boats"]}}`
	}
	stix := func(times string) string {
		return `{"type":"bundle","id":"bundle--1","objects":[{"type":"identity","id":"identity--1","name":"A"},{"type":"identity","id":"identity--2","name":"B"},
{"type":"relationship","id":"relationship--1","source_ref":"identity--1","target_ref":"identity--2","relationship_type":"uses",` + times + `}]}`
	}
	const clock = "times of day and time zones, left out of dates: 1"
	tests := []struct{ form, text, period, note, loss string }{
		{"ftm", ftm(`"startDate":["2001-05-01T10:30:00"]`), "2001-05-01/", "", clock},
		{"ftm", ftm(`"date":["2001-05-01T10:30:00"]`), "2001-05-01", "", clock},
		{"ftm", ftm(`"startDate":["2001"],"endDate":["soon"]`), "2001/", "endDate soon", ""},
		{"ftm", ftm(`"startDate":["2001","2002"]`), "", "startDate 2001, 2002", ""},
		{"stix", stix(`"start_time":"2001-05-01T10:30:00Z"`), "2001-05-01/", "", clock},
		{"stix", stix(`"start_time":"2001-05-01","stop_time":"soon"`), "2001-05-01/", "stop_time soon", ""},
		{"stix", stix(`"start_time":"2003-05-01","stop_time":"2001-05-01"`), "", "start_time 2003-05-01; stop_time 2001-05-01", ""},
		{"gexf", `<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b" start="1980.0" end="2.1.1990"/></edges></graph></gexf>`, "1980/1990-01-02", "", ""},
		{"gexf", `<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b" start="late 1950s"/></edges></graph></gexf>`, "", "from late 1950s", ""},
	}
	for _, test := range tests {
		n, losses, err := parse(test.form, test.text, format.DefaultLimits())
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		r := n.Relations[0]
		got := ""
		if r.Period != nil {
			got = r.Period.EDTF
		}
		if all := strings.Join(losses.Lines(), "\n"); got != test.period || !strings.Contains(r.Note, test.note) || !strings.Contains(all, test.loss) {
			t.Errorf("%s: got period %q and note %q, want %q and %q; losses %q, want %q", test.text, got, r.Note, test.period, test.note, all, test.loss)
		}
	}
}
