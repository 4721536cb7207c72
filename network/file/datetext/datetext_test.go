package datetext_test

import (
	"errors"
	"strings"
	"testing"

	"proxynet/network/file/datetext"
)

func TestReadEnglishDates(t *testing.T) {
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

func TestReadDatesInOtherLanguages(t *testing.T) {
	tests := []struct{ lang, text, want string }{ // the EDTF, and what it means
		{"de", "1997", "1997"},
		{"de", "um 1997", "1997~"},
		{"de", "vermutlich im Mai 2016", "2016-05?"},
		{"de", "3. Mai 2016", "2016-05-03"},
		{"de", "3.5.2016", "2016-05-03"},
		{"de", "Frühjahr 2019", "2019-21"},
		{"de", "Winter 2019/20", "2019-24"},
		{"de", "die 1990er-Jahre", "199X"},
		{"de", "in den späten 1950er Jahren", "1955~/1959"},
		{"de", "Ende der 1950er Jahre", "1955~/1959"},
		{"de", "19. Jahrhundert", "18XX"},
		{"de", "44 v. Chr.", "-0043"},
		{"de", "seit 2010", "2010 began"},
		{"de", "von 2010 bis 2015", "2010/2015"},
		{"de", "2010 bis heute", "2010/.."},
		{"de", "bis 2015", "/2015"},
		{"de", "zwischen 2010 und 2015", "2010/2015 within"},
		{"de", "3.–5. Mai 2016", "2016-05-03/2016-05-05"},
		{"de", "vor Mai 2016", "/2016-04 within"},
		{"de-AT", "Jänner 2016", "2016-01"},

		{"fr", "vers 1997", "1997~"},
		{"fr", "peut-être en mai 2016", "2016-05?"},
		{"fr", "1er mai 2016", "2016-05-01"},
		{"fr", "le 17 mai 2016", "2016-05-17"},
		{"fr", "au printemps 2019", "2019-21"},
		{"fr", "à l’été 2019", "2019-22"},
		{"fr", "les années 1990", "199X"},
		{"fr", "à la fin des années 1950", "1955~/1959"},
		{"fr", "XIXe siècle", "18XX"},
		{"fr", "le 19e siècle", "18XX"},
		{"fr", "44 av. J.-C.", "-0043"},
		{"fr", "depuis 2010", "2010 began"},
		{"fr", "à partir de 2010", "2010 began"},
		{"fr", "de 2010 à 2015", "2010/2015"},
		{"fr", "du 3 au 5 mai 2016", "2016-05-03/2016-05-05"},
		{"fr", "entre 2010 et 2015", "2010/2015 within"},
		{"fr", "avant 2010", "/2009 within"},
		{"fr", "jusqu’en 2015", "/2015"},

		{"fa", "۱۹۹۷", "1997"},
		{"fa", "سال ۱۹۹۷", "1997"},
		{"fa", "حدود ۱۹۹۷", "1997~"},
		{"fa", "مهٔ ۲۰۱۶", "2016-05"},
		{"fa", "۱۷ مه ۲۰۱۶", "2016-05-17"},
		{"fa", "ژانویهٔ ۲۰۲۰ میلادی", "2020-01"},
		{"fa", "بهار ۲۰۱۹", "2019-21"},
		{"fa", "دههٔ ۱۹۹۰", "199X"},
		{"fa", "اواخر دههٔ ۱۹۵۰ میلادی", "1955~/1959"},
		{"fa", "قرن نوزدهم", "18XX"},
		{"fa", "سدهٔ بیست و یکم", "20XX"},
		{"fa", "از ۲۰۱۰", "2010 began"},
		{"fa", "از سال ۲۰۱۰ به بعد", "2010 began"},
		{"fa", "از ۲۰۱۰ تا ۲۰۱۵", "2010/2015"},
		{"fa", "از ۲۰۱۰ تاکنون", "2010/.."},
		{"fa", "۲۰۱۰–۲۰۱۵", "2010/2015"},
		{"fa", "بین سال‌های ۲۰۱۰ و ۲۰۱۵", "2010/2015 within"},
		{"fa", "پیش از ۲۰۱۰", "/2009 within"},
		{"fa", "۱۳۲۰ میلادی", "1320"},
		{"fa", "May 2016", "2016-05"},

		{"ar", "١٩٩٧", "1997"},
		{"ar", "عام 1997", "1997"},
		{"ar", "حوالي 1997", "1997~"},
		{"ar", "مايو 2016", "2016-05"},
		{"ar", "17 أيار 2016", "2016-05-17"},
		{"ar", "كانون الثاني ٢٠٢٠", "2020-01"},
		{"ar", "ربيع عام 2019", "2019-21"},
		{"ar", "أواخر خمسينيات القرن العشرين", "1955~/1959"},
		{"ar", "القرن التاسع عشر", "18XX"},
		{"ar", "منذ 2010", "2010 began"},
		{"ar", "من 2010 إلى 2015", "2010/2015"},
		{"ar", "من 2010 حتى الآن", "2010/.."},
		{"ar", "بين عامي 2010 و2015", "2010/2015 within"},
		{"ar", "بعد مايو 2016", "2016-06/ within"},
		{"ar", "44 قبل الميلاد", "-0043"},
		{"ar", "1320 م", "1320"},

		{"sv", "May 2016", "2016-05"},
	}
	for _, test := range tests {
		d, err := datetext.Read(test.text, test.lang)
		if err != nil {
			t.Errorf("%s, %q: %v", test.lang, test.text, err)
			continue
		}
		got := d.EDTF
		if d.Means != "" {
			got += " " + string(d.Means)
		}
		if got != test.want {
			t.Errorf("%s: %q is %s, want %s", test.lang, test.text, got, test.want)
		}
	}
}

func TestReadRefusesOtherCalendars(t *testing.T) {
	for text, lang := range map[string]string{
		"۱۳۹۸": "fa", "بهار ۱۳۹۸": "fa", "خرداد ۱۳۹۸": "fa", "دههٔ ۱۳۶۰": "fa", "۲۲ بهمن ۱۳۵۷": "fa",
		"1441 هـ": "ar", "رمضان 1441": "ar", "ربيع الأول 1441 هـ": "ar", "1441": "ar",
	} {
		d, err := datetext.Read(text, lang)
		var unclear *datetext.Unclear
		if !errors.As(err, &unclear) || !strings.Contains(unclear.Problem.String(), "calendar") {
			t.Errorf("%q: got %+v, %v; want it refused for its calendar", text, d, err)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	tests := []struct{ text, problem, fix string }{
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
		if !strings.Contains(unclear.Problem.String(), test.problem) || !strings.Contains(unclear.Fix.String(), test.fix) {
			t.Errorf("%q: got %q, %q; want %q, %q in them", test.text, unclear.Problem, unclear.Fix, test.problem, test.fix)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{"circa 1990s", "3–5 May 2016", "winter 2019-20", "44 BC", "before AD 70", "1999–00", "2010–", "/", "3.–5. Mai 2016", "fin des années 1950", "اواخر دههٔ ۱۹۵۰ میلادی", "أواخر خمسينيات القرن العشرين"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"en", "de", "fr", "fa", "ar"} {
			d, err := datetext.Read(text, lang)
			if err == nil && (d.EDTF == "" || strings.Count(d.EDTF, "/") > 1) {
				t.Errorf("%q is understood as %+v in %s", text, d, lang)
			}
		}
	})
}
