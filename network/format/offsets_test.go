package format_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"proxynet/network/file"
	"proxynet/network/format"
)

// annotated has characters outside the basic plane, typographic quotation marks and a
// repeated name, so that each way to count gives different offsets.
const annotated = "The quay 🚢🚢\n\n“Berg – so the clerk – paid twice,” علی said 😀.\n\nLater Berg met 𝔸nna at the “Hôtel”.\n"

// TestOffsets imports annotations whose positions count code points, UTF-16 code units
// or bytes, with either line ending and a byte order mark in the article, as the
// programs that write them do.
func TestOffsets(t *testing.T) {
	units := map[string]func(string) int{
		"code points": utf8.RuneCountInString,
		"UTF-16":      func(s string) int { return len(utf16.Encode([]rune(s))) },
		"bytes":       func(s string) int { return len(s) },
	}
	for unit, count := range units {
		for _, file := range []struct{ name, text string }{
			{"lines", annotated}, {"Windows", strings.ReplaceAll(annotated, "\n", "\r\n")}, {"mark", "\ufeff" + annotated}, {"Windows, mark", "\ufeff" + strings.ReplaceAll(annotated, "\n", "\r\n")},
		} {
			span := func(words string) (start, end int) {
				at := strings.LastIndex(file.text, words)
				return count(file.text[:at]), count(file.text[:at+len(words)])
			}
			b0, b1 := span("Berg")
			a0, a1 := span("𝔸nna")
			c0, c1 := span("the clerk")
			p0, p1 := span("علی")
			for form, text := range map[string]string{
				"brat": fmt.Sprintf("T1\tPerson %d %d\tBerg\nT2\tPerson %d %d\t𝔸nna\nT3\tPerson %d %d\tthe clerk\nT4\tPerson %d %d\tعلی\nR1\tmet Arg1:T1 Arg2:T2\nR2\tknows Arg1:T3 Arg2:T4\n", b0, b1, a0, a1, c0, c1, p0, p1),
				"annotations": "[" + marked("#1", "Berg", b0, b1) + "," + marked("#2", "𝔸nna", a0, a1) + "," + marked("#3", "the clerk", c0, c1) + "," + marked("#4", "علی", p0, p1) + "," +
					linking("met", "#1", "#2") + "," + linking("knows", "#3", "#4") + "]",
			} {
				t.Run(form+" "+unit+" "+file.name, func(t *testing.T) {
					checkQuotes(t, form, file.text, text, "“Hôtel”", "Berg met 𝔸nna", "the clerk – paid twice,” علی")
				})
			}
		}
	}
}

// marked returns a Web Annotation of words, or one that links two others.
func marked(id, words string, start, end int) string {
	return fmt.Sprintf(`{"id":%q,"type":"Annotation","target":{"selector":[{"type":"TextQuoteSelector","exact":%q},{"type":"TextPositionSelector","start":%d,"end":%d}]}}`, id, words, start, end)
}

func linking(verb, from, to string) string {
	return fmt.Sprintf(`{"id":"#%s","type":"Annotation","motivation":"linking","body":[{"value":%q,"purpose":"tagging"}],"target":[{"id":%q},{"id":%q}]}`, verb, verb, from, to)
}

// checkQuotes imports annotations with their article, and checks the words and
// positions of the relations' quotes.
func checkQuotes(t *testing.T, form, article, text, after string, want ...string) {
	t.Helper()
	a, diagnostics := file.ReadArticle("a.txt", []byte(article))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	o := format.DefaultOptions()
	o.Format, o.Article = form, a
	n, losses, err := format.Parse("f", []byte(text), o)
	if err != nil {
		t.Fatal(err)
	}
	d, err := file.Read("n", file.Encode(n))
	if err != nil {
		t.Fatal(err)
	}
	if _, diagnostics := d.CheckQuotes(file.Articles{"article": a}); diagnostics != nil {
		t.Error(diagnostics)
	}
	plain := []rune(strings.ReplaceAll(strings.TrimPrefix(article, "\ufeff"), "\r\n", "\n"))
	for i, words := range want {
		if i >= len(n.Relations) || len(n.Relations[i].Passages) != 1 {
			t.Fatalf("relation %d has no passage: %s", i, strings.Join(losses.Lines(), "\n"))
		}
		for _, p := range n.Passages {
			if p.ID != n.Relations[i].Passages[0] {
				continue
			}
			if p.Selector.Exact != words || string(plain[p.Position.Start:p.Position.End]) != words {
				t.Errorf("got %q at %q, want %q", p.Selector.Exact, string(plain[p.Position.Start:p.Position.End]), words)
			}
			if words == want[0] && !strings.Contains(string(plain[p.Position.End:]), after) {
				t.Errorf("%q isn't before %q", words, after)
			}
		}
	}
}

