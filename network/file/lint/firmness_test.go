package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/lint"
)

// trial is a small network about a text. Its passages p1, p2 … are the quotes.
type trial struct {
	lang   string // "" is English
	text   string // paragraphs, one per line
	quotes []string
	nodes  string // in YAML, "" for two people, Karl Brandt and Ida Voss
	claims string // relations and events in YAML, after “relations:”
	more   string // further fields of the file
	title  string // "" is T
	speaks string // the node of the second speaker
}

const brandtAndVoss = `
  - {id: brandt, label: Karl Brandt, kind: person, summary: A miller., passages: [p1]}
  - {id: voss, label: Ida Voss, kind: person, summary: A banker., passages: [p1]}
`

// findings returns the ids that a rule warns about, and its findings as text.
func (tr trial) findings(t *testing.T, rule string) (ids []string, text string) {
	t.Helper()
	if tr.lang == "" {
		tr.lang = "en"
	}
	if tr.nodes == "" {
		tr.nodes = brandtAndVoss
	}
	if tr.title == "" {
		tr.title = "T"
	}
	if tr.speaks != "" {
		tr.speaks = ", node: " + tr.speaks
	}
	var b strings.Builder
	fmt.Fprintf(&b, "format: 1\nid: n\ntitle: %s\nsummary: S.\nlang: %s\nroot: brandt\n%s\nsources: [{id: s, title: T, lang: %[2]s, date: 1900}]\nspeakers:\n  - {id: v, label: V, kind: article}\n  - {id: w, label: W, kind: unnamed%[4]s}\npassages:\n", tr.title, tr.lang, tr.more, tr.speaks)
	for i, quote := range tr.quotes {
		paragraph := slices.IndexFunc(strings.Split(tr.text, "\n"), func(p string) bool { return strings.Contains(p, quote) }) + 1
		who, rest, attributed := strings.Cut(quote, "@w ")
		if attributed && who == "" {
			paragraph = slices.IndexFunc(strings.Split(tr.text, "\n"), func(p string) bool { return strings.Contains(p, rest) }) + 1
			fmt.Fprintf(&b, "  - {id: p%d, paragraph: %d, exact: %q, speaker: w, manner: paraphrased}\n", i+1, paragraph, rest)
			continue
		}
		fmt.Fprintf(&b, "  - {id: p%d, paragraph: %d, exact: %q}\n", i+1, paragraph, quote)
	}
	fmt.Fprintf(&b, "nodes:\n%s\nrelations:\n%s", tr.nodes, tr.claims)
	d, err := file.Read("n", []byte(b.String()))
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	a, diagnostics := file.ReadArticle("a", []byte(tr.text))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	var lines []string
	for _, f := range lint.Check(d, file.Articles{"s": a}).Findings {
		if f.Level == lint.Error {
			t.Fatal(f.Text())
		}
		if f.Rule == rule {
			ids = append(ids, f.ID)
			lines = append(lines, f.Text())
		}
	}
	return ids, strings.Join(lines, "\n")
}

// expect fails the test unless a rule warns about exactly these ids.
func (tr trial) expect(t *testing.T, rule string, want ...string) {
	t.Helper()
	if ids, text := tr.findings(t, rule); !slices.Equal(ids, want) {
		t.Errorf("got [%s] of %q, want %q\n%s", rule, ids, want, text)
	}
}

// claim returns a relation between Brandt and Voss with the passages p1, p2 …
func claim(verb, status string, passages int) string {
	var ids []string
	for i := range passages {
		ids = append(ids, fmt.Sprintf("p%d", i+1))
	}
	if status != "" {
		status = ", status: " + status
	}
	return fmt.Sprintf("  - {id: r, from: brandt, to: voss, kind: money, verb: %q%s, passages: [%s]}\n", verb, status, strings.Join(ids, ", "))
}

