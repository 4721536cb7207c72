package intake_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"proxynet/network/file/intake"
)

func read(t *testing.T, name string, data []byte) *intake.Article {
	t.Helper()
	a, err := intake.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got\n%q\nwant\n%q", what, got, want)
	}
}

// page is a saved newspaper page, with the usual content around the article.
const page = `<!DOCTYPE html>
<!-- saved from url=(0041)https://post.example/2019/quay?utm_source=x -->
<html lang="en-GB"><head><meta charset="utf-8"><title>Who owns the quay | The Portwick Post</title>
<meta property="og:site_name" content="The Portwick Post">
<meta property="article:published_time" content="2019-05-03T08:00:00Z">
<link rel="canonical" href="https://post.example/2019/quay">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Post"},
{"@type":"NewsArticle","headline":"Who owns the quay","author":[{"@type":"Person","name":"A. Writer"},{"name":"B. Other"}],"datePublished":"2019-05-02"}]}</script>
<script>var x = "Quay Holdings";</script><style>p{}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/subscribe">Subscribe Now</a></li></ul></nav>
<article><h1>Who owns the quay</h1>
<p>Quay Holdings belongs to <a href="/tolland">Tolland Trust</a>, and Tolland Trust belongs to Peter&nbsp;Reiss &amp; Sons, according to a register that anybody may read.</p>
<figure><img src="q.jpg" alt="The quay"><figcaption>The north quay. Photo: A. Smith</figcaption></figure>
<p>“I have never owned a quay,” Peter Reiss said, and added that the papers had<br>never been his, that the lease was signed by others, and that he would go to court.</p>
<p hidden>Not to be read.</p>
<h2>The bank</h2>
<p>The bank lent the money, which was paid in three parts, in spring, in summer and in autumn, as the clerk wrote down in the book of the harbour.</p>
<ul><li>First, a quarter of it.</li><li>Then, the rest.</li></ul></article>
<aside class="ad"><p>Advertisement: Buy Gold Now</p></aside>
<footer><p>Copyright The Portwick Post</p></footer></body></html>`

func TestReadPage(t *testing.T) {
	a := read(t, "saved.html", []byte(page))
	same(t, "blocks", a.Blocks, []string{
		"Who owns the quay",
		"Quay Holdings belongs to Tolland Trust, and Tolland Trust belongs to Peter Reiss & Sons, according to a register that anybody may read.",
		"“I have never owned a quay,” Peter Reiss said, and added that the papers had never been his, that the lease was signed by others, and that he would go to court.",
		"The bank",
		"The bank lent the money, which was paid in three parts, in spring, in summer and in autumn, as the clerk wrote down in the book of the harbour.",
		"First, a quarter of it.", "Then, the rest.",
	})
	same(t, "captions", a.Captions, []string{"The north quay. Photo: A. Smith"})
	same(t, "metadata", []string{a.Title, a.Author, a.Publisher, a.Date, a.URL, a.Lang},
		[]string{"Who owns the quay", "A. Writer, B. Other", "The Portwick Post", "2019-05-02", "https://post.example/2019/quay", "en-GB"})
	if a.Verbatim || !strings.Contains(fmt.Sprint(a.Notes), "Buy Gold Now") {
		t.Errorf("the notes don't mention what was left out: %q", a.Notes)
	}
	if text := string(a.Text()); strings.Contains(text, "var x") || strings.Contains(text, "Not to be read") || strings.Contains(text, "Photo") {
		t.Errorf("got %s", text)
	}
}

