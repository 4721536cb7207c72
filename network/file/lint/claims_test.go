package lint_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestHedgedEvent(t *testing.T) {
	tr := trial{
		text: "Karl Brandt paid Ida Voss. Witnesses say the mill burned in 1890.", quotes: []string{"Karl Brandt paid Ida Voss", "Witnesses say the mill burned in 1890"},
		claims: claim("paid", "", 1) + "events:\n  - {id: fire, label: The mill burns, date: 1890, summary: S., participants: [{node: brandt, role: owner}], passages: [p2]}\n",
	}
	tr.expect(t, "hedged-claim", "fire")
	tr.claims = strings.Replace(tr.claims, "label: The mill burns", "label: The mill burns, status: ambiguous", 1)
	tr.expect(t, "hedged-claim")
}

func TestHedgedClaimSuggestsTheSpeakerFirst(t *testing.T) {
	_, text := trial{text: "Karl Brandt allegedly paid Ida Voss.", quotes: []string{"Karl Brandt allegedly paid Ida Voss"}, claims: claim("paid", "", 1)}.findings(t, "hedged-claim")
	if want := "n:20: warning: r: it is stated, and its passage p1 says “allegedly”; name who says it (“speaker: ID” in the passage, “status: attributed” here), write “status: ambiguous” if it is left open, or quote words that say it outright [hedged-claim]"; text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

// TestWarningsOfFirmnessAreAccepted accepts one warning from each rule.
func TestWarningsOfFirmnessAreAccepted(t *testing.T) {
	for rule, tr := range map[string]trial{
		"hedged-claim": {text: "Karl Brandt allegedly paid Ida Voss.", quotes: []string{"Karl Brandt allegedly paid Ida Voss"}, claims: claim("paid", "", 1)},
		"strong-verb":  {text: "Karl Brandt paid Ida Voss.", quotes: []string{"Karl Brandt paid Ida Voss"}, claims: claim("bribed", "", 1)},
		"bare-quote":   {text: "Karl Brandt paid Ida Voss.", quotes: []string{"Karl Brandt"}, claims: claim("paid", "", 1)},
		"unnamed-end":  {text: "Karl Brandt paid her.", quotes: []string{"Karl Brandt paid her"}, claims: claim("paid", "", 1)},
		"duplicate-relation": {text: "Karl Brandt paid Ida Voss.", quotes: []string{"Karl Brandt paid Ida Voss"},
			claims: strings.Replace(claim("gave to", "", 1), "id: r,", "id: q,", 1) + claim("paid", "", 1)},
	} {
		t.Run(rule, func(t *testing.T) {
			ids, _ := tr.findings(t, rule)
			if len(ids) != 1 {
				t.Fatalf("got warnings of %q, want one", ids)
			}
			tr.more = fmt.Sprintf("accept: [{rule: %s, of: %s, why: It is meant so.}]", rule, ids[0])
			tr.expect(t, rule)
			tr.expect(t, "stale-accept")
		})
	}
}

func TestDenialLeftOut(t *testing.T) {
	tests := []struct {
		name, lang, after string
		quotes            []string // in addition to the first
		want              bool
	}{
		{"nothing denied", "", "It rained.", nil, false},
		{"she denies it", "", "She denies it.", nil, true},
		{"denied, and quoted", "", "She denies it.", []string{"She denies it"}, false},
		{"denied, and quoted in part", "", "She denies it, and a clerk laughs.", []string{"denies it, and a clerk laughs"}, false},
		{"the case is closed", "", "It rained. Prosecutors closed the whole case in 1899.", nil, true},
		{"charges are dropped", "", "The charges against both were dropped.", nil, true},
		{"acquitted", "", "A court acquitted him.", nil, true},
		{"taken back", "", "The newspaper later retracted the report.", nil, true},
		{"undeniable", "", "It was an undeniable success.", nil, false},
		{"in another paragraph", "", "\nShe denies that the bank was hers.", nil, false},
		{"Persian", "fa", "او این را تکذیب می‌کند.", nil, true},
		{"Persian: the case is closed", "fa", "دادستان پرونده را بست.", nil, true},
		{"Arabic", "ar", "وهي تنفي ذلك.", nil, true},
		{"Arabic: acquitted", "ar", "وبرأته المحكمة.", nil, true},
	}
	first := map[string]string{"": "The court asks whether Karl Brandt paid Ida Voss", "fa": "آیا کارل برانت به آیدا فوس پول داد", "ar": "ما إذا كان كارل برانت دفع مالا إلى إيدا فوس"}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			quote := first[test.lang]
			tr := trial{lang: test.lang, text: quote + ". " + test.after, quotes: append([]string{quote}, test.quotes...), claims: claim("paid", "ambiguous", 1+len(test.quotes))}
			want := []string{}
			if test.want {
				want = append(want, "p1")
			}
			tr.expect(t, "denial-left-out", want...)
		})
	}
}

