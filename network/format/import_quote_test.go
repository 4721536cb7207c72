package format_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/format"
)

const quoted = "How the quay was sold\n\nBerg paid the clerk, the council found. “He paid me twice,” the clerk said.\n\nBerg denied that he paid anybody. Nobody else paid the clerk.\n"

// TestQuotesBecomePassages imports a table of claims with the article of their quotes,
// and checks the quotes as the author would.
func TestQuotesBecomePassages(t *testing.T) {
	a, diagnostics := file.ReadArticle("a.txt", []byte(quoted))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	o := format.DefaultOptions()
	o.Article = a
	n, _, err := tables(t, o, "from,verb,to,status,quote,speaker,paragraph\n"+
		"berg,paid,clerk,,\"Berg paid the clerk, the council found\",,\n"+
		"berg,paid twice,clerk,attributed,He paid me twice,The clerk,2\n"+
		"berg,did not pay,all,attributed,“he paid anybody”,Berg,\n"+
		"berg,may have paid,council,ambiguous,\"Berg paid the clerk, the council found\",,\n"+
		"others,did not pay,clerk,,paid the clerk,,3\n"+
		"others,paid,all,,,,\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range n.Relations {
		got = append(got, fmt.Sprintf("%s %s %v %s", r.Verb, r.Status, r.Passages, r.Note))
	}
	want := []string{
		"paid stated [p2-berg-paid-the] ",
		"paid twice attributed [p2-he-paid-me] ",
		"did not pay attributed [p3-he-paid-anybody] ",
		"may have paid ambiguous [p2-berg-paid-the] ",
		"did not pay stated [p3-paid-the-clerk] ",
		"paid unsourced [] ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	got = nil
	for _, p := range n.Passages {
		got = append(got, fmt.Sprintf("%s %d %s %s", p.ID, p.Paragraph, p.Speaker, p.Manner))
	}
	want = []string{"p2-berg-paid-the 2 the-article own", "p2-he-paid-me 2 the-clerk quoted", "p3-he-paid-anybody 3 berg-2 paraphrased", "p3-paid-the-clerk 3 the-article own"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	d, err := file.Read("n", file.Encode(n))
	if err != nil {
		t.Fatal(err)
	}
	if _, diagnostics := d.CheckQuotes(file.Articles{"article": a}); diagnostics != nil {
		t.Error(diagnostics)
	}
	if d.Network.Sources[0].Title != "How the quay was sold" {
		t.Errorf("the source is %q", d.Network.Sources[0].Title)
	}
}

// TestMisquotes imports quotes that differ from the article: every diagnostic names the
// cell.
func TestMisquotes(t *testing.T) {
	a, diagnostics := file.ReadArticle("a.txt", []byte(quoted))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	o := format.DefaultOptions()
	o.Article = a
	rows := [][]string{
		{"from", "verb", "to", "status", "quote", "speaker", "paragraph"},
		{"others", "paid", "all", "", "paid the clerk", "", ""},
		{"others", "sold", "all", "stated", "Berg paid the clerk, the board found", "", ""},
		{"berg", "paid", "clerk", "", "the council found", "", "3"},
	}
	want := []string{
		` the article has this quote in paragraph 2, 3, more than once; quote more of the sentence, or name the paragraph in a column “paragraph”`,
		` misquoted: it has "clerk, the board found"; paragraph 2 of the article has "clerk, the council found"`,
		` the quote is in paragraph 2, not 3; correct the paragraph, or leave it out`,
	}
	places := map[string][]string{
		"csv":  {`f:2: column "quote":`, `f:3: column "quote":`, `f:4: column "paragraph":`},
		"xlsx": {`f: sheet "claims", cell E2:`, `f: sheet "claims", cell E3:`, `f: sheet "claims", cell G4:`},
	}
	for form, data := range map[string][]byte{"csv": []byte(csvOf(rows)), "xlsx": workbook(t, map[string][][]string{"claims": rows})} {
		t.Run(form, func(t *testing.T) {
			_, _, err := format.Parse("f", data, o)
			var all []string
			for i, problem := range want {
				all = append(all, places[form][i]+problem)
			}
			if err == nil || err.Error() != strings.Join(all, "\n") {
				t.Errorf("got\n%v\nwant\n%s", err, strings.Join(all, "\n"))
			}
		})
	}
}

// TestStatusesOfQuotesAreChecked imports claims whose quotes don't support their
// status: the diagnostics name the lines of the table.
func TestStatusesOfQuotesAreChecked(t *testing.T) {
	a, diagnostics := file.ReadArticle("a.txt", []byte(quoted))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	o := format.DefaultOptions()
	o.Article = a
	_, _, err := tables(t, o, "from,verb,to,status,quote,speaker\n"+
		"berg,paid,clerk,attributed,\"Berg paid the clerk, the council found\",\n"+
		"clerk,lied to,berg,stated,He paid me twice,The clerk\n")
	want := "0.csv:2: berg-clerk: it is attributed, but all its passages are in the source's own voice"
	if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "0.csv:3: clerk-berg: it is stated, but all its passages are the words of others") {
		t.Errorf("got %v, want %s …", err, want)
	}
}
