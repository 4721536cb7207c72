package format_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// claimsOf returns the relations of a network with the labels of their ends and their
// passages.
func claimsOf(n *network.Network) []string {
	labels, passages, speakers := map[string]string{}, map[string]network.Passage{}, map[string]network.Speaker{}
	for _, o := range n.Nodes {
		labels[o.ID] = o.Label
	}
	for _, p := range n.Passages {
		passages[p.ID] = p
	}
	for _, s := range n.Speakers {
		speakers[s.ID] = s
	}
	var all []string
	for _, r := range n.Relations {
		period := ""
		if r.Period != nil {
			period = fmt.Sprint(r.Period.EDTF, r.Period.Means, r.Period.Words, r.Period.Note)
		}
		facts := ""
		for _, f := range r.Facts {
			facts += n.Terms().FactText(f) + ";"
		}
		var quoted []string
		for _, id := range r.Passages {
			p := passages[id]
			said := ""
			if s := speakers[p.Speaker]; s.Kind != network.Article {
				said = s.Label + " " + string(p.Manner)
			}
			quoted = append(quoted, fmt.Sprint(p.Paragraph, p.Selector.Exact, said))
		}
		all = append(all, fmt.Sprintf("%s|%s|%s|%s|%v|%s|%s|%v|%v|%s|%s|%s|%q", r.ID, labels[r.From], r.Verb, labels[r.To], r.Directed, r.Kind, r.Status, r.Past, r.Open, period, r.Inference+r.Note, facts, quoted))
	}
	slices.Sort(all)
	return all
}

// TestClaimsRoundTrip exports tables of claims, imports them with their article, and
// compares the claims and their quotes.
func TestClaimsRoundTrip(t *testing.T) {
	tests := []struct{ network, article string }{
		{"../file/testdata/harbour.yaml", "../file/testdata/harbour.txt"},
		{"../file/example/network.yaml", "../file/example/article.txt"},
		{poyais, "../file/example/poyais/article.txt"},
		{ferry, ""}, // quotes two articles
		{"", ""},
	}
	for _, test := range tests {
		n, err := file.Load(test.network)
		if err != nil {
			t.Fatal(err)
		}
		o := format.DefaultOptions()
		if test.article != "" {
			var diagnostics file.Diagnostics
			if o.Article, diagnostics = file.OpenArticle(test.article); diagnostics != nil {
				t.Fatal(diagnostics)
			}
		}
		for _, form := range []string{"claims", "claims-csv"} {
			t.Run(filepath.Base(filepath.Dir(test.network))+" "+form, func(t *testing.T) {
				out, lost := exported(t, n, form)
				got, losses, err := format.Parse("f", []byte(out), o)
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(got.Vocabulary, n.Vocabulary) {
					t.Errorf("got the terms %+v, want %+v", got.Vocabulary, n.Vocabulary)
				}
				if test.article == "" {
					claimsWithoutArticle(t, got, n, losses)
					return
				}
				if g, w := claimsOf(got), claimsOf(n); !slices.Equal(g, w) {
					t.Errorf("got\n%s\nwant\n%s", strings.Join(g, "\n"), strings.Join(w, "\n"))
				}
				for _, line := range losses.Lines() {
					if !strings.HasPrefix(line, "ids that were changed") && !strings.HasPrefix(line, "nodes of an unknown kind") {
						t.Errorf("importing what was exported loses: %s", line)
					}
				}
				for _, want := range []string{"the network’s id, title, summary and language, left out: 1", "sources, of which only the quotes are kept: 1"} {
					if !strings.Contains(lost, want) {
						t.Errorf("nothing says %s: %s", want, lost)
					}
				}
			})
		}
	}
}

// claimsWithoutArticle compares claims imported without their article, whose quotes are
// kept in notes.
func claimsWithoutArticle(t *testing.T, got, n *network.Network, losses *format.Losses) {
	t.Helper()
	brief := func(n *network.Network) (all []string) {
		for _, r := range n.Relations {
			all = append(all, fmt.Sprint(r.ID, r.Verb, r.Kind, r.Directed, len(r.Facts)))
		}
		return all
	}
	if g, w := brief(got), brief(n); !slices.Equal(g, w) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(g, "\n"), strings.Join(w, "\n"))
	}
	for i, r := range got.Relations {
		for _, q := range n.Relations[i].Passages {
			at := slices.IndexFunc(n.Passages, func(p network.Passage) bool { return p.ID == q })
			if words := n.Passages[at].Selector.Exact; len(words) < 100 && len(n.Relations[i].Passages) == 1 && !strings.Contains(r.Note, words) {
				t.Errorf("%s: %q does not quote %q", r.ID, r.Note, words)
			}
		}
	}
	if all := strings.Join(losses.Lines(), "\n"); !strings.Contains(all, "quotes, kept in notes; name the article") {
		t.Errorf("nothing says that quotes are kept in notes: %s", all)
	}
}

