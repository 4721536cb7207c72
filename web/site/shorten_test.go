package site_test

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"proxynet/web/site"
)

func TestShorten(t *testing.T) {
	for in, want := range map[string]string{
		`<p class="note">a</p>` + "\n</div>":                     `<p class=note>a` + "\n</div>",
		`<p class="a b">a</p> then`:                              `<p class="a b">a</p> then`,
		`<ul><li>a</li><li lang="en">b</li></ul>`:                `<ul><li>a<li lang=en>b</ul>`,
		`<use href="#sign-1"/>`:                                  `<use href="#sign-1"/>`,
		`<a href="?a=b" title='"x"'>`:                            `<a href="?a=b" title='"x"'>`,
		`<script>'<p class="note">a</p></div>'</script>`:         `<script>'<p class="note">a</p></div>'</script>`,
		`<article class="entry step" id="e-a" data-id="a" lang>`: `<article class="entry step" id=e-a lang>`,
		`<article class="entry" id="e-a" data-id="b">`:           `<article class=entry id=e-a data-id=b>`,
		quote("p1", "p1"):                                        strings.NewReplacer(` data-passage="p1"`, "", "</p>", "", `"passage"`, "passage", `"en"`, "en", `"#e-p1"`, "#e-p1").Replace(quote("p1", "p1")),
		quote("p1", "p2"):                                        strings.NewReplacer("</p>", "", `"passage"`, "passage", `"p1"`, "p1", `"en"`, "en", `"#e-p2"`, "#e-p2").Replace(quote("p1", "p2")),
	} {
		got := site.Shorten(in)
		if got != want {
			t.Errorf("%s is %s; want %s", in, got, want)
		}
		if a, b := parsed(t, got), parsed(t, in); a != b {
			t.Errorf("%s means %s; want %s", in, a, b)
		}
	}
}

// quote returns the markup of a passage's quote, with a last link to another passage.
func quote(passage, link string) string {
	return `<blockquote class="passage" data-passage="` + passage + `" lang="en"><p>“words”</p><footer>WSJ · <a href="#e-` + link + `">4</a></footer></blockquote>`
}

// left matches the ids that the page's script restores, and white space.
var left = regexp.MustCompile(` data-(?:id|passage)="[^"]*"|\s`)

// parsed returns markup after parsing as in a browser, without the ids that may be
// omitted.
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
	return left.ReplaceAllString(b.String(), "")
}