func TestReadSmallPages(t *testing.T) {
	tests := []struct{ name, data, want string }{ // blocks, separated by “|”
		{"without an article element", "<html><head><title>T</title></head><body><p>One sentence.</p><p>Another.</p></body></html>", "T|One sentence.|Another."},
		{"fragment by its ending", "<p>One.</p><p>Two.</p>", "One.|Two."},
		{"breaks for paragraphs", "<html><body>One.<br><br>Two<br>and more.</body></html>", "One.|Two and more."},
		{"entities", "<html><body><p>A &lt;b&gt; &amp;amp; &#8220;c&#8221;</p></body></html>", "A <b> &amp; “c”"},
		{"nested inline", "<html><body><p>Quay <b>Hold<i>ings</i></b> Ltd.</p></body></html>", "Quay Holdings Ltd."},
		{"soft hyphens", "<html><body><p>Har&shy;bour&#8203;master</p></body></html>", "Harbourmaster"},
		{"advertisement", "<html><body><p>Quay Holdings belongs to Tolland Trust.</p><div class=\"ad box\">Buy now</div><p>The bank lent it.</p></body></html>", "Quay Holdings belongs to Tolland Trust.|The bank lent it."},
		{"class that the article has", "<html><body><div class=\"social\"><p>Quay Holdings belongs to Tolland Trust.</p></div></body></html>", "Quay Holdings belongs to Tolland Trust."},
		{"table", "<html><body><table><tr><td>A</td><td>owns</td><td>B</td></tr></table></body></html>", "A owns B"},
		{"XHTML", "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>One.</p></body></html>", "One."},
	}
	for _, test := range tests {
		a := read(t, "page.html", []byte(test.data))
		if got := strings.Join(a.Blocks, "|"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestReadMarkdown(t *testing.T) {
	a := read(t, "article.md", []byte("---\ntitle: Who owns the quay\nauthor: [A. Writer, B. Other]\ndate: 2019-05-02\nurl: https://post.example/quay\n---\n\n"+
		"# Who owns the quay\n\nQuay Holdings belongs to [Tolland Trust](https://post.example/tolland), and\n*Tolland Trust* belongs to **Peter\\_Reiss** &amp; Sons.\n\n"+
		"![The north quay](q.jpg \"The north quay. Photo: A. Smith\")\n\n> “I have never owned\n> a quay.”\n\n- One\n- Two `code`\n\n| a | b |\n|---|---|\n| c | d |\n"))
	same(t, "blocks", a.Blocks, []string{
		"Who owns the quay",
		"Quay Holdings belongs to Tolland Trust, and Tolland Trust belongs to Peter_Reiss & Sons.",
		"“I have never owned a quay.”", "One", "Two code", "a b", "c d",
	})
	same(t, "captions", a.Captions, []string{"The north quay. Photo: A. Smith"})
	same(t, "metadata", []string{a.Title, a.Author, a.Date, a.URL}, []string{"Who owns the quay", "A. Writer, B. Other", "2019-05-02", "https://post.example/quay"})

	if a := read(t, "article.txt", []byte("# A headline\n\nSee [this](https://a.example).\n")); a.Form.String() != "Markdown" || a.Title != "A headline" {
		t.Errorf("Markdown that is called .txt: got %+v", a)
	}
}

// docx returns a document whose parts have the given content.
func docx(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordStart = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`

func TestReadDocx(t *testing.T) {
	a := read(t, "article.docx", docx(t, map[string]string{
		"word/document.xml": wordStart + `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Who owns the quay</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Quay Holdings </w:t></w:r><w:del><w:r><w:delText>is said to belong</w:delText></w:r></w:del><w:ins><w:r><w:t>belongs</w:t></w:r></w:ins><w:r><w:br/><w:t>to Tolland&#160;Trust.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>The north quay.</w:t></w:r></w:p>
<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent><w:instrText>HYPERLINK</w:instrText></w:r></w:p></w:body></w:document>`,
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>A. Writer</dc:creator></cp:coreProperties>`,
	}))
	same(t, "blocks", a.Blocks, []string{"Who owns the quay", "Quay Holdings belongs to Tolland Trust.", "A", "B", "once"})
	same(t, "captions", a.Captions, []string{"The north quay."})
	same(t, "metadata", []string{a.Title, a.Author}, []string{"Who owns the quay", "A. Writer"})
}

