package publish_test

import (
	"crypto/sha256"
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"proxynet/web/site/publish"
)

// TestSingleFileLoadsNothing checks the page's policy, and that the page loads nothing.
func TestSingleFileLoadsNothing(t *testing.T) {
	out := filepath.Join(t.TempDir(), "tiny.html")
	o := publish.SingleOptions{Network: tiny(), Out: out}
	size, err := publish.Single(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	if size != len(data) {
		t.Errorf("it says %d bytes, and the file has %d", size, len(data))
	}
	if most := 2_900_000; size > most { // the program takes 2.6 MB of it; the page of a network of thirty nodes, 0.6 MB more
		t.Errorf("it has %d bytes, want at most %d", size, most)
	}
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1]
	for _, word := range []string{"'self'", "'unsafe-inline'", "connect-src", "http:", "https:"} {
		if strings.Contains(policy, word) {
			t.Errorf("the policy allows %s", word)
		}
	}
	for _, tag := range []string{"script", "style"} {
		found := regexp.MustCompile(`(?s)<`+tag+`(?: type="module"| media="print")?>(.*?)</`+tag+`>`).FindAllStringSubmatch(page, -1)
		if len(found) < 2 {
			t.Errorf("the page has %d elements <%s>", len(found), tag)
		}
		for _, e := range found {
			sum := sha256.Sum256([]byte(e[1]))
			if hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, hash) {
				t.Errorf("the policy does not allow the <%s> that begins %.40q", tag, e[1])
			}
		}
	}
	markup := regexp.MustCompile(`(?s)(<script[^>]*>).*?</script>`).ReplaceAllString(page, "$1")
	for _, tag := range regexp.MustCompile(`<(?:script|link|img|iframe)[^>]* (?:src|href)="([^"]*)"`).FindAllStringSubmatch(markup, -1) {
		if !strings.HasPrefix(tag[1], "data:") && !strings.HasPrefix(tag[1], "#") {
			t.Errorf("the page asks for %s", tag[1])
		}
	}
	if !strings.Contains(page, "The Go Authors") {
		t.Error("the licences of what others wrote are not in it")
	}

	if _, err := publish.Single(t.Context(), o); err == nil || !strings.Contains(err.Error(), "--force") {
		t.Errorf("it replaces the file unasked: %v", err)
	}
	o.Force = true
	if _, err := publish.Single(t.Context(), o); err != nil {
		t.Error(err)
	}
	again, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if string(again) != page {
		t.Error("two builds of one network differ")
	}
}