// TestUndeclaredFacts imports facts of an undeclared kind, as from a table whose first
// row was deleted.
func TestUndeclaredFacts(t *testing.T) {
	const text = "from,verb,to,facts\nberg,lent to,clerk,\"[{\"\"kind\"\":\"\"loan\"\",\"\"value\"\":\"\"200\"\",\"\"currency\"\":\"\"GBP\"\",\"\"passages\"\":[]}]\"\n"
	n, losses, err := parse("csv", text, format.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := n.Relations[0].Note, "Imported with fact loan 200 GBP."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := `facts of a kind that the file does not declare, kept in summaries and notes: 1, such as "loan"`; !slices.Contains(losses.Lines(), want) {
		t.Errorf("nothing says %s: %q", want, losses.Lines())
	}
}

// TestClaims reads fields that only tables of claims have.
func TestClaims(t *testing.T) {
	a, diagnostics := file.ReadArticle("a.txt", []byte(quoted))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	o := format.DefaultOptions()
	o.Article = a
	const head = "from,verb,to,status,quote,speaker,against\n"
	tests := []struct{ name, text, want, loss string }{
		{"a second quote", head + "Berg,paid,clerk,attributed,\"Berg paid the clerk, the council found\",Council,\nBerg,paid,clerk,attributed,He paid me twice,Clerk,\n", "attributed 2 ", ""},
		{"the same quote twice", head + "Berg,paid,clerk,,\"Berg paid the clerk, the council found\",,\nBerg,paid,clerk,,\"Berg paid the clerk, the council found\",,\n", "stated 1 ", ""},
		{"another status", head + "Berg,paid,clerk,stated,\"Berg paid the clerk, the council found\",,\nBerg,paid,clerk,attributed,He paid me twice,Clerk,\n", "stated 1 ; attributed 1 ", ""},
		{"against", head + "Berg,paid,clerk,,\"Berg paid the clerk, the council found\",,no\nBerg,paid,clerk,attributed,Berg denied that he paid anybody,Berg,yes\n",
			"stated 1  berg-2 denies p3-berg-denied-that", ""},
		{"against in the same row", head + "Berg,paid,clerk,,\"Berg paid the clerk, the council found\",,Berg denied that he paid anybody\n",
			"stated 1  the-article contradicts p3-berg-denied-that", ""},
		{"against in the same row, with who denies it", "from,verb,to,quote,against,denied by\nBerg,paid,clerk,\"Berg paid the clerk, the council found\",“Berg denied that he paid anybody”,Berg\n",
			"stated 1  berg-2 denies p3-berg-denied-that", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, losses, err := format.Parse("f", []byte(test.text), o)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range n.Relations {
				said := fmt.Sprintf("%s %d %s", r.Status, len(r.Passages), r.Note)
				for _, d := range r.Against {
					said += fmt.Sprintf(" %s %s %s", d.Speaker, d.Says, strings.Join(d.Passages, " "))
				}
				got = append(got, said)
			}
			if s := strings.Join(got, "; "); s != test.want {
				t.Errorf("got %s, want %s", s, test.want)
			}
			if test.loss != "" && !slices.Contains(losses.Lines(), test.loss) {
				t.Errorf("nothing says %s: %q", test.loss, losses.Lines())
			}
		})
	}
}

// TestMisquotedDenial imports a denial with a quote that is not in the article, in the
// row of the claim.
func TestMisquotedDenial(t *testing.T) {
	a, diagnostics := file.ReadArticle("a.txt", []byte(quoted))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	o := format.DefaultOptions()
	o.Article = a
	_, _, err := format.Parse("f", []byte("from,verb,to,quote,against\nBerg,paid,clerk,\"Berg paid the clerk, the council found\",Berg swore he was away\n"), o)
	if want := `f:2: column "against": `; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s…", err, want)
	}
}

// TestDenialWithoutClaim imports a denial of a claim that is in no row.
func TestDenialWithoutClaim(t *testing.T) {
	_, _, err := parse("csv", "from,verb,to,quote,against\nberg,paid,clerk,Berg denied it,yes\n", format.DefaultLimits())
	want := `f:2: column "against": it is against a claim that no row above it has; write the row with the claim, with the same from, verb and to, above it`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestClaimDiagnosticsNameCells imports a workbook whose claims are invalid in an
// author's file.
func TestClaimDiagnosticsNameCells(t *testing.T) {
	path := filepath.Join(t.TempDir(), "claims.xlsx")
	data := workbook(t, map[string][][]string{"Claims": {
		{"from", "verb", "to", "status", "quote", "speaker"},
		{"berg", "paid", "clerk", "attributed", "Berg paid the clerk, the council found", ""},
	}})
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	a, diagnostics := file.ReadArticle("a.txt", []byte(quoted))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	o := format.DefaultOptions()
	o.Article = a
	_, _, err := format.Import([]string{path}, o)
	want := `claims.xlsx: sheet "Claims", row 2: berg-clerk: it is attributed, but all its passages are in the source's own voice`
	if err == nil || !strings.Contains(cmp.Or(err.Error(), ""), want) {
		t.Errorf("got %v, want %s …", err, want)
	}
}