func TestReadPlain(t *testing.T) {
	wrapped := "Who owns the quay\n\nQuay Holdings belongs to Tolland\nTrust, and Tolland Trust belongs to\nPeter Reiss.\n"
	tests := []struct {
		name, data string
		verbatim   bool
		want       string
	}{
		{"a paragraph a line", "Who owns the quay\n\nQuay Holdings belongs to Tolland Trust.\nThe bank lent the money.\n", true, "Who owns the quay|Quay Holdings belongs to Tolland Trust.|The bank lent the money."},
		{"long lines", strings.Repeat("word ", 60) + "end.\n" + strings.Repeat("word ", 50) + "end.\n", true, strings.Repeat("word ", 60) + "end.|" + strings.Repeat("word ", 50) + "end."},
		{"wrapped", wrapped, false, "Who owns the quay|Quay Holdings belongs to Tolland Trust, and Tolland Trust belongs to Peter Reiss."},
		{"wrapped, Windows' lines", strings.ReplaceAll(wrapped, "\n", "\r\n"), false, "Who owns the quay|Quay Holdings belongs to Tolland Trust, and Tolland Trust belongs to Peter Reiss."},
		{"wrapped, with first lines indented", "   Quay\n   The bank lent the money to the new\ntenant, who had never paid it back\nto anybody.\n   Trust.\n   Quay Holdings belongs to Tolland in\nPortwick.\n", false, "Quay|The bank lent the money to the new tenant, who had never paid it back to anybody.|Trust.|Quay Holdings belongs to Tolland in Portwick."},
		{"wrapped without blank lines", "The bank lent the money to the new\ntenant, who had never paid it back\nto anybody.\nQuay Holdings belongs to Tolland in\nPortwick.\n", false, "The bank lent the money to the new tenant, who had never paid it back to anybody.|Quay Holdings belongs to Tolland in Portwick."},
		{"short lines that are paragraphs", "Anna signed it.\nShe denies it.\nPeter Reiss owns the quay, they say.\nThe bank paid.\n", true, "Anna signed it.|She denies it.|Peter Reiss owns the quay, they say.|The bank paid."},
		{"hyphen at the end of a line", "The tenant had been asked to co-\noperate with the clerks, and was\nin no hurry.\n", false, "The tenant had been asked to co-operate with the clerks, and was in no hurry."},
	}
	for _, test := range tests {
		a := read(t, "article.txt", []byte(test.data))
		if got := strings.Join(a.Blocks, "|"); got != test.want || a.Verbatim != test.verbatim {
			t.Errorf("%s: got %q, verbatim %v, want %q", test.name, got, a.Verbatim, test.want)
		}
	}
}

func TestReadEncodings(t *testing.T) {
	const text = "How a mayor’s brother came to own the quay\n\n“I have never owned a quay,” he said for €40.\n"
	units := utf16.Encode([]rune(text))
	little, big := []byte("\xff\xfe"), []byte("\xfe\xff")
	for _, u := range units {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
	}
	windows := []byte(strings.NewReplacer("’", "\x92", "“", "\x93", "”", "\x94", "€", "\x80").Replace(text))
	tests := []struct {
		name, note string
		data       []byte
	}{
		{"UTF-8", "", []byte(text)},
		{"UTF-8 with a mark", "", []byte("\ufeff" + text)},
		{"UTF-16, little end first", "UTF-16", little},
		{"UTF-16, big end first", "UTF-16", big},
		{"UTF-16 without a mark", "UTF-16", little[2:]},
		{"Windows-1252", "Windows-1252", windows},
	}
	want := []string{"How a mayor’s brother came to own the quay", "“I have never owned a quay,” he said for €40."}
	for _, test := range tests {
		a := read(t, "article.txt", test.data)
		same(t, test.name, a.Blocks, want)
		if got := fmt.Sprint(a.Notes); !strings.Contains(got, test.note) || a.Verbatim != (test.note == "") {
			t.Errorf("%s: notes %q, verbatim %v", test.name, got, a.Verbatim)
		}
	}
	a := read(t, "p.html", []byte("<html><head><meta charset=\"iso-8859-2\"></head><body><p>\xa3\xf3d\xbc</p></body></html>"))
	same(t, "declared", a.Blocks, []string{"Łódź"})
}

// isRefused reports whether an error is a [*intake.Refused].
func isRefused(err error) bool {
	var refused *intake.Refused
	return errors.As(err, &refused)
}

func TestReadReportsHTMLOnce(t *testing.T) {
	a := read(t, "a.md", []byte("One.\n\n<div>a</div>\n\nTwo.\n\n<div>b</div>\n"))
	if len(a.Notes) != 1 {
		t.Errorf("got the notes %q, want one", a.Notes)
	}
}