// TestDenialOfANodeOnly keeps a denial on a node only, and removes it from the claim.
func TestDenialOfANodeOnly(t *testing.T) {
	trial{
		text: "The court asks whether Karl Brandt paid Ida Voss. She denies it.", quotes: []string{"whether Karl Brandt paid Ida Voss", "She denies it"},
		nodes:  strings.Replace(brandtAndVoss, "summary: A banker., passages: [p1]", "summary: A banker., passages: [p1, p2]", 1),
		claims: claim("paid", "ambiguous", 1),
	}.expect(t, "denial-left-out", "p1")
}

func TestUnnamedEnd(t *testing.T) {
	tests := []struct {
		name, lang, text, quote, from, to string
		want                              bool
	}{
		{"both", "", "Karl Brandt paid Ida Voss.", "paid", "Karl Brandt", "Ida Voss", false},
		{"neither", "", "It rained on the mill.", "rained on the mill", "Karl Brandt", "Ida Voss", true},
		{"one by a pronoun", "", "Karl Brandt paid her.", "Karl Brandt paid her", "Karl Brandt", "Ida Voss", true},
		{"by an alias", "", "Karl Brandt paid the banker.", "paid the banker", "Karl Brandt", "Ida Voss, aliases: [the banker]", false},
		{"by a phrase", "", "Karl Brandt paid the bank.", "paid the bank", "Karl Brandt", "Voss & Sons, phrase: the bank", false},
		{"by the surname", "", "Brandt paid Voss.", "Brandt paid Voss", "Karl Brandt", "Ida Voss", false},
		{"elsewhere in the paragraph", "", "Brandt was rich. Voss was not. He paid her.", "He paid her", "Karl Brandt", "Ida Voss", false},
		{"in another paragraph", "", "Brandt was rich. Voss was not.\nBrandt paid her.", "Brandt paid her", "Karl Brandt", "Ida Voss", true},
		{"a surname that two have", "", "Karl Brandt paid Brandt.", "paid Brandt", "Karl Brandt", "Ida Brandt", true},
		{"other case and accents", "", "KARL BRANDT paid IDA VÖSS.", "paid IDA", "Karl Brandt", "Ida Vöss", false},
		{"decomposed accents", "", "Brandt paid Vo\u0308ss.", "Brandt paid", "Karl Brandt", "Ida Vöss", false},
		{"with ’s", "", "Brandt’s gifts reached Voss’s bank.", "gifts reached", "Karl Brandt", "Ida Voss", false},
		{"the people of a country", "", "The Ostranders paid Voss.", "paid Voss", "Ostrand", "Ida Voss", false},
		{"words apart", "", "Brandt paid millers across Lund and Ostrand.", "paid millers", "Karl Brandt", "Millers in Ostrand", false},
		{"part of a word", "", "Brandtner paid Vossius.", "Brandtner paid Vossius", "Karl Brandt", "Ida Voss", true},
		{"Persian", "fa", "کارل برانت به آیدا فوس پول داد.", "پول داد", "کارل برانت", "آیدا فوس", false},
		{"Persian, plural and joiner", "fa", "برانت به میلیشیاهای شمال پول داد.", "پول داد", "کارل برانت", "میلیشیا‌های شمال", false},
		{"Persian, none", "fa", "باران بر آسیا بارید.", "باران بر آسیا بارید", "کارل برانت", "آیدا فوس", true},
		{"Arabic, with what is written together", "ar", "دفع برانت مالا وللحوثيين أسلحة.", "دفع برانت مالا", "كارل برانت", "الحوثيون", false},
		{"Arabic, none", "ar", "هطل المطر على الطاحونة.", "هطل المطر على الطاحونة", "كارل برانت", "إيدا فوس", true},
		{"Chinese", "zh", "大海公司付钱给银行。", "付钱给银行", "大海公司", "银行", false},
		{"Chinese, none", "zh", "昨天下雨了。", "昨天下雨了", "大海公司", "银行", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			kind := "person"
			tr := trial{
				lang: test.lang, text: test.text, quotes: []string{test.quote}, claims: claim("paid", "", 1),
				nodes: fmt.Sprintf("  - {id: brandt, label: %s, kind: %s, summary: S., passages: [p1]}\n  - {id: voss, label: %s, kind: %[2]s, summary: S., passages: [p1]}\n", test.from, kind, test.to),
			}
			want := []string{}
			if test.want {
				want = append(want, "r")
			}
			tr.expect(t, "unnamed-end", want...)
		})
	}
}

