package lint_test

import (
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/lint"
)

// quayText and quayNetwork are a fictional article and its network, without a
// finding. Each case of TestAuthoring makes one mistake in them.
const quayText = `How a mayor’s brother came to own the quay

Anna Reiss, the mayor, signed the lease of the quay in spring 2019. The tenant was Quay Holdings, a company.

Quay Holdings belongs to Tolland Trust, and Tolland Trust belongs to Peter Reiss, her brother, as the register has it. “I have never owned a quay,” Peter Reiss said.

Sandbank & Sons is run by Mira Voss: a former deputy. The bank lent the money. The bank lent the money again.

Prosecutors are looking into whether Peter Reiss paid $40,000 to Anna Reiss. She denies it.
`

const quayNetwork = `format: 1
id: quay
title: Who owns the quay
summary: Who owns the quay.
lang: en
root: peter
sources:
  - {id: article, title: The quay, lang: en}
speakers:
  - {id: voice, label: The article, kind: article}
  - {id: anna-says, label: Anna Reiss, kind: named, node: anna}
passages:
  - {id: p-lease, paragraph: 2, exact: signed the lease of the quay}
  - id: p-tenant
    paragraph: 2
    exact: The tenant was Quay Holdings
  - {id: p-quay, paragraph: 3, exact: Quay Holdings belongs to Tolland Trust}
  - {id: p-trust, paragraph: 3, exact: "Tolland Trust belongs to Peter Reiss, her brother"}
  - {id: p-bank, paragraph: 4, exact: "is run by Mira Voss: a former deputy"}
  - {id: p-inquiry, paragraph: 5, exact: "Prosecutors are looking into whether Peter Reiss paid $40,000 to Anna Reiss"}
  - {id: p-denial, paragraph: 5, exact: She denies it, speaker: anna-says, manner: paraphrased}
nodes:
  - {id: anna, label: Anna Reiss, aliases: [Reiss], kind: person, summary: The mayor., passages: [p-lease]}
  - {id: quay-holdings, label: Quay Holdings, kind: organisation, summary: The tenant., passages: [p-tenant]}
  - {id: tolland, label: Tolland Trust, kind: organisation, summary: A trust., passages: [p-quay]}
  - {id: peter, label: Peter Reiss, kind: person, summary: Her brother., passages: [p-trust]}
  - {id: bank, label: Sandbank & Sons, kind: organisation, summary: The bank., passages: [p-bank]}
  - {id: voss, label: Mira Voss, kind: person, summary: Its head., passages: [p-bank]}
relations:
  - {id: anna-quay, from: anna, to: quay-holdings, kind: support, verb: leased the quay to, period: {edtf: 2019-21, words: spring 2019}, passages: [p-lease, p-tenant]}
  - {id: tolland-quay, from: tolland, to: quay-holdings, kind: ownership, verb: owns, passages: [p-quay]}
  - {id: peter-tolland, from: peter, to: tolland, kind: ownership, verb: owns, passages: [p-trust]}
  - {id: voss-bank, from: voss, to: bank, kind: command, verb: runs, passages: [p-bank]}
  - {id: peter-anna, from: peter, to: anna, kind: money, verb: paid money to, status: ambiguous, passages: [p-inquiry], against: [{speaker: anna-says, passages: [p-denial]}]}
`

