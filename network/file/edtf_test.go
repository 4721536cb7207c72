package file_test

import (
	"errors"
	"testing"

	"proxynet/network/file"
)

// TestParseDate parses the examples for levels 0 and 1 in the specification, and checks
// the days that they cover.
func TestParseDate(t *testing.T) {
	tests := []struct{ expression, earliest, latest string }{
		// Level 0
		{"1985-04-12", "1985-04-12", "1985-04-12"},
		{"1985-04", "1985-04-01", "1985-04-30"},
		{"1985", "1985-01-01", "1985-12-31"},
		{"1985-04-12T23:20:30", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30-04:00", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"},
		{"1964/2008", "1964-01-01", "2008-12-31"},
		{"2004-06/2006-08", "2004-06-01", "2006-08-31"},
		{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"},
		{"2004-02-01/2005-02", "2004-02-01", "2005-02-28"},
		{"2004-02-01/2005", "2004-02-01", "2005-12-31"},
		{"2005/2006-02", "2005-01-01", "2006-02-28"},
		// Letter-prefixed years
		{"Y170000002", "+170000002-01-01", "+170000002-12-31"},
		{"Y-170000002", "-170000002-01-01", "-170000002-12-31"},
		// Seasons
		{"2001-21", "2001-03-01", "2001-05-31"},
		{"2001-22", "2001-06-01", "2001-08-31"},
		{"2001-23", "2001-09-01", "2001-11-30"},
		{"2001-24", "2001-12-01", "2002-02-28"},
		// Qualified dates
		{"1984?", "1984-01-01", "1984-12-31"},
		{"2004-06~", "2004-06-01", "2004-06-30"},
		{"2004-06-11%", "2004-06-11", "2004-06-11"},
		// Unspecified digits
		{"201X", "2010-01-01", "2019-12-31"},
		{"20XX", "2000-01-01", "2099-12-31"},
		{"2004-XX", "2004-01-01", "2004-12-31"},
		{"1985-04-XX", "1985-04-01", "1985-04-30"},
		{"1985-XX-XX", "1985-01-01", "1985-12-31"},
		// Extended intervals
		{"1985-04-12/..", "1985-04-12", ""},
		{"1985-04/..", "1985-04-01", ""},
		{"1985/..", "1985-01-01", ""},
		{"../1985-04-12", "", "1985-04-12"},
		{"../1985-04", "", "1985-04-30"},
		{"../1985", "", "1985-12-31"},
		{"1985-04-12/", "1985-04-12", ""},
		{"1985-04/", "1985-04-01", ""},
		{"1985/", "1985-01-01", ""},
		{"/1985-04-12", "", "1985-04-12"},
		{"/1985-04", "", "1985-04-30"},
		{"/1985", "", "1985-12-31"},
		{"1984~/2004-06", "1984-01-01", "2004-06-30"},
		// Negative years
		{"-1985", "-1985-01-01", "-1985-12-31"},
		// Beyond the examples
		{"199X~", "1990-01-01", "1999-12-31"},
		{"-198X", "-1989-01-01", "-1980-12-31"},
		{"0000", "0000-01-01", "0000-12-31"},
		{"2000-02", "2000-02-01", "2000-02-29"},
		{"1900-02", "1900-02-01", "1900-02-28"},
		{"2024-02-29", "2024-02-29", "2024-02-29"},
		{"2020/2020-03", "2020-01-01", "2020-03-31"},
	}
	for _, test := range tests {
		t.Run(test.expression, func(t *testing.T) {
			d, err := file.ParseDate(test.expression)
			if err != nil {
				t.Fatal(err)
			}
			if d.Earliest != test.earliest || d.Latest != test.latest || d.EDTF != test.expression {
				t.Errorf("got %q: %q to %q, want %q to %q", d.EDTF, d.Earliest, d.Latest, test.earliest, test.latest)
			}
		})
	}
}

func TestParseDateDiagnostics(t *testing.T) {
	const (
		notLevel1 = ": it is not of EDTF level 1; write for example 1980, 199X, 2020-01-03, 1980~, 1980/1988 or 2020/.."
		oneDate   = " has no date at either end; give it a date at one end, such as 2020/.., or leave it out"
	)
	tests := []struct{ expression, want string }{
		{"", `bad date ""` + notLevel1},
		{"soon", `bad date "soon"` + notLevel1},
		{"85", `bad date "85"` + notLevel1},
		{"1980-1988", `bad date "1980-1988"` + notLevel1},
		{"3 January 2020", `bad date "3 January 2020"` + notLevel1},
		{"2020-1-3", `bad date "2020-1-3"` + notLevel1},
		{"1990s", `bad date "1990s": it is not of EDTF level 1; write for example 1980, 199X, 2020-01-03, 1980~, 1980/1988 or 2020/..`},
		{"-0000", `bad date "-0000"` + notLevel1},
		{"Y1985", `bad date "Y1985"` + notLevel1},
		{"1985~?", `bad date "1985~?"` + notLevel1},
		{"1985-04-12T25:00:00", `bad date "1985-04-12T25:00:00"` + notLevel1},
		{"1985-04T10:00:00", `bad date "1985-04T10:00:00"` + notLevel1},
		{"1985/1986/1987", `bad date "1985/1986/1987"` + notLevel1},
		{"1XXX", `bad date "1XXX"` + notLevel1},
		{"199X-04", `"199X-04" is not of EDTF level 1: after an X, only X may follow; write for example 199X, 2004-XX or 1985-XX-XX`},
		{"1985-XX-04", `"1985-XX-04" is not of EDTF level 1: after an X, only X may follow; write for example 199X, 2004-XX or 1985-XX-XX`},
		{"2023-02-30", `"2023-02-30" is a day that does not exist; write a day from 01 to 28`},
		{"2023-04-31", `"2023-04-31" is a day that does not exist; write a day from 01 to 30`},
		{"1985-04-31T10:00:00", `"1985-04-31T10:00:00" is a day that does not exist; write a day from 01 to 30`},
		{"2023-00", `"2023-00" has no such month; write a month from 01 to 12, or a season from 21 (spring) to 24 (winter)`},
		{"2023-25", `"2023-25" has no such month; write a month from 01 to 12, or a season from 21 (spring) to 24 (winter)`},
		{"2023-21-01", `"2023-21-01" has no such month; write a month from 01 to 12, or a season from 21 (spring) to 24 (winter)`},
		{"2008/1964", `the interval "2008/1964" ends before it begins; write the earlier date first`},
		{"2020-05-02/2020-05-01", `the interval "2020-05-02/2020-05-01" ends before it begins; write the earlier date first`},
		{"/", `the interval "/"` + oneDate},
		{"../..", `the interval "../.."` + oneDate},
		{"/..", `the interval "/.."` + oneDate},
	}
	for _, test := range tests {
		t.Run(test.expression, func(t *testing.T) {
			_, err := file.ParseDate(test.expression)
			var bad *file.ValueError
			if !errors.As(err, &bad) {
				t.Fatalf("got %v, want a ValueError", err)
			}
			if bad.Error() != test.want {
				t.Errorf("got  %s\nwant %s", bad, test.want)
			}
		})
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"1980", "199X", "-20XX", "2020-01-03", "1980~", "2020/..", "../1985-XX", "2001-24?", "Y-170000002", "1985-04-12T23:20:30Z", "1990s", "//"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, expression string) {
		d, err := file.ParseDate(expression)
		if err != nil {
			return
		}
		if d.Earliest == "" && d.Latest == "" {
			t.Errorf("%q: no bound at all", expression)
		}
		// Days of four-digit years sort as text.
		plain := len(d.Earliest) == len("2006-01-02") && len(d.Latest) == len("2006-01-02")
		if plain && d.Latest < d.Earliest {
			t.Errorf("%q: %s is before %s", expression, d.Latest, d.Earliest)
		}
	})
}

// TestParseInterval checks the days between which an interval certainly lasts: "" is an
// open end; if one end is unknown, only the other is certain.
func TestParseInterval(t *testing.T) {
	tests := []struct{ expression, begun, lasts string }{
		{"1984/2004-06", "1984-12-31", "2004-06-01"},
		{"1984~/2004-06-03", "1984-12-31", "2004-06-03"},
		{"2020-01/..", "2020-01-31", ""},
		{"../2020-01-03", "", "2020-01-03"},
		{"/2020-01", "2020-01-01", "2020-01-01"},
		{"1980/", "1980-12-31", "1980-12-31"},
		{"198X/199X", "1989-12-31", "1990-01-01"},
		{"1984", "", ""},
		{"199X", "", ""},
	}
	for _, test := range tests {
		d, err := file.ParseDate(test.expression)
		if err != nil {
			t.Fatal(err)
		}
		if d.Begun != test.begun || d.Lasts != test.lasts {
			t.Errorf("%s: got %q to %q, want %q to %q", test.expression, d.Begun, d.Lasts, test.begun, test.lasts)
		}
	}
}