func TestUnnamedEndNamesTheEnd(t *testing.T) {
	for text, want := range map[string]string{
		"It rained on the mill.": "n:20: warning: r: no paragraph that it cites names brandt or voss;",
		"Karl Brandt paid her.":  "n:20: warning: r: no paragraph that it cites names voss;",
		"He paid Ida Voss.":      "n:20: warning: r: no paragraph that it cites names brandt;",
	} {
		if _, got := (trial{text: text, quotes: []string{strings.TrimSuffix(text, ".")}, claims: claim("paid", "", 1)}).findings(t, "unnamed-end"); !strings.HasPrefix(got, want) {
			t.Errorf("got %s, want %s…", got, want)
		}
	}
}

// TestUnnamedEndOfASpeaker checks that a speaker's own words may name the speaker's
// node.
func TestUnnamedEndOfASpeaker(t *testing.T) {
	tr := trial{text: "I paid Ida Voss, he said.", quotes: []string{"@w I paid Ida Voss"}, claims: claim("paid", "attributed", 1)}
	tr.expect(t, "unnamed-end", "r")
	tr.speaks = "brandt"
	tr.expect(t, "unnamed-end")
}

func TestStrongVerb(t *testing.T) {
	tests := []struct {
		name, lang, text, quote, verb, status string
		want                                  bool
	}{
		{"bribed for paid", "", "The court asks whether Karl Brandt paid Ida Voss.", "whether Karl Brandt paid Ida Voss", "bribed", "ambiguous", true},
		{"bribed for bribes", "", "Karl Brandt bribes Ida Voss.", "Karl Brandt bribes Ida Voss", "bribed", "", false},
		{"bribed for kickbacks", "", "Ida Voss had kickbacks from Karl Brandt.", "Ida Voss had kickbacks from Karl Brandt", "bribed", "", false},
		{"paid for paid", "", "Karl Brandt paid Ida Voss.", "Karl Brandt paid Ida Voss", "paid", "", false},
		{"murdered for killed", "", "Karl Brandt killed Ida Voss.", "Karl Brandt killed Ida Voss", "murdered", "", true},
		{"killed for murdered", "", "Karl Brandt murdered Ida Voss.", "Karl Brandt murdered Ida Voss", "killed", "", false},
		{"stole for took", "", "Karl Brandt took a horse of Ida Voss.", "Karl Brandt took a horse of Ida Voss", "stole from", "", true},
		{"smuggled … to", "", "Karl Brandt sent guns to Ida Voss.", "Karl Brandt sent guns to Ida Voss", "smuggled guns to", "", true},
		{"laundered money for", "", "Karl Brandt moved money of Ida Voss.", "Karl Brandt moved money of Ida Voss", "laundered money for", "", true},
		{"implied, with its reason", "", "Karl Brandt paid Ida Voss.", "Karl Brandt paid Ida Voss", "bribed", "implied, inference: S", false},
		{"a harmless word", "", "Karl Brandt met Ida Voss.", "Karl Brandt met Ida Voss", "shook hands with", "", false},
		{"Persian", "fa", "کارل برانت به آیدا فوس پول داد.", "کارل برانت به آیدا فوس پول داد", "رشوه داد به", "", true},
		{"Persian, said", "fa", "کارل برانت به آیدا فوس رشوه‌ای داد.", "کارل برانت به آیدا فوس رشوه‌ای داد", "رشوه داد به", "", false},
		{"Arabic", "ar", "دفع كارل برانت مالا إلى إيدا فوس.", "دفع كارل برانت مالا إلى إيدا فوس", "رشا", "", true},
		{"Arabic, said", "ar", "دفع كارل برانت الرشوة إلى إيدا فوس.", "دفع كارل برانت الرشوة إلى إيدا فوس", "رشا", "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := []string{}
			if test.want {
				want = append(want, "r")
			}
			trial{lang: test.lang, text: test.text, quotes: []string{test.quote}, claims: claim(test.verb, test.status, 1)}.expect(t, "strong-verb", want...)
		})
	}
	_, text := trial{text: "Karl Brandt paid Ida Voss.", quotes: []string{"Karl Brandt paid Ida Voss"}, claims: claim("has bribed", "", 1)}.findings(t, "strong-verb")
	if want := "n:20: warning: r: “bribed” is stronger than its passages, none of which says so; write the verb that the source uses, or quote the words that say it [strong-verb]"; text != want {
		t.Errorf("got %s\nwant %s", text, want)
	}
}

