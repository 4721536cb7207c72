package network_test

import (
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

func TestParseDateRange(t *testing.T) {
	tests := []struct{ text, first, last string }{
		{"1980", "1980-01-01", "1980-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2023-02", "2023-02-01", "2023-02-28"},
		{"2020-01-03", "2020-01-03", "2020-01-03"},
	}
	for _, test := range tests {
		got, err := network.ParseDateRange(test.text)
		if want := (network.DateRange{First: test.first, Last: test.last}); got != want || err != nil {
			t.Errorf("%s: got %v, %v; want %v", test.text, got, err, want)
		}
	}
	for _, text := range []string{"", "198X", "2020-13", "2023-02-29", "2020-1", "20200103", "2020/..", "2020~", "-044", "2020-01-03T00:00:00Z"} {
		if got, err := network.ParseDateRange(text); err == nil {
			t.Errorf("%q: got %v and no error", text, got)
		}
	}
}

func TestHolds(t *testing.T) {
	const source = "2024-02-01" // the earliest day that the source can be from
	tests := []struct {
		name, period string
		past         bool
		moment       string
		want         bool
	}{
		{"no period, at any date", "", false, "1066", true},
		{"no period, at the source's", "", false, "2024-02", true},
		{"past without a period, before the source", "", true, "2023", true},
		{"past without a period, up to the day before the source", "", true, "2024-01-31", true},
		{"past without a period, in the source's month", "", true, "2024-02", false},
		{"past without a period, in the source's year", "", true, "2024", false},

		{"an unknown start", "/2020-01-03", true, "1980", true},
		{"on the last day", "/2020-01-03", true, "2020-01-03", true},
		{"after the last day", "/2020-01-03", true, "2020-01-04", false},
		{"in the last month", "/2020-01-03", true, "2020-01", true},
		{"an open end, before", "2020-01/..", false, "2019-12-31", false},
		{"an open end, on the first day it can mean", "2020-01/..", false, "2020-01-01", true},
		{"an open end, years on", "2020-01/..", false, "2024", true},
		{"an open end, but past", "2020-01/..", true, "2024-02", false},
		{"an interval that isn't past ends too", "1980/1988", false, "1989", false},

		{"a single date bounds what is past", "2001", true, "2002", false},
		{"and before", "2001", true, "2000", false},
		{"and holds then", "2001", true, "2001-10", true},
		{"an unspecified digit bounds widely", "198X", true, "1989-12-31", true},
		{"and no wider", "198X", true, "1990", false},
		{"a single date begins what isn't past", "1980", false, "1979", false},
		{"which goes on", "1980", false, "2024", true},
		{"an approximate date", "2024-02-02~", false, "2024-02-01", false},

		{"years before the common era", "-0043-03-15", true, "0044", false},
		{"a year of five digits", "Y12345", true, "2024", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := network.Relation{Past: test.past}
			if test.period != "" {
				d, err := file.ParseDate(test.period)
				if err != nil {
					t.Fatal(err)
				}
				r.Period = &d
			}
			m, err := network.ParseDateRange(test.moment)
			if err != nil {
				t.Fatal(err)
			}
			if got := r.Holds(m, source); got != test.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestHoldsWithoutTheSourcesDate(t *testing.T) {
	r := network.Relation{Past: true}
	if !r.Holds(network.DateRange{First: "2024-01-01", Last: "2024-12-31"}, "") {
		t.Error("nothing says that it was over then")
	}
}
