package suggest_test

import (
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/suggest"
)

// TestOf reads firmness, speaker, manner and date from sentences in which [ ] marks the
// quote.
func TestOf(t *testing.T) {
	const none = network.Status("")
	tests := []struct {
		name, lang, text string
		status           network.Status
		reason, speaker  string
		manner           network.Manner
		date             string
		denial           bool
	}{
		{"nothing", "en", "[Anna commands the harbour board].", none, "", "", "", "", false},
		{"said behind", "en", "[Anna commands the harbour board], Peter Reiss said.", network.Attributed, "said", "Peter Reiss", network.Paraphrased, "", false},
		{"said before", "en", "Peter Reiss said that [Anna commands the harbour board].", network.Attributed, "said", "Peter Reiss", network.Paraphrased, "", false},
		{"according to", "en", "According to Ida Brandt, [Anna commands the harbour board].", network.Attributed, "According to", "Ida Brandt", network.Paraphrased, "", false},
		{"in quotation marks", "en", "“[Anna commands the harbour board],” said Peter Reiss.", network.Attributed, "", "Peter Reiss", network.Quoted, "", false},
		{"no name beside", "en", "The harbour belongs to Ida Brandt, and [Anna commands the board], prosecutors say.", network.Attributed, "say", "prosecutors", network.Paraphrased, "", false},
		{"subject first", "en", "Prosecutors say that [Anna paid Ida Brandt].", network.Attributed, "say", "prosecutors", network.Paraphrased, "", false},
		{"document", "en", "[Anna paid Ida Brandt], the indictment says.", network.Attributed, "indictment says", "the indictment", network.Paraphrased, "", false},
		{"pronoun", "en", "She said that [Anna commands the board] for Ida Brandt.", network.Attributed, "said", "", network.Paraphrased, "", false},
		{"insertion", "en", "Peter Reiss, who runs the yard, said that [Anna commands the board].", network.Attributed, "said", "Peter Reiss", network.Paraphrased, "", false},
		{"apposition", "en", "Anna’s lawyer, Peter Reiss, said that [the money was a loan].", network.Attributed, "said", "Peter Reiss", network.Paraphrased, "", false},
		{"owner", "en", "Peter Reiss’s lawyer said that [Anna commands the board].", network.Attributed, "said", "Peter Reiss’s lawyer", network.Paraphrased, "", false},
		{"inverted", "en", "“[Anna commands the harbour board],” said a pilot.", network.Attributed, "", "a pilot", network.Quoted, "", false},
		{"hedged", "en", "It is unclear whether [Anna commands the harbour board].", network.Ambiguous, "It is unclear", "", "", "", false},
		{"reportedly", "en", "[Anna reportedly commands the harbour board].", network.Attributed, "reportedly", "", network.Paraphrased, "", false},
		{"denied", "en", "[Anna denied that she commands the board].", network.Ambiguous, "denied", "Anna", "", "", true},
		{"date before a comma", "en", "In May 2016, the [harbour board was taken over] by Anna.", none, "", "", "", "2016-05", false},
		{"date of the words", "en", "In May 2016 it was clear that [Anna took the board over in 2014].", none, "", "", "", "2014", false},
		{"another sentence", "en", "Peter Reiss said nothing. [Anna commands the harbour board].", none, "", "", "", "", false},
		{"date", "en", "In May 2016, [Anna took the harbour board over].", none, "", "", "", "2016-05", false},
		{"year", "en", "[Anna has commanded the board] since 2016.", none, "", "", "", "2016", false},
		{"Persian", "fa", "پیتر رایس گفت [آنا فرمانده بندر است].", network.Attributed, "گفت", "پیتر رایس", network.Paraphrased, "", false},
		{"Persian, nothing", "fa", "[آنا فرمانده بندر است].", none, "", "", "", "", false},
		{"Arabic", "ar", "قال بيتر رايس إن [آنا تقود الميناء].", network.Attributed, "قال", "بيتر رايس", network.Paraphrased, "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			from := strings.Index(test.text, "[")
			text := strings.Replace(test.text, "[", "", 1)
			to := strings.Index(text, "]")
			text = strings.Replace(text, "]", "", 1)
			a, diagnostics := file.ReadArticle("a", []byte(text))
			if diagnostics != nil {
				t.Fatal(diagnostics)
			}
			n := &network.Network{Lang: test.lang, Sources: []network.Source{{ID: "s", Lang: test.lang}}}
			var names []suggest.Name
			for _, name := range []string{"Anna", "Peter Reiss", "Ida Brandt", "آنا", "پیتر رایس", "بيتر رايس"} {
				for _, r := range a.Named(name) {
					names = append(names, suggest.Name{Start: r.From, End: r.To, Text: name})
				}
			}
			got := suggest.Of(n, "s", a, 0, from, to, names)
			if got.Status != test.status || test.reason != "" && got.Reason != test.reason || got.Speaker.Label != test.speaker || got.Manner != test.manner || got.Denial != test.denial {
				t.Errorf("got %+v", got)
			}
			if !strings.Contains(got.Date.EDTF, test.date) || test.date == "" && got.Date.EDTF != "" || !strings.Contains(text, got.Date.Words) {
				t.Errorf("the date is %+v, want %s", got.Date, test.date)
			}
		})
	}
}

func TestSpeakerOfTheNetwork(t *testing.T) {
	a, diagnostics := file.ReadArticle("a", []byte("Blinken warned that Anna commands the board."))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	n := &network.Network{Lang: "en", Speakers: []network.Speaker{{ID: "blinken-says", Label: "Antony Blinken", Kind: network.Named}}}
	got := suggest.Of(n, "s", a, 0, 20, 43, []suggest.Name{{Start: 0, End: 7, Text: "Blinken"}})
	if got.Speaker.ID != "blinken-says" || got.Status != network.Attributed {
		t.Errorf("got %+v", got)
	}
}

func TestID(t *testing.T) {
	for label, want := range map[string]string{
		"The Quds Force":    "the-quds-force",
		"Müller & Søn GmbH": "muller-son-gmbh",
		"قاسم سلیمانی":      "qasm-slimani",
		"حزب الله":          "hzb-allh",
		"Путин":             "putin",
		"انقلاب ۱۳۵۷":       "anqlab-1357",
		"習近平":               "other",
		"":                  "other",
		"A very long label that goes on and on for more than forty letters": "a-very-long-label-that-goes-on-and-on",
	} {
		if got := suggest.ID(label, "other"); !strings.HasPrefix(got, want) || !file.ValidID(got) {
			t.Errorf("%s: got %s, want %s", label, got, want)
		}
	}
}
