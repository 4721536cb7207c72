package datetext_test

import (
	"errors"
	"strings"
	"testing"

	"proxynet/network/file/datetext"
)

func TestReadUnderstands(t *testing.T) {
	tests := []struct{ text, want string }{ // EDTF, and what it means
		{"1997", "1997"},
		{"circa 1990s", "199X~"},
		{"c. 1997", "1997~"},
		{"c.1997", "1997~"},
		{"ca 1850", "1850~"},
		{"around 1997", "1997~"},
		{"1997 or so", "1997~"},
		{"~1997", "1997~"},
		{"1997?", "1997?"},
		{"perhaps about 1997", "1997%"},
		{"Probably in May 2016", "2016-05?"},
		{"the 1990s", "199X"},
		{"1990’s", "199X"},
		{"the 2000s", "200X"},
		{"19th century", "18XX"},
		{"the nineteenth century", "18XX"},
		{"44 BC", "-0043"},
		{"AD 70", "0070"},

		{"Spring 2019", "2019-21"},
		{"in the spring of 2019", "2019-21"},
		{"fall 2019", "2019-23"},
		{"winter 2019-20", "2019-24"},
		{"winter of 2019/2020", "2019-24"},
		{"May 2016", "2016-05"},
		{"Sept. 2016", "2016-09"},
		{"May, 2016", "2016-05"},
		{"17 May 2016", "2016-05-17"},
		{"May 17, 2016", "2016-05-17"},
		{"on the 17th of May 2016", "2016-05-17"},
		{"13/05/2019", "2019-05-13"},
		{"05/13/2019", "2019-05-13"},
		{"3.5.2019", "2019-05-03"},
		{"2019/05/13", "2019-05-13"},

		{"late 1950s", "1955~/1959 vague"},
		{"in the early 1980s", "1980/1984~ vague"},
		{"mid-1990s", "1993~/1997~ vague"},
		{"early May 2016", "2016-05 left early"},
		{"late 2019", "2019 left late"},

		{"since 2010", "2010 began or 2010/.."},
		{"since May 2016", "2016-05 began or 2016-05/.."},
		{"since circa 1990", "1990~ began or 1990~/.."},
		{"since the late 1950s", "1955~/1959 began or 195X/.."},
		{"from 2010", "2010 began or 2010/.."},
		{"from 2010 on", "2010 began or 2010/.."},
		{"2010 onwards", "2010 began or 2010/.."},

		{"2010-2015", "2010/2015"},
		{"2010 – 2015", "2010/2015"},
		{"from 2010 to 2015", "2010/2015"},
		{"2010 until 2015", "2010/2015"},
		{"between 2010 and 2015", "2010/2015 within"},
		{"1997-98", "1997/1998"},
		{"1999–00", "1999/2000"},
		{"2010–11", "2010/2011"},
		{"1997–8", "1997/1998"},
		{"3–5 May 2016", "2016-05-03/2016-05-05"},
		{"May to July 2016", "2016-05/2016-07"},
		{"28 May – 3 June 2016", "2016-05-28/2016-06-03"},
		{"1990s–2005", "199X/2005"},
		{"spring 2019 to autumn 2020", "2019-21/2020-23"},
		{"2010–present", "2010/.."},
		{"from May 2016 to the present", "2016-05/.."},
		{"2010–", "2010/"},

		{"until 2015", "/2015"},
		{"before 2010", "/2009 within"},
		{"before May 2016", "/2016-04 within"},
		{"before the 1990s", "/1989 within"},
		{"after 17 May 2016", "2016-05-18/ within"},
		{"by 2019", "2019 known"},
		{"as of May 2019", "2019-05 known"},
		{"throughout the 1990s", "199X throughout"},
	}
	for _, test := range tests {
		d, err := datetext.Read(test.text, "en")
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		got := d.EDTF
		if d.Means != "" {
			got += " " + string(d.Means)
		}
		if d.Plain != "" {
			got += " vague"
		}
		if d.Left != "" {
			got += " left " + d.Left
		}
		if d.Open != "" {
			got += " or " + d.Open
		}
		if got != test.want {
			t.Errorf("%q is %s, want %s", test.text, got, test.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	tests := []struct{ text, problem, mend string }{
		{"before the war", "names no year", "resolved: true"},
		{"last year", "names no year", "leave the date out"},
		{"ten years ago", "names no year", "leave the date out"},
		{"", "names no year", "leave the date out"},
		{"May", "names no year", "leave the date out"},
		{"03/05/2019", "may be 5 March 2019 or 3 May 2019", "2019-03-05 or 2019-05-03"},
		{"1/2/19", "no year of four digits", "in full"},
		{"1900s", "ten years or a hundred", "1900/1909 or 19XX"},
		{"the '90s", "any century", "1990s"},
		{"90s", "any century", "1990s"},
		{"the nineties", "any century", "1990s"},
		{"1997 after the flood", "“flood”", "use for example"},
		{"2019 or 2020", "“or”", "use for example"},
		{"spring 2019-20", "“20” may be in any century", "four digits"},
		{"2011-5", "not a year", "four digits"},
		{"12345", "not a year", "four digits"},
		{"between 2010", "not understood", "use for example"},
		{"2010 2011", "not understood", "use for example"},
		{strings.Repeat("since ", 40) + "2010", "not understood", "use for example"},
		{"\xff1997", "not understood", "use for example"},
		{"Q1 2019", "“Q”", "use for example"},
	}
	for _, test := range tests {
		d, err := datetext.Read(test.text, "en")
		var unclear *datetext.Unclear
		if !errors.As(err, &unclear) {
			t.Errorf("%q: got %+v, %v; want it refused", test.text, d, err)
			continue
		}
		if !strings.Contains(unclear.Problem, test.problem) || !strings.Contains(unclear.Mend, test.mend) {
			t.Errorf("%q: got %q, %q; want %q, %q in them", test.text, unclear.Problem, unclear.Mend, test.problem, test.mend)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{"circa 1990s", "3–5 May 2016", "winter 2019-20", "44 BC", "before AD 70", "1999–00", "2010–", "/"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := datetext.Read(text, "en")
		if err == nil && (d.EDTF == "" || strings.Count(d.EDTF, "/") > 1) {
			t.Errorf("%q is understood as %+v", text, d)
		}
	})
}