// TestOffsetsInDocuments imports files that contain the annotated text, with positions
// counted as the program that wrote it does.
func TestOffsetsInDocuments(t *testing.T) {
	windows := strings.ReplaceAll(annotated, "\n", "\r\n")
	points, browser := utf8.RuneCountInString, func(s string) int { return len(utf16.Encode([]rune(s))) }
	region := func(id, words, counted string, count func(string) int) string {
		at := strings.LastIndex(counted, words)
		return fmt.Sprintf(`{"id":%q,"type":"labels","value":{"start":%d,"end":%d,"text":%q,"labels":["Person"]}}`, id, count(counted[:at]), count(counted[:at+len(words)]), words)
	}
	studio := func(text, counted string, count func(string) int) string {
		return fmt.Sprintf(`[{"data":{"text":%q},"annotations":[{"result":[%s,%s,{"type":"relation","from_id":"a","to_id":"b","direction":"right","labels":["met"]}]}]}]`,
			text, region("a", "Berg", counted, count), region("b", "𝔸nna", counted, count))
	}
	b, a := points(windows[:strings.LastIndex(windows, "Berg")]), points(windows[:strings.Index(windows, "𝔸nna")])
	for name, text := range map[string]string{
		"labelstudio code points":                             studio(annotated, annotated, points),
		"labelstudio UTF-16":                                  studio(annotated, annotated, browser),
		"labelstudio UTF-16, Windows":                         studio(windows, windows, browser),
		"labelstudio UTF-16, Windows, in a browser":           studio(windows, annotated, browser),
		"doccano code points, Windows, entities out of order": fmt.Sprintf(`{"text":%q,"entities":[{"id":2,"label":"Person","start_offset":%d,"end_offset":%d},{"id":1,"label":"Person","start_offset":%d,"end_offset":%d}],"relations":[{"from_id":1,"to_id":2,"type":"met"}]}`, windows, a, a+4+1, b, b+4),
	} {
		t.Run(name, func(t *testing.T) {
			form, _, _ := strings.Cut(name, " ")
			words := "Berg met 𝔸nna"
			if form == "doccano" {
				words += " " // as the annotator marked them
			}
			checkQuotes(t, form, annotated, text, "“Hôtel”", strings.TrimSpace(words))
		})
	}
}

// TestCausalMapQuotes imports the links table of Causal Map, whose quotes may be
// typeset differently from the article, with several in one cell.
func TestCausalMapQuotes(t *testing.T) {
	for _, article := range []string{annotated, "\ufeff" + strings.ReplaceAll(annotated, "\n", "\r\n")} {
		checkQuotes(t, "csv", article, "\ufefflink_id;from_label;to_label;statement_id;quote\r\n7;Berg;𝔸nna;1;\"Later Berg met 𝔸nna at the \"\"Hôtel\"\"\"\r\n", ".", "Later Berg met 𝔸nna at the “Hôtel”")
	}
}