func TestHedgedClaim(t *testing.T) {
	tests := []struct {
		name, lang, text, quote, verb string
		want                          bool
	}{
		// The quote itself.
		{"said outright", "", "Karl Brandt paid Ida Voss a thousand crowns.", "Karl Brandt paid Ida Voss a thousand crowns", "paid", false},
		{"whether", "", "The court asks whether Karl Brandt paid Ida Voss.", "asks whether Karl Brandt paid Ida Voss", "paid", true},
		{"looking into", "", "Police are looking into payments by Karl Brandt to Ida Voss.", "looking into payments by Karl Brandt to Ida Voss", "paid", true},
		{"allegedly", "", "Karl Brandt allegedly paid Ida Voss.", "Karl Brandt allegedly paid Ida Voss", "paid", true},
		{"alleged, in capitals", "", "THE ALLEGED PAYMENT OF KARL BRANDT TO IDA VOSS.", "THE ALLEGED PAYMENT OF KARL BRANDT TO IDA VOSS", "paid", true},
		{"reportedly", "", "Karl Brandt has reportedly paid Ida Voss.", "has reportedly paid Ida Voss", "paid", true},
		{"accused of", "", "Karl Brandt is accused of paying Ida Voss.", "is accused of paying Ida Voss", "paid", true},
		{"suspected", "", "Karl Brandt is suspected to have paid Ida Voss.", "is suspected to have paid Ida Voss", "paid", true},
		{"may have", "", "Karl Brandt may have paid Ida Voss.", "Karl Brandt may have paid Ida Voss", "paid", true},
		{"is believed to", "", "Karl Brandt is believed to have paid Ida Voss.", "is believed to have paid Ida Voss", "paid", true},
		{"according to somebody", "", "Karl Brandt paid Ida Voss, according to two clerks.", "Karl Brandt paid Ida Voss, according to two clerks", "paid", true},
		{"according to a register", "", "The mill of Karl Brandt belongs to Ida Voss, according to the register.", "belongs to Ida Voss, according to the register", "sold a mill to", false},
		{"said at the end", "", "Karl Brandt paid Ida Voss, a clerk said.", "Karl Brandt paid Ida Voss, a clerk said", "paid", true},
		{"told a court", "", "Ida Voss told the court that Karl Brandt paid her.", "told the court that Karl Brandt paid her", "paid", true},
		{"denied", "", "Ida Voss denied that Karl Brandt paid her.", "Ida Voss denied that Karl Brandt paid her", "paid", true},

		// The clause around the quote.
		{"cut after whether", "", "The court asks whether Karl Brandt paid Ida Voss.", "Karl Brandt paid Ida Voss", "paid", true},
		{"cut before according to", "", "Karl Brandt paid Ida Voss twice according to two clerks.", "Karl Brandt paid Ida Voss twice", "paid", true},
		{"cut before said", "", "Karl Brandt paid Ida Voss, a clerk of the bank said.", "Karl Brandt paid Ida Voss", "paid", true},
		{"cut after accused of", "", "The mayor was accused of a cover-up after Karl Brandt paid Ida Voss.", "Karl Brandt paid Ida Voss", "paid", false},
		{"another sentence", "", "Karl Brandt paid Ida Voss. The police are looking into a fire.", "Karl Brandt paid Ida Voss", "paid", false},
		{"the sentence before", "", "The police suspect arson. Karl Brandt paid Ida Voss.", "Karl Brandt paid Ida Voss", "paid", false},
		{"another clause", "", "Karl Brandt paid Ida Voss, and a clerk is suspected of theft.", "Karl Brandt paid Ida Voss", "paid", false},
		{"another clause before", "", "A clerk is suspected of theft; Karl Brandt paid Ida Voss.", "Karl Brandt paid Ida Voss", "paid", false},
		{"the subject of said", "", "Karl Brandt, a friend of Ida Voss, said it was raining.", "Karl Brandt, a friend of Ida Voss", "is a friend of", false},
		{"within a quote of two sentences", "", "Karl Brandt paid Ida Voss. Police suspect a clerk of theft.", "Karl Brandt paid Ida Voss. Police suspect a clerk of theft", "paid", false},
		{"after what is claimed", "", "Karl Brandt paid Ida Voss, whose brother may have known.", "Karl Brandt paid Ida Voss, whose brother may have known", "paid", false},
		{"after the same word", "", "Karl Brandt paid his debts; police ask whether he paid Ida Voss.", "Karl Brandt paid his debts; police ask whether he paid Ida Voss", "paid", true},
		{"after the same word in another sentence", "", "Karl Brandt paid. Police ask whether bribes reached Ida Voss.", "Karl Brandt paid. Police ask whether bribes reached Ida Voss", "paid", true},
		{"a name takes for granted", "", "Police ask whether Ida Voss, the banker of Karl Brandt, is rich.", "Karl Brandt", "has a banker in", false},
		{"an initial is no end of a sentence", "", "The court asks whether K. Brandt paid Ida Voss.", "Brandt paid Ida Voss", "paid", true},

		// Words of another speaker.
		{"in quotation marks", "", "“Karl Brandt paid Ida Voss twice,” a clerk recalls.", "Karl Brandt paid Ida Voss twice", "paid", true},
		{"a word in quotation marks", "", "Karl Brandt, “the baron”, paid Ida Voss.", "Karl Brandt, “the baron”, paid Ida Voss", "paid", false},
		{"a hedge in quotation marks", "", "Karl Brandt paid Ida Voss for “perhaps the finest mill”.", "paid Ida Voss for “perhaps the finest mill”", "paid", false},

		// The claim is hedged too.
		{"the claim is the suspicion", "", "Karl Brandt is suspected of paying Ida Voss.", "is suspected of paying Ida Voss", "is suspected of paying", false},
		{"the claim is the denial", "", "Karl Brandt denied the charge of Ida Voss.", "Karl Brandt denied the charge of Ida Voss", "denied a charge of", false},
		{"the claim is what was said", "", "Karl Brandt said no to Ida Voss.", "Karl Brandt said no to Ida Voss", "said no to", false},

		// No hedges.
		{"part of a word", "", "Karl Brandt paid Ida Voss for the essay of a soothsayer.", "paid Ida Voss for the essay of a soothsayer", "paid", false},

		{"allegiance is no allegation", "", "Karl Brandt pledged allegiance and paid Ida Voss.", "pledged allegiance and paid Ida Voss", "paid", false},
		{"a bureau of investigation", "", "The Federal Bureau of Investigation pays Ida Voss, a friend of Karl Brandt.", "The Federal Bureau of Investigation pays Ida Voss", "pays", false},

		{"Persian: said outright", "fa", "کارل برانت به آیدا فوس پول داد.", "کارل برانت به آیدا فوس پول داد", "پول داد به", false},
		{"Persian: whether", "fa", "دادستان بررسی می‌کند آیا کارل برانت به آیدا فوس پول داد.", "آیا کارل برانت به آیدا فوس پول داد", "پول داد به", true},
		{"Persian: accused", "fa", "کارل برانت متهم است که به آیدا فوس پول داده است.", "متهم است که به آیدا فوس پول داده است", "پول داد به", true},
		{"Persian: it is said, without a joiner", "fa", "گفته می شود کارل برانت به آیدا فوس پول داد.", "گفته می شود کارل برانت به آیدا فوس پول داد", "پول داد به", true},
		{"Persian: with Arabic letters", "fa", "به گفته‌ي يك كارمند، کارل برانت به آیدا فوس پول داد.", "کارل برانت به آیدا فوس پول داد", "پول داد به", true},
		{"Persian: denied", "fa", "آیدا فوس تکذیب کرد که کارل برانت پول داد.", "تکذیب کرد که کارل برانت پول داد", "پول داد به", true},
		{"Persian: perhaps, in another sentence", "fa", "شاید باران ببارد. کارل برانت به آیدا فوس پول داد.", "کارل برانت به آیدا فوس پول داد", "پول داد به", false},

		{"Arabic: said outright", "ar", "دفع كارل برانت مالا إلى إيدا فوس.", "دفع كارل برانت مالا إلى إيدا فوس", "دفع إلى", false},
		{"Arabic: whether", "ar", "تنظر المحكمة في ما إذا كان كارل برانت دفع مالا إلى إيدا فوس.", "ما إذا كان كارل برانت دفع مالا إلى إيدا فوس", "دفع إلى", true},
		{"Arabic: and it is alleged, with vowel signs", "ar", "ويُزعَم أن كارل برانت دفع مالا إلى إيدا فوس.", "ويُزعَم أن كارل برانت دفع مالا إلى إيدا فوس", "دفع إلى", true},
		{"Arabic: according to", "ar", "بحسب موظفين، دفع كارل برانت مالا إلى إيدا فوس.", "دفع كارل برانت مالا إلى إيدا فوس", "دفع إلى", true},
		{"Arabic: may", "ar", "قد يكون كارل برانت دفع مالا إلى إيدا فوس.", "قد يكون كارل برانت دفع مالا إلى إيدا فوس", "دفع إلى", true},
		{"Arabic: denied", "ar", "نفت إيدا فوس أن كارل برانت دفع لها.", "نفت إيدا فوس أن كارل برانت دفع لها", "دفع إلى", true},

		{"a language without words of ours", "de", "Karl Brandt bezahlte angeblich Ida Voss.", "Karl Brandt bezahlte angeblich Ida Voss", "paid", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			nodes := ""
			switch test.lang {
			case "fa":
				nodes = "  - {id: brandt, label: کارل برانت, kind: person, summary: S., passages: [p1]}\n  - {id: voss, label: آیدا فوس, kind: person, summary: S., passages: [p1]}\n"
			case "ar":
				nodes = "  - {id: brandt, label: كارل برانت, kind: person, summary: S., passages: [p1]}\n  - {id: voss, label: إيدا فوس, kind: person, summary: S., passages: [p1]}\n"
			}
			want := []string{}
			if test.want {
				want = append(want, "r")
			}
			tr := trial{lang: test.lang, text: test.text, quotes: []string{test.quote}, nodes: nodes, claims: claim(test.verb, "", 1)}
			tr.expect(t, "hedged-claim", want...)
			for _, status := range []string{"ambiguous", "attributed", "resolved, note: N"} {
				if status == "attributed" {
					tr.quotes = []string{"@w " + test.quote}
				} else {
					tr.quotes = []string{test.quote}
				}
				tr.claims = claim(test.verb, status, 1)
				tr.expect(t, "hedged-claim")
			}
		})
	}
}
