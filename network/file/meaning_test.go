package file_test

import (
	"fmt"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

// TestDateClaims reads a period from an author's file and checks which dates around it
// are present, past, not yet or open.
func TestDateClaims(t *testing.T) {
	const source = "2024-02-01"
	const present, notYet, past, open = network.Present, network.NotYet, network.Past, network.Open
	type at struct {
		date string
		want network.TemporalStatus
	}
	tests := []struct {
		name   string
		period string // replaces the dates of the spring of 2019
		past   bool
		at     []at
	}{
		{"known in a year", "{edtf: 2019, means: known}", false, []at{{"1950", open}, {"2018", open}, {"2019", present}, {"2019-06", open}, {"2020", open}, {"2024-02", open}}},
		{"known on a day", "{edtf: 2019-05-04, means: known}", false, []at{{"2019-05-03", open}, {"2019-05-04", present}, {"2019-05", present}, {"2019", present}, {"2019-05-05", open}}},
		{"known from one day to another", "{edtf: 2019-05-04/2021, means: known}", false, []at{{"2019-05-03", open}, {"2020", present}, {"2021-01-01", present}, {"2021-06", open}, {"2022", open}}},
		{"known since a year", "{edtf: 2019/.., means: known}", false, []at{{"2010", open}, {"2019", present}, {"2024-02", present}}},
		{"known while past", "{edtf: 2019, means: known}", true, []at{{"2010", open}, {"2019", present}, {"2022", open}, {"2024-02", past}}},
		{"began", "{edtf: 2019, means: began}", false, []at{{"2018", notYet}, {"2019-06", open}, {"2019", present}, {"2024-02", present}}},
		{"began and is past", "{edtf: 2019, means: began}", true, []at{{"2018", notYet}, {"2019", open}, {"2021", open}, {"2024-02", past}}},
		{"began between two years", "{edtf: 1980/1983~, means: began}", false, []at{{"1979", notYet}, {"1980", open}, {"1982", open}, {"1983", present}, {"2024-02", present}}},
		{"began not after a year", "{edtf: /1980, means: began}", false, []at{{"1900", open}, {"1979", open}, {"1980", present}, {"2024-02", present}}},
		{"began not before a year", "{edtf: 1980/, means: began}", false, []at{{"1979", notYet}, {"1980", open}, {"2024-02", open}}},
		{"within a decade", "{edtf: 199X, means: within}", false, []at{{"1989", notYet}, {"1995", open}, {"2000", past}}},
		{"within an interval", "{edtf: 2001/2003~, means: within}", true, []at{{"2000", notYet}, {"2001", open}, {"2002", open}, {"2003", open}, {"2004", past}}},
		{"within a day", "{edtf: 2001-02-03, means: within}", true, []at{{"2001-02-02", notYet}, {"2001-02-03", present}, {"2001", present}, {"2001-02-04", past}}},
		{"not after a day", "{edtf: /2020-01-03, means: within}", true, []at{{"1900", open}, {"2020-01-03", open}, {"2020", open}, {"2020-01-04", past}, {"2024-02", past}}},
		{"not after a day, with an open beginning", "{edtf: ../2020-01-03, means: within}", true, []at{{"1900", open}, {"2020-01", open}, {"2021", past}}},
		{"not before a day", "{edtf: 2020-01-03/.., means: within}", false, []at{{"2020-01-02", notYet}, {"2020", open}, {"2024-02", open}}},
		{"throughout a year", "{edtf: 2001, means: throughout}", true, []at{{"2000", notYet}, {"2001-01-01", present}, {"2001-12-31", present}, {"2002", past}}},
		{"throughout a decade, of what isn’t past", "{edtf: 199X, means: throughout}", false, []at{{"1989", notYet}, {"1995", present}, {"2000", past}}},

		// Format 1, before “means” was added.
		{"an interval by itself", "1998~/2020-01-03", true, []at{{"1997", notYet}, {"1998-06", open}, {"2010", present}, {"2020-01-03", present}, {"2020-02", past}}},
		{"an end by itself", "/2020-01-03", true, []at{{"1900", open}, {"2020-01", present}, {"2020-02", past}}},
		{"a single date by itself", "2019", false, []at{{"2018", notYet}, {"2019-06", open}, {"2024-02", present}}},
		{"a single date of what is past", "2019", true, []at{{"2018", notYet}, {"2019-06", open}, {"2020", past}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			period := "period: &since " + test.period
			if test.past {
				period += "\n    past: true"
			}
			data := harbour(t, "period: &since {edtf: 2019-21/.., words: Since the spring of 2019}", period)
			d, err := file.Read("h", data)
			if err != nil {
				t.Fatal(err)
			}
			again, err := file.Read("again", file.Encode(d.Network))
			if err != nil {
				t.Fatalf("what is written can't be read again: %v", err)
			}
			for _, n := range []*network.Network{d.Network, again.Network} {
				r := find(t, n, "yard-board")
				for _, at := range test.at {
					m, err := network.ParseDateRange(at.date)
					if err != nil {
						t.Fatal(err)
					}
					if got := r.TemporalStatus(m, source); got != at.want {
						t.Errorf("as of %s: got %d, want %d", at.date, got, at.want)
					}
				}
			}
		})
	}
}

// TestOpenIsNeverAbsent checks that a claim with an open start is never absent before
// its period, and one with an open end never absent after it.
func TestOpenIsNeverAbsent(t *testing.T) {
	for _, expression := range []string{"1980", "198X", "19XX", "2001-21", "2020-01", "2020-01-03", "1998~/2020-01-03", "2020/..", "/1999", "../1999", "1990/"} {
		d, err := file.ParsePeriod(expression, network.Known)
		if err != nil {
			t.Fatal(err)
		}
		r := network.Relation{Period: &d}
		for year := 1900; year < 2100; year++ {
			m := network.DateRange{First: fmt.Sprintf("%d-01-01", year), Last: fmt.Sprintf("%d-12-31", year)}
			if r.TemporalStatus(m, "2024-02-01").Absent() {
				t.Fatalf("%s, known: absent in %d", expression, year)
			}
		}
	}
}