// TestAnnotationVariants imports Web Annotations in the variants that programs write.
func TestAnnotationVariants(t *testing.T) {
	quote := func(id, selector string) string {
		return fmt.Sprintf(`{"@context":"http://www.w3.org/ns/anno.jsonld","id":%q,"type":"Annotation","body":[],"target":{"source":"https://example.org","selector":%s}}`, id, selector)
	}
	for _, test := range []struct{ name, text string }{
		{"quotes alone", "[" + quote("1", `{"type":"TextQuoteSelector","exact":"Berg","prefix":"Later ","suffix":" met"}`) + "," + quote("2", `[{"type":"TextQuoteSelector","exact":"𝔸nna"}]`) + "," + linking("met", "1", "2") + "]"},
		{"positions in another text", "[" + quote("1", `[{"type":"TextQuoteSelector","exact":"Berg","prefix":"Later "},{"type":"TextPositionSelector","start":5,"end":9}]`) + "," + marked("2", "𝔸nna", 900, 905) + "," + linking("met", "1", "2") + "]"},
		{"a body and a target, and their words apart", "[" + quote("1", `{"exact":"Berg","prefix":"Later "}`) + "," + quote("2", `{"exact":"𝔸nna"}`) +
			`,{"id":"l","type":"Annotation","motivation":"linking","target":"1","body":"2"},{"id":"m","type":"Annotation","motivation":"tagging","target":"l","body":[{"type":"TextualBody","value":"met"}]}]`},
		{"keywords with @", `[{"@id":"1","@type":"Annotation","target":{"selector":{"exact":"Berg","prefix":"Later "}}},{"@id":"2","target":{"selector":{"exact":"𝔸nna"}}},{"@id":"3","@type":"Annotation","motivation":["oa:linking"],"body":{"value":"met"},"target":["1","2"]}]`},
		{"a collection", `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[` + quote("1", `{"exact":"Berg","prefix":"Later "}`) + "," + quote("2", `{"exact":"𝔸nna"}`) + "," + linking("met", "1", "2") + "]}}"},
	} {
		t.Run(test.name, func(t *testing.T) {
			checkQuotes(t, "annotations", annotated, test.text, "“Hôtel”", "Berg met 𝔸nna")
		})
	}
	a, _ := file.ReadArticle("a.txt", []byte(annotated))
	for _, test := range []struct{ name, form, text, want, loss string }{
		{"words that the article lacks", "annotations", "[" + marked("#9", "Zoe", 1, 4) + "," + marked("#8", "Berg", 0, 4) + "," + linking("met", "#9", "#8") + "]", `f:1: #9: it quotes "Zoe", which the article does not have; name the text that was annotated with --article`, ""},
		{"words that occur twice", "annotations", "[" + quote("1", `{"exact":"Berg"}`) + "," + quote("2", `{"exact":"𝔸nna"}`) + "," + linking("met", "1", "2") + "]", "", "annotations whose words occur more than once in the article, kept without a place: 1, such as \"Berg\""},
		{"words that are elsewhere", "brat", "T1\tPerson 0 4\tBerg\nT2\tPerson 4 8\tquay\nR1\tmet Arg1:T1 Arg2:T2\n", `f:1: T1: it marks "Berg", and the article has "The " there; name the text that was annotated with --article`, ""},
		{"places in HTML", "labelstudio", `[{"data":{"html":"<p>Berg met 𝔸nna</p>"},"annotations":[{"result":[{"id":"a","type":"hypertextlabels","value":{"start":"/p[1]/text()[1]","end":"/p[1]/text()[1]","startOffset":0,"endOffset":4,"globalOffsets":{"start":0,"end":4},"text":"Berg","hypertextlabels":["Person"]}},{"id":"b","type":"hypertextlabels","value":{"start":"/p[1]/text()[1]","end":"/p[1]/text()[1]","startOffset":9,"endOffset":14,"text":"𝔸nna","hypertextlabels":["Person"]}},{"type":"relation","from_id":"a","to_id":"b","labels":["met"]}]}]}]`, "", "places of regions in HTML and in dialogues, left out: 2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := format.DefaultOptions()
			o.Format, o.Article = test.form, a
			n, losses, err := format.Parse("f", []byte(test.text), o)
			got := ""
			if err != nil {
				got = err.Error()
			} else if len(n.Relations) != 1 {
				t.Errorf("got %d relations", len(n.Relations))
			}
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if err == nil && !strings.Contains(strings.Join(losses.Lines(), "\n"), test.loss) {
				t.Errorf("nothing says %s:\n%s", test.loss, strings.Join(losses.Lines(), "\n"))
			}
		})
	}
}
