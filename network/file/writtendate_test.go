package file_test

import (
	"strings"
	"testing"

	"proxynet/network/file"
)

// TestWrittenDates writes dates in words into a valid network, and compares how they
// are read.
func TestWrittenDates(t *testing.T) {
	period := "period: &since {edtf: 2019-21/..,"
	event := "date: 2021"
	source := "date: {edtf: 2022~, resolved: true, note: The year after the buoy was sunk.}"
	tests := []struct{ name, old, new, want string }{
		{"circa", "period: 2016/..", "period: circa 1990s", "council-board: 199X~: some time from 1990-01-01 to 1999-12-31"},
		{"season", "period: 2016/..", "period: Spring 2019", "council-board: 2019-21: some time from 2019-03-01 to 2019-05-31"},
		{"month", "period: 2016/..", "period: May 2016", "council-board: 2016-05: some time from 2016-05-01 to 2016-05-31"},
		{"years", "period: 2016/..", "period: 2010-2015", "council-board: 2010/2015: from 2010-01-01 to 2015-12-31"},
		{"short years, which are no month", "period: 2016/..", "period: 1997-98", "council-board: 1997/1998: from 1997-01-01 to 1998-12-31"},
		{"since", "period: 2016/..", "period: since 2010", "council-board: 2010: began some time from 2010-01-01 to 2010-12-31"},
		{"part of a decade", "period: 2016/..", "period: late 1950s", "council-board: 1955~/1959: began some time from 1955-01-01 to 1959-12-31"},
		{"part of a decade that is past", "period: 2016/..", "past: true, period: late 1950s", "council-board: 1955~/1959: some time from 1955-01-01 to 1959-12-31, and at no other time"},
		{"known", "period: 2016/..", "period: by 2019", "council-board: 2019: held some time from 2019-01-01 to 2019-12-31; beginning and end are open"},
		{"beside its words", "period: 2016/..", "period: {edtf: around 1997, words: around 1997}", "council-board: 1997~: some time from 1997-01-01 to 1997-12-31"},
		{"beside what it means", "period: 2016/..", "period: {edtf: the 1990s, means: known}", "council-board: 199X: held some time from 1990-01-01 to 1999-12-31; beginning and end are open"},
		{"alias", period, "period: &since {edtf: since spring 2019,", "yard-board: 2019-21: began some time from 2019-03-01 to 2019-05-31"},
		{"event since", event, "date: since 2010", "sinking: 2010/..: from 2010-01-01 to an open end"},
		{"event in part of a decade", event, "date: late 1950s", "sinking: 1955~/1959: some time from 1955-01-01 to 1959-12-31, and at no other time"},
		{"source", source, "date: 2 May 2023", "gazette: 2023-05-02: on 2023-05-02"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := file.Read("h", harbour(t, test.old, test.new))
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Dates) == 0 {
				t.Fatal("no date is understood")
			}
			w := d.Dates[0]
			if got := w.ID + ": " + w.Date.EDTF + ": " + file.Explain(&w.Date); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestWrittenDatesRefused(t *testing.T) {
	source := "date: {edtf: 2022~, resolved: true, note: The year after the buoy was sunk.}"
	tests := []struct{ name, old, new, want string }{
		{"no year", "period: 2016/..", "period: before the war", "“before the war” names no year; if the article gives the year"},
		{"day or month", "period: 2016/..", "period: 03/05/2019", "“03/05/2019” may be 5 March 2019 or 3 May 2019; write 2019-03-05 or 2019-05-03"},
		{"wrong order", "period: 2016/..", "period: 2019/2015", `"2019/2015" ends before it begins`},
		{"no such day", "period: 2016/..", "period: 31 April 2016", `"2016-04-31" is a day that does not exist`},
		{"no such month", "period: 2016/..", "period: 2016-13", `"2016-13" has no such month`},
		{"a month or a year", "period: 2016/..", "period: 2011-5", `bad date "2011-5"`},
		{"contradiction", "period: 2016/..", "period: {edtf: since 2010, means: known}", `the date "since 2010" means began, but “means” says known; take “means” out`},
		{"event by a date", "date: 2021", "date: by 2019", `"by 2019" can't be a "date"`},
		{"source since", source, "date: since 2010", `"since 2010" can't be a "date"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := file.Read("h", harbour(t, test.old, test.new))
			if got := diagnosticsOf(t, err); !strings.Contains(got, test.want) {
				t.Errorf("got %s, want %q in it", got, test.want)
			}
		})
	}
}

// TestWrittenDatesInTheNetworksLanguage reads dates in the language of the network, and
// in English.
func TestWrittenDatesInTheNetworksLanguage(t *testing.T) {
	for _, test := range [][3]string{
		{"fa", "بهار ۲۰۱۹", "2019-21"},
		{"ar", "منذ عام 2010", "2010"},
		{"de", "um 1997", "1997~"},
		{"fa", "spring 2019", "2019-21"},
	} {
		data := strings.Replace(string(harbour(t, "period: 2016/..", "period: "+test[1])), "\nlang: en", "\nlang: "+test[0], 1)
		d, err := file.Read("h", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Dates) != 1 || d.Dates[0].Date.EDTF != test[2] {
			t.Errorf("%s: %s is understood as %+v, want %s", test[0], test[1], d.Dates, test[2])
		}
	}
	data := strings.Replace(string(harbour(t, "period: 2016/..", "period: بهار ۱۳۹۸")), "\nlang: en", "\nlang: fa", 1)
	if _, err := file.Read("h", []byte(data)); err == nil || !strings.Contains(err.Error(), "is of the Iranian or Islamic calendar, or may be; write the Gregorian date, such as مه ۲۰۱۶") {
		t.Errorf("got %v, want the date refused", err)
	}
}