// TestAuthoring makes typical mistakes of authors, one at a time. The findings must be
// exactly those wanted, in order, each identified by a part of its text.
func TestAuthoring(t *testing.T) {
	const (
		inNetwork = iota
		inText
	)
	tests := []struct {
		name     string
		where    int
		old, new string
		want     []string // empty if the change is no mistake
	}{
		{"sound", inNetwork, "", "", nil},

		// Quotes.
		{"wrong quote", inNetwork, "The tenant was Quay Holdings", "The tenant is Quay Holding", []string{`misquoted: it has "The tenant is Quay`}},
		{"quote twice", inNetwork, "exact: The tenant was Quay Holdings", "exact: Reiss", []string{"this text occurs 5 times in the article", "its quote is only a name"}},
		{"quote twice in the paragraph", inNetwork, "exact: The tenant was Quay Holdings", "exact: The bank lent the money", []string{"this text occurs 2 times in the article (paragraph 4)"}},
		{"straight quotation marks", inNetwork, `"Tolland Trust belongs to Peter Reiss, her brother"`, `"I have never owned a quay,\" Peter Reiss said"`, []string{"“check --fix” writes the article’s own quotation marks", "[hedged-claim]"}},
		{"curly quotation marks around it", inNetwork, "exact: The tenant was Quay Holdings", "exact: “The tenant was Quay Holdings”", []string{"the curly quotation marks around it are part of the quote", "[hedged-claim]"}},
		{"parts joined", inNetwork, "exact: The tenant was Quay Holdings", "exact: signed the lease … The tenant was Quay Holdings", []string{"it joins several texts of the article with an ellipsis; make a passage of each"}},
		{"only a name", inNetwork, "exact: The tenant was Quay Holdings", `exact: "Quay Holdings, a company"`, []string{"its quote is only a name, which supports no claim"}},
		{"two words", inNetwork, "exact: The tenant was Quay Holdings", "exact: tenant was", []string{"its quote has 2 words, too few to bear a claim"}},
		{"caption that the text lacks", inNetwork, "exact: The tenant was Quay Holdings", `exact: "The north quay. Photo: A. Smith"`, []string{"this text is not in the article, nor anything much like it"}},
		{"caption in the text", inText, "Quay Holdings belongs", "The quay. Photo: A. Smith\n\nQuay Holdings belongs", []string{"its words are in paragraph 4, not 3", "in paragraph 4", "in paragraph 5", "in paragraph 6", "in paragraph 6"}},
		{"irrelevant passage", inNetwork, "verb: runs, passages: [p-bank]", "verb: owns shares in, passages: [p-tenant]", []string{"voss-bank: no paragraph that it cites names voss or bank"}},
		{"passage id misspelt", inNetwork, "The tenant., passages: [p-tenant]", "The tenant., passages: [p-tennant]", []string{"unknown passage \"p-tennant\" in \"passages\"; did you mean p-tenant?"}},
		{"passage id twice", inNetwork, "id: p-tenant\n", "id: p-lease\n", []string{"this id is already a passage's", `unknown passage "p-tenant"`, `unknown passage "p-tenant"`}},
		{"no passages", inNetwork, "verb: runs, passages: [p-bank]", "verb: runs", []string{"no passage supports it; name one in “passages: [id]”, or take it out"}},

		// YAML.
		{"tab", inNetwork, "  - {id: tolland,", "\t- {id: tolland,", []string{"it is indented with a tab"}},
		{"tab in a block", inNetwork, "    paragraph: 2", "\tparagraph: 2", []string{"it is indented with a tab"}},
		{"indentation", inNetwork, "  - {id: tolland,", " - {id: tolland,", []string{"it is indented by 1 space, but the lines it belongs to by 2"}},
		{"indentation in a block", inNetwork, "    paragraph: 2", "   paragraph: 2", []string{"it is indented by 3 spaces, but the lines it belongs to by 4"}},
		{"unclosed quotation mark", inNetwork, "summary: The mayor.", `summary: "The mayor.`, []string{"a quotation mark is never closed"}},
		{"colon in a label", inNetwork, "label: Sandbank & Sons", "label: Sandbank: the bank", []string{"a colon inside the text makes the part before it a field name"}},
		{"colon in a quote", inNetwork, `"is run by Mira Voss: a former deputy"`, "is run by Mira Voss: a former deputy", []string{"a colon inside the text makes the part before it a field name"}},
		{"comma in a summary", inNetwork, "summary: The mayor.", "summary: The mayor, and his sister.", []string{"inside { } a comma ends a value"}},
		{"label that begins with &", inNetwork, "label: Sandbank & Sons", "label: &Sons", []string{`"label" begins with &, which names a value in YAML`}},
		{"bracket in a label", inNetwork, "label: Tolland Trust", "label: Tolland [Trust]", []string{"a bracket or brace inside the text is syntax to YAML"}},
		{"no-break space", inNetwork, "summary: The mayor.", "summary:\u00a0The mayor.", []string{`there is a no-break space after the colon of "summary"`}},
		{"missing comma", inNetwork, "{id: quay-holdings, label", "{id: quay-holdings label", []string{"the comma before “label” is missing"}},
		{"unclosed brace", inNetwork, "summary: A trust., passages: [p-quay]}", "summary: A trust., passages: [p-quay]", []string{"a brace, {, is never closed"}},
		{"merge conflict", inNetwork, "  - {id: tolland,", "<<<<<<< HEAD\n  - {id: tolland,", []string{"this is a merge conflict marker"}},
		{"Windows-1252", inNetwork, "label: Anna Reiss,", "label: Anna Rei\xdf,", []string{"this is not UTF-8; save the file in UTF-8"}},
		{"CRLF", inNetwork, "\n", "\r\n", nil},
		{"apostrophe", inNetwork, "summary: The mayor.", "summary: Portwick's mayor.", nil},
		{"percent sign", inNetwork, "verb: owns, passages: [p-quay]", "verb: owns 40% of, passages: [p-quay]", nil},
		{"label No", inNetwork, "label: Tolland Trust", "label: No, aliases: [Tolland Trust]", nil},
		{"comment", inNetwork, "  - {id: voss-bank,", "  # TODO legal: is Voss still a deputy?\n  - {id: voss-bank,", nil},
		{"empty verb", inNetwork, "verb: runs,", "verb:,", []string{`"verb" is empty; give it a value`}},

		// Ids and names.
		{"no id", inNetwork, "{id: quay-holdings, label", "{label", []string{`node 2: it has no "id"; add “id: quay-holdings”`, `unknown node "quay-holdings"`, `unknown node "quay-holdings"`}},
		{"relation without an id", inNetwork, "{id: voss-bank, from", "{from", []string{`relation 4: it has no "id"; add “id: …”`}},
		{"capitals in an id", inNetwork, "{id: quay-holdings,", "{id: Quay Holdings,", []string{`bad id "Quay Holdings"; write it with a–z, 0–9 and -, at most 64 characters, such as quay-holdings`, `unknown node`, `unknown node`}},
		{"label for an id", inNetwork, "from: peter, to: tolland", "from: Peter Reiss, to: Tolland Trust", []string{"did you mean peter, whose label that is?", "did you mean tolland, whose label that is?"}},
		{"same id", inNetwork, "relations:\n", "  - {id: peter, label: P. R., kind: person, summary: Her brother., passages: [p-trust]}\nrelations:\n", []string{"this id is already a node's"}},
		{"same label", inNetwork, "relations:\n", "  - {id: peter2, label: Peter Reiss, kind: person, summary: Her brother., passages: [p-trust]}\nrelations:\n", []string{"peter2: it is in no relation", `peter2: its name "Peter Reiss" is almost that of peter`}},
		{"initial for a name", inNetwork, "relations:\n", "  - {id: peter2, label: P. Reiss, kind: person, summary: Her brother., passages: [p-trust]}\nrelations:\n", []string{"peter2: it is in no relation", `its name "P. Reiss" is almost that of peter`}},
		{"alias of another", inNetwork, "relations:\n", "  - {id: reiss, label: Reiss, kind: person, summary: Her brother., passages: [p-trust]}\nrelations:\n", []string{"reiss: it is in no relation", `reiss: its name "Reiss" is almost that of anna`}},
		{"renamed once", inNetwork, "{id: peter,", "{id: peter-reiss,", []string{"root\"; did you mean peter-reiss?", "did you mean peter-reiss?", "did you mean peter-reiss?"}},
		{"node removed", inNetwork, "  - {id: tolland, label: Tolland Trust, kind: organisation, summary: A trust., passages: [p-quay]}\n", "", []string{`unknown node "tolland" in "from"`, `unknown node "tolland" in "to"`}},
		{"relation to itself", inNetwork, "from: peter, to: tolland", "from: peter, to: peter", []string{"it relates peter to itself"}},

		// Kinds and fields.
		{"kind of node", inNetwork, "Sandbank & Sons, kind: organisation", "Sandbank & Sons, kind: bank", []string{"did you mean organisation? To keep the word, declare it in “kinds: {nodes: …}”"}},
		{"company", inNetwork, "Sandbank & Sons, kind: organisation", "Sandbank & Sons, kind: company", []string{"did you mean organisation?"}},
		{"American spelling", inNetwork, "Sandbank & Sons, kind: organisation", "Sandbank & Sons, kind: organization", []string{"did you mean organisation?"}},
		{"kind of relation", inNetwork, "kind: ownership, verb: owns, passages: [p-quay]", "kind: shareholder, verb: owns, passages: [p-quay]", []string{"did you mean ownership? To keep the word, declare it in “kinds: {relations: …}”"}},
		{"kind in capitals", inNetwork, "kind: ownership, verb: owns, passages: [p-quay]", "kind: Ownership, verb: owns, passages: [p-quay]", []string{"did you mean ownership?"}},
		{"country as a field", inNetwork, "{id: tolland, label", "{id: tolland, country: Seychelles, label", []string{"write it as a fact: “facts: [{kind: place, value: …, passages: [ID]}]”"}},
		{"share as a field", inNetwork, "kind: ownership, verb: owns, passages: [p-quay]", "kind: ownership, share: 60%, verb: owns, passages: [p-quay]", []string{"write it as a fact: “facts: [{kind: share, value: 60%,"}},
		{"amount as a field", inNetwork, "kind: money, verb", "kind: money, amount: 40000, verb", []string{"write it as a fact: “facts: [{kind: amount, value: 40000, currency:"}},
		{"address as a field", inNetwork, "kind: money, verb", "kind: money, url: https://register.example/1, verb", []string{"add the page to “sources”, and quote it in a passage that says “source: ID”"}},

		// Dates.
		{"circa", inNetwork, "{edtf: 2019-21, words: spring 2019}", "{edtf: circa 1990s, words: spring 2019}", nil},
		{"season", inNetwork, "{edtf: 2019-21, words: spring 2019}", "{edtf: Spring 2019, words: spring 2019}", nil},
		{"years with a dash", inNetwork, "{edtf: 2019-21, words: spring 2019}", "{edtf: 2010-2015, words: spring 2019}", nil},
		{"month", inNetwork, "{edtf: 2019-21, words: spring 2019}", "{edtf: May 2016, words: spring 2019}", nil},
		{"day and month", inNetwork, "{edtf: 2019-21, words: spring 2019}", "03/05/2019", []string{"“03/05/2019” may be 5 March 2019 or 3 May 2019; write 2019-03-05 or 2019-05-03"}},
		{"ends before it begins", inNetwork, "{edtf: 2019-21, words: spring 2019}", "2019/2015", []string{`the interval "2019/2015" ends before it begins`}},
		{"decade in EDTF", inNetwork, "{edtf: 2019-21, words: spring 2019}", "{edtf: 199X~, words: spring 2019}", nil},
		{"no words", inNetwork, "{edtf: 2019-21, words: spring 2019}", "2019", []string{"its period (2019) has no words of the source that date it"}},

		// Claims.
		{"status left out", inNetwork, "status: ambiguous, ", "", []string{"it is stated, and its passage p-inquiry says “looking into”, “whether”"}},
		{"status of the law", inNetwork, "status: ambiguous", "status: alleged", []string{"did you mean attributed, if the source says who alleges it, or ambiguous?"}},
		{"denial left out", inNetwork, ", against: [{speaker: anna-says, passages: [p-denial]}]", "", []string{"p-denial: no claim cites this passage"}},
		{"relation twice", inNetwork, "  - {id: peter-tolland", "  - {id: holds, from: tolland, to: quay-holdings, kind: ownership, verb: holds, passages: [p-quay]}\n  - {id: peter-tolland", []string{"holds: by its passage p-quay, tolland-quay (line 31) relates the same two as well"}},
		{"relation twice with the same verb", inNetwork, "  - {id: peter-tolland", "  - {id: holds, from: tolland, to: quay-holdings, kind: ownership, verb: owns, passages: [p-quay]}\n  - {id: peter-tolland", []string{"holds: it says the same as tolland-quay"}},
		{"relation the other way round", inNetwork, "  - {id: peter-tolland", "  - {id: owned, from: quay-holdings, to: tolland, kind: ownership, verb: owns, passages: [p-quay]}\n  - {id: peter-tolland", []string{"tolland-quay (line 31)"}},
		{"verb like a sentence", inNetwork, "verb: runs,", "verb: Runs.,", []string{"its verb “Runs.” ends with a punctuation mark, but is read between two names; write it as in a sentence, such as “verb: runs” [verb-form]"}},
		{"verb with a capital", inNetwork, "verb: runs,", "verb: Runs,", []string{"its verb “Runs” begins with a capital"}},
		{"verb with an abbreviation", inNetwork, "verb: runs,", "verb: NATO-trained head of,", nil},
		{"accusing summary", inNetwork, "summary: The mayor.", "summary: A corrupt mayor who took bribes from her brother.", []string{"anna: “corrupt” accuses, and no passage of it says so"}},
		{"accusing headline", inNetwork, "lang: en\n", "headline: How a corrupt mayor sold a quay\nlang: en\n", []string{"quay: “corrupt” accuses, and no passage of it says so"}},

		// Changes to the article.
		{"corrected", inText, "belongs to Tolland Trust", "is owned by Tolland Trust", []string{"p-quay: misquoted"}},
		{"note on top", inText, "\nAnna", "\nCorrection: an earlier version named another quay.\n\nAnna", []string{"its words are in paragraph 3, not 2", "not 2", "not 3", "not 3", "not 4", "not 5", "not 5"}},
		{"case closed", inText, "She denies it.", "She denies it. Prosecutors closed the case in 2020.", []string{"its paragraph says “Prosecutors closed the case in 2020.”, and no relation or event cites that"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data, text := quayNetwork, quayText
			in, most := &data, 1
			if test.where == inText {
				in = &text
			}
			if test.name == "CRLF" {
				most = -1
			}
			if test.old != "" && !strings.Contains(*in, test.old) {
				t.Fatalf("there is no %q to replace", test.old)
			}
			*in = strings.Replace(*in, test.old, test.new, most)
			var found []string
			d, err := file.Read("n", []byte(data))
			if err != nil {
				for _, f := range file.AsDiagnostics(err) {
					found = append(found, f.Error())
				}
			} else {
				a, diagnostics := file.ReadArticle("a", []byte(text))
				if diagnostics != nil {
					t.Fatal(diagnostics)
				}
				for _, f := range lint.Check(d, file.Articles{"article": a}).Findings {
					found = append(found, f.Text())
				}
			}
			for i, f := range found {
				if i >= len(test.want) || !strings.Contains(f, test.want[i]) {
					t.Errorf("finding %d: %s", i+1, f)
				}
			}
			if len(found) < len(test.want) {
				t.Errorf("got %d findings, want %q", len(found), test.want)
			}
		})
	}
}
