package network_test

import (
	"testing"

	"proxynet/network"
)

func TestTemporalStatus(t *testing.T) {
	const source = "2024-02-01"
	instant := func(first, last string) *network.Date { return &network.Date{Earliest: first, Latest: last} }
	decade := instant("1980-01-01", "1989-12-31")
	day := instant("2020-01-03", "2020-01-03")
	since := &network.Date{EDTF: "2020-01/..", Earliest: "2020-01-01", Begun: "2020-01-31"}
	until := &network.Date{EDTF: "/2020-01-03", Begun: "2020-01-03", Lasts: "2020-01-03", Latest: "2020-01-03"}
	from := &network.Date{EDTF: "1980/", Earliest: "1980-01-01", Begun: "1980-12-31", Lasts: "1980-12-31"}
	lasting := &network.Date{EDTF: "1998/2020-01-03", Earliest: "1998-01-01", Begun: "1998-12-31", Lasts: "2020-01-03", Latest: "2020-01-03"}
	vague := &network.Date{EDTF: "198X/198X", Earliest: "1980-01-01", Begun: "1989-12-31", Lasts: "1980-01-01", Latest: "1989-12-31"}
	ancient := &network.Date{EDTF: "-0044-03-15/0014-08-19", Earliest: "-0044-03-15", Begun: "-0044-03-15", Lasts: "0014-08-19", Latest: "0014-08-19"} // BC, before 4 digits sort as text

	tests := []struct {
		name   string
		period *network.Date
		past   bool
		at     string
		source string
		want   network.TemporalStatus
	}{
		{"undated, at the source", nil, false, "2024-02", source, network.Present},
		{"undated, before the source", nil, false, "2023", source, network.Open},
		{"undated, of a source without a date", nil, false, "1980", "", network.Present},
		{"past, at the source", nil, true, "2024-02", source, network.Past},
		{"past, before the source", nil, true, "1980", source, network.Open},
		{"past, of a source without a date", nil, true, "1980", "", network.Open},

		{"a day, its month", day, true, "2020-01", source, network.Present},
		{"a day, the day before", day, true, "2020-01-02", source, network.NotYet},
		{"a day, the day after", day, true, "2020-01-04", source, network.Past},
		{"a decade, a year of it", decade, true, "1985", source, network.Open},
		{"a decade, a year after", decade, true, "1990", source, network.Past},
		{"what isn't past began on its date", day, false, "2022", source, network.Present},
		{"and not before", day, false, "2020-01-02", source, network.NotYet},
		{"and is open in its decade", decade, false, "1985", source, network.Open},

		{"an open end, before", since, false, "2019", source, network.NotYet},
		{"an open end, while it begins", since, false, "2020-01-05", source, network.Open},
		{"an open end, its first month", since, false, "2020-01", source, network.Present},
		{"an open end, long after", since, false, "2024", source, network.Present},
		{"past with an open end, at the source", since, true, "2024-02", source, network.Past},
		{"no known beginning, before", until, true, "2015", source, network.Open},
		{"no known beginning, at its end", until, true, "2020-01", source, network.Present},
		{"no known beginning, after", until, true, "2020-02", source, network.Past},
		{"no known end, at its beginning", from, false, "1980", source, network.Present},
		{"no known end, after", from, false, "1995", source, network.Open},
		{"an interval, before", lasting, true, "1997", source, network.NotYet},
		{"an interval, within", lasting, true, "2015", source, network.Present},
		{"an interval, its last month", lasting, true, "2020-01", source, network.Present},
		{"an interval, after", lasting, true, "2020-01-04", source, network.Past},
		{"an interval without a sure day", vague, true, "1985", source, network.Open},
		{"years before the first", ancient, true, "0001", source, network.Present},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, err := network.ParseDateRange(test.at)
			if err != nil {
				t.Fatal(err)
			}
			r := network.Relation{Period: test.period, Past: test.past}
			got := r.TemporalStatus(m, test.source)
			if got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
			if holds := r.Holds(m, test.source); holds == got.Absent() {
				t.Errorf("holds is %t beside presence %d", holds, got)
			}
		})
	}
}
