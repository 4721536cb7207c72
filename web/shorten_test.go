package web

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestShorten(t *testing.T) {
	for in, want := range map[string]string{
		`<p class="note">a</p>` + "\n</div>":                  `<p class=note>a` + "\n</div>",
		`<p class="a b">a</p> then`:                           `<p class="a b">a</p> then`,
		`<p>a</p>` + "\n" + `<p>b</p>` + "\n" + `<i>c</i>`:    "<p>a\n<p>b</p>\n<i>c</i>",
		`<ul><li>a</li><li lang="en">b</li></ul>`:             `<ul><li>a<li lang=en>b</ul>`,
		"<ul><li>a</li>\n<li>b</li></ul>":                     "<ul><li>a</li>\n<li>b</ul>",
		`<svg viewBox="0 0 4 4"><use href="#sign-1"/></svg>`:  `<svg viewbox="0 0 4 4"><use href=#sign-1 /></svg>`,
		`<a href="?a=b&amp;c" title='"x"'>`:                   `<a href="?a=b&amp;c" title='"x"'>`,
		`<b title="it&#39;s &#34;x&#34; &lt;" data-long="">`:  `<b title="it's &#34;x&#34; <" data-long>`,
		`<i data-state="{&#34;a&#34;:1}">&lt;b&gt;&nbsp;</i>`: `<i data-state='{"a":1}'>&lt;b&gt;&nbsp;</i>`,
		`<script>'<p class="note">a</p></div>'</script><p>a`:  `<script>'<p class="note">a</p></div>'</script><p>a`,
		`<textarea><p class="a">b</p></textarea>`:             `<textarea><p class="a">b</p></textarea>`,
		`<a href="#e-a&amp;b" data-select="x"/>`:              `<a href=#e-a&amp;b data-select=x />`,
		`<a aria-label="¶&nbsp;8">`:                           "<a aria-label=\"¶\u00a08\">",
		"<li>a</li><!-- b --><li>":                            "<li>a</li><!-- b --><li>",
		`<a href="https://example.org/"><p>a</p></a>`:         `<a href=https://example.org/><p>a</p></a>`,
	} {
		got := shorten(in)
		if got != want {
			t.Errorf("%s is %s; want %s", in, got, want)
		}
		if a, b := parsed(t, got), parsed(t, in); a != b {
			t.Errorf("%s means %s; want %s", in, a, b)
		}
	}
}

var space = regexp.MustCompile(`\s`)

// parsed returns markup after parsing as in a browser, without white space.
func parsed(t *testing.T, markup string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := html.Render(&b, root); err != nil {
		t.Fatal(err)
	}
	return space.ReplaceAllString(b.String(), "")
}