// TestStrongVerbInAnotherLanguage checks that verbs in another language, which can't be
// compared, give no warning.
func TestStrongVerbInAnotherLanguage(t *testing.T) {
	trial{lang: "fa", text: "کارل برانت به آیدا فوس رشوه داد.", quotes: []string{"کارل برانت به آیدا فوس رشوه داد"}, claims: claim("bribed", "", 1)}.expect(t, "strong-verb")
}

func TestAccusation(t *testing.T) {
	tests := []struct {
		name, text, quote, summary string
		want                       bool
	}{
		{"harmless", "Ida Voss took money from Karl Brandt.", "Ida Voss took money from Karl Brandt", "A banker.", false},
		{"out of nowhere", "Ida Voss took money from Karl Brandt.", "Ida Voss took money from Karl Brandt", "A corrupt banker who took bribes.", true},
		{"said by the source", "The corrupt Ida Voss took money from Karl Brandt.", "The corrupt Ida Voss took money from Karl Brandt", "A corrupt banker.", false},
		{"only suspected", "Ida Voss is suspected of taking bribes from Karl Brandt.", "is suspected of taking bribes from Karl Brandt", "A banker who took bribes.", true},
		{"softened as the source does", "Ida Voss is suspected of taking bribes from Karl Brandt.", "is suspected of taking bribes from Karl Brandt", "A banker whom police suspect of taking bribes.", false},
		{"softened, and not said", "Ida Voss took money from Karl Brandt.", "Ida Voss took money from Karl Brandt", "A banker who allegedly took bribes.", true},
		{"softened in another sentence", "Ida Voss is suspected of taking bribes from Karl Brandt.", "is suspected of taking bribes from Karl Brandt", "A suspected spendthrift. She took bribes.", true},
		{"somebody else says it", "Ida Voss took bribes from Karl Brandt.", "@w Ida Voss took bribes from Karl Brandt", "A banker who took bribes.", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := []string{}
			if test.want {
				want = append(want, "voss")
			}
			status := "ambiguous"
			if strings.HasPrefix(test.quote, "@w") {
				status = "attributed"
			}
			tr := trial{text: test.text, quotes: []string{test.quote}, claims: claim("paid", status, 1), nodes: strings.Replace(brandtAndVoss, "A banker.", test.summary, 1)}
			tr.expect(t, "accusation", want...)
		})
	}
}

func TestAccusationInOtherPlaces(t *testing.T) {
	plain := trial{text: "Karl Brandt paid Ida Voss in 1890.", quotes: []string{"Karl Brandt paid Ida Voss in 1890"}, claims: claim("paid", "", 1)}
	tr := plain
	tr.nodes = strings.Replace(brandtAndVoss, "label: Karl Brandt", "label: Karl Brandt, aliases: [the fraudster]", 1)
	tr.expect(t, "accusation", "brandt")
	tr = plain
	tr.claims += "events:\n  - {id: e, label: The bribery, date: 1890, summary: S., participants: [{node: voss, role: paid}], passages: [p1]}\n"
	tr.expect(t, "accusation", "e")
	tr = plain
	tr.claims += "events:\n  - {id: e, label: A payment, date: 1890, summary: S., participants: [{node: voss, role: was bribed}], passages: [p1]}\n"
	tr.expect(t, "accusation", "e")
	tr = plain
	tr.claims += "story:\n  - {id: one, title: How it began, text: Brandt bribes Voss., passages: [p1], state: {light: [r]}}\n"
	tr.expect(t, "accusation", "one")
	tr = plain
	tr.title = "How Brandt defrauded the town"
	tr.expect(t, "accusation", "n")
	plain.expect(t, "accusation")
}