func TestReadRefuses(t *testing.T) {
	bomb := docx(t, map[string]string{"word/document.xml": wordStart + strings.Repeat("<w:p/>", 8<<20)})
	tests := []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"PDF", "a.pdf", []byte("%PDF-1.4\nQuay Holdings"), "it is a PDF"},
		{"PDF that is called .txt", "a.txt", []byte("\n%PDF-1.4\n"), "it is a PDF"},
		{"RTF", "a.rtf", []byte(`{\rtf1 Quay Holdings}`), "it is RTF; open it in a word processor and save it as .docx"},
		{"old Word", "a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "save it as .docx"},
		{"OpenDocument", "a.odt", docx(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument"},
		{"another archive", "a.zip", docx(t, map[string]string{"a.txt": "text"}), "it is an archive, but not a .docx"},
		{"a .docx that is none", "a.docx", []byte("Quay Holdings"), "it has the extension of a .docx, but is not one"},
		{"a .docx that is cut off", "a.docx", docx(t, map[string]string{"word/document.xml": wordStart})[:60], "damaged"},
		{"a .docx with bad XML", "a.docx", docx(t, map[string]string{"word/document.xml": wordStart + "<w:p></w:q>"}), "damaged"},
		{"a .docx without text", "a.docx", docx(t, map[string]string{"word/document.xml": wordStart + "</w:body></w:document>"}), "no text was found"},
		{"a bomb", "a.docx", bomb, "unpacks to more than 32 MiB"},
		{"MHTML", "a.mhtml", []byte("From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"\n"), "save the page as “HTML only”"},
		{"a picture", "a.txt", []byte("\x89PNG\r\n\x1a\n\x00"), "it is a picture"},
		{"no text", "a.txt", []byte("abc\x00def\x01"), "it is not text"},
		{"an odd encoding", "a.txt", []byte("\x81\x8d\xff abc"), "neither UTF-8, UTF-16 nor Windows-1252"},
		{"nothing", "a.txt", nil, "no text was found"},
		{"a page without text", "a.html", []byte("<html><body><script>x</script></body></html>"), "no text was found"},
		{"too large", "a.txt", bytes.Repeat([]byte("a "), 5<<20), "larger than 8 MiB"},
		{"nested too deeply", "a.html", []byte("<html><body>" + strings.Repeat("<div>", 100_000)), "nested too deeply"},
		{"too many elements", "a.html", []byte("<html><body>" + strings.Repeat("<p>a", 300_000)), "too large or nested"},
		{"Markdown with too many links", "a.md", []byte(strings.Repeat("[a](", 100_000)), "too many links"},
		{"lists nested too deeply", "a.md", []byte("- a\n" + strings.Repeat(" ", 3000) + "- b\n"), "nested too deeply"},
		{"Markdown nested too deeply", "a.md", []byte(strings.Repeat("> ", 100_000) + "a"), "nested too deeply"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			a, err := intake.Read(test.file, test.data)
			if err == nil || !isRefused(err) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %+v, %v, want %q", a, err, test.want)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// TestReadHostilePages reads pages that are designed to take long or to smuggle HTML
// in: reading ends in time, and their text stays plain text.
func TestReadHostilePages(t *testing.T) {
	pages := map[string]string{
		"many paragraphs": "<html><body>" + strings.Repeat("<p>Quay Holdings belongs to Tolland Trust, it is said.</p>", 10_000),
		"nested":          "<html><body>" + strings.Repeat("<div><p>Quay Holdings, and more, and more.</p>", 300),
		"nested JSON":     `<html><head><script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 5000) + "</script></head><body><p>One.</p></body></html>",
		"markup in text":  "<html><body><p>&lt;script&gt;alert(1)&lt;/script&gt; One.</p></body></html>",
		"bad addresses":   `<html><head><link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://user:pw@evil.example/"></head><body><p>One.</p></body></html>`,
		"odd bytes":       "<html><body><p>One.\x00\u202etwo</p></body></html>",
	}
	for name, data := range pages {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a, err := intake.Read("a.html", []byte(data))
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
			if err != nil {
				if !isRefused(err) {
					t.Error(err)
				}
				return
			}
			if a.URL != "" || strings.ContainsAny(string(a.Text()), "\x00\u202e") {
				t.Errorf("got %q at %q", a.Text(), a.URL)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.html", []byte(page))
	f.Add("a.md", []byte("# A\n\n[b](c)"))
	f.Add("a.txt", []byte("one\ntwo"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		a, err := intake.Read(name, data)
		if err != nil {
			if !isRefused(err) {
				t.Error(err)
			}
			return
		}
		if len(a.Blocks) == 0 {
			t.Error("an article without text")
		}
		if a.Verbatim {
			return
		}
		for _, b := range append(a.Blocks, a.Captions...) {
			if strings.ContainsAny(b, "\n\r\x00") || strings.TrimSpace(b) == "" {
				t.Errorf("a block is %q", b)
			}
		}
	})
}

func ExampleRead() {
	a, err := intake.Read("page.html", []byte("<html><body><h1>The quay</h1><p>It is old.</p></body></html>"))
	fmt.Printf("%s%v\n", a.Text(), err)
	// Output:
	// The quay
	//
	// It is old.
	// <nil>
}