func TestBareQuote(t *testing.T) {
	tests := []struct {
		name, text, quote string
		want              bool
	}{
		{"a clause", "Karl Brandt paid Ida Voss.", "Karl Brandt paid Ida Voss", false},
		{"three words", "She denies it. Karl Brandt paid Ida Voss.", "She denies it", false},
		{"two words", "The tenant was Karl Brandt, not Ida Voss.", "tenant was", true},
		{"a surname and what it did", "Brandt resigned. Ida Voss did not.", "Brandt resigned", false},
		{"a surname and an auxiliary", "Brandt was paid by Ida Voss.", "Brandt was", true},
		{"two Arabic words", "نفى ذلك. Karl Brandt paid Ida Voss.", "نفى ذلك", false},
		{"one Arabic word", "نفى ذلك. Karl Brandt paid Ida Voss.", "نفى", true},
		{"one word", "Karl Brandt paid Ida Voss.", "paid", true},
		{"a name and what it is", "Karl Brandt, a miller, paid Ida Voss.", "Karl Brandt, a miller", true},
		{"a name and an epithet", "The late Karl Brandt paid Ida Voss.", "The late Karl Brandt", true},
		{"a name and a verb", "Karl Brandt resigned. Ida Voss did not.", "Karl Brandt resigned", false},
		{"a name inside a name", "Yes, the mill owner paid Ida Voss.", "the mill owner", false},
		{"two names", "The friends Karl Brandt and Ida Voss.", "Karl Brandt and Ida Voss", false},
		{"words without a name", "Karl Brandt paid Ida Voss a good price.", "a good price", false},
		{"unspaced script", "Karl Brandt 付钱给 Ida Voss.", "付钱给", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := []string{}
			if test.want {
				want = append(want, "p1")
			}
			trial{
				text: test.text, quotes: []string{test.quote}, claims: claim("paid", "", 1),
				nodes: strings.Replace(brandtAndVoss, "label: Karl Brandt", "label: Karl Brandt, aliases: [the mill owner]", 1) +
					"  - {id: mill, label: The mill, kind: organisation, summary: S., passages: [p1]}\n",
			}.expect(t, "bare-quote", want...)
		})
	}
}

// TestBareQuoteOfANode checks that a name alone is enough to show that a node exists.
func TestBareQuoteOfANode(t *testing.T) {
	trial{
		text: "Karl Brandt paid Ida Voss.", quotes: []string{"Karl Brandt paid Ida Voss", "Ida Voss"}, claims: claim("paid", "", 1),
		nodes: strings.Replace(brandtAndVoss, "A banker., passages: [p1]", "A banker., passages: [p2]", 1),
	}.expect(t, "bare-quote")
}

func TestRelationsOnOnePassage(t *testing.T) {
	relation := func(id, from, to, kind, verb, passages string) string {
		return fmt.Sprintf("  - {id: %s, from: %s, to: %s, kind: %s, verb: %q, passages: [%s]}\n", id, from, to, kind, verb, passages)
	}
	tests := []struct {
		name, text string
		quotes     []string
		claims     string
		want       bool
	}{
		{"owns and holds", "The mill of Brandt belongs to Voss.", []string{"The mill of Brandt belongs to Voss"},
			relation("q", "voss", "brandt", "ownership", "owns", "p1") + relation("r", "voss", "brandt", "ownership", "holds", "p1"), true},
		{"once in each direction", "The mill of Brandt belongs to Voss.", []string{"The mill of Brandt belongs to Voss"},
			relation("q", "voss", "brandt", "ownership", "owns", "p1") + relation("r", "brandt", "voss", "ownership", "owns", "p1"), true},
		{"once in each direction, in other words", "The mill of Brandt belongs to Voss.", []string{"The mill of Brandt belongs to Voss"},
			relation("q", "voss", "brandt", "ownership", "owns", "p1") + relation("r", "brandt", "voss", "membership", "is part of", "p1"), true},
		{"on two passages", "The mill of Brandt belongs to Voss. Voss runs it for Brandt.", []string{"The mill of Brandt belongs to Voss", "Voss runs it for Brandt"},
			relation("q", "voss", "brandt", "ownership", "owns", "p1") + relation("r", "voss", "brandt", "ownership", "runs the mill of", "p2"), false},
		{"a passage that says both", "Voss armed and trained Brandt.", []string{"Voss armed and trained Brandt"},
			relation("q", "voss", "brandt", "arms", "armed", "p1") + relation("r", "voss", "brandt", "training", "trained", "p1"), false},
		{"a passage for the date of both", "In 1890 Voss took over. Voss runs the mill of Brandt. Voss closed the shop of Brandt.", []string{"In 1890 Voss took over", "Voss runs the mill of Brandt", "Voss closed the shop of Brandt"},
			relation("q", "voss", "brandt", "ownership", "holds", "p1, p2") + relation("r", "voss", "brandt", "ownership", "owns", "p1, p3"), false},
		{"one said, and one with another passage", "Voss built the mill of Brandt. It made Voss rich.", []string{"Voss built the mill of Brandt", "It made Voss rich"},
			relation("q", "voss", "brandt", "support", "built a mill for", "p1") + relation("r", "voss", "brandt", "support", "grew rich by", "p1, p2"), false},
		{"one with a passage of its own", "The mill of Brandt belongs to Voss. It burned.", []string{"The mill of Brandt belongs to Voss", "It burned"},
			relation("q", "voss", "brandt", "ownership", "owns", "p1") + relation("r", "voss", "brandt", "ownership", "holds", "p1, p2"), true},
		{"a list", "Voss gave Brandt guns and funds.", []string{"Voss gave Brandt guns and funds"},
			relation("q", "voss", "brandt", "arms", "armed", "p1") + relation("r", "voss", "brandt", "money", "paid", "p1"), false},
		{"of different families", "Voss, whom Brandt befriended, owns the mill of Brandt.", []string{"Voss, whom Brandt befriended, owns the mill of Brandt"},
			relation("q", "voss", "brandt", "ownership", "owns the mill of", "p1") + relation("r", "brandt", "voss", "friendship", "befriended", "p1"), false},
		{"another pair", "Voss owns the mill of Brandt, and Lund as well.", []string{"Voss owns the mill of Brandt, and Lund as well"},
			relation("q", "voss", "brandt", "ownership", "owns", "p1") + relation("r", "voss", "lund", "ownership", "owns", "p1"), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := []string{}
			if test.want {
				want = append(want, "r")
			}
			trial{text: test.text, quotes: test.quotes, claims: test.claims,
				nodes: brandtAndVoss + "  - {id: lund, label: Lund, kind: organisation, summary: S., passages: [p1]}\n"}.expect(t, "duplicate-relation", want...)
		})
	}
}

// TestRulesAcceptAnyQuote quotes every sequence of words in a text with every pattern
// that the rules look for: no rule may panic.
func TestRulesAcceptAnyQuote(t *testing.T) {
	const text = "Police are looking into whether Karl Brandt, according to K. Voss, bribed Ida Voss; “it is said,” she denied it, he said. Reportedly, no case was closed"
	words := strings.Fields(text)
	for from := range words {
		for to := from + 1; to <= len(words); to++ {
			quote := strings.Join(words[from:to], " ")
			if strings.Count(text, quote) > 1 {
				continue
			}
			trial{text: text + ".", quotes: []string{quote}, claims: claim("bribed", "", 1)}.findings(t, "hedged-claim")
		}
	}
}

// TestSurnameSharedWithCompany checks that a surname identifies a person even if a
// company has the same name.
func TestSurnameSharedWithCompany(t *testing.T) {
	firm := "  - {id: firm, label: Brandt’s mills, aliases: [Voss & Sons], kind: organisation, summary: S., passages: [p1]}\n"
	tr := trial{text: "Brandt paid Voss.", quotes: []string{"Brandt paid Voss"}, claims: claim("paid", "", 1), nodes: brandtAndVoss + firm}
	tr.expect(t, "unnamed-end")
	tr.nodes = brandtAndVoss + strings.Replace(firm, "organisation", "person", 1)
	tr.expect(t, "unnamed-end", "r")
}
