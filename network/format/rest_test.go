package format_test

import (
	"fmt"
	"strings"
	"testing"

	"proxynet/network/format"
)

// TestRestIsKeptOrReported imports a node with more values than fit into a summary: each
// value is complete in it, or its name is in the report.
func TestRestIsKeptOrReported(t *testing.T) {
	for _, word := range []string{"value", "مقدار", "値"} {
		var b strings.Builder
		for i := range 40 {
			fmt.Fprintf(&b, `,"f%d":"%s %d"`, i, strings.Repeat(word, 4), i)
		}
		n, losses, err := parse("nodelink", `{"nodes":[{"id":"a"`+b.String()+`}]}`, format.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		report, left := strings.Join(losses.Lines(), "\n"), 0
		for i := range 40 {
			kept := strings.Contains(n.Nodes[0].Summary, fmt.Sprintf("f%d %s %d", i, strings.Repeat(word, 4), i))
			if !kept && !lists(report, fmt.Sprintf("f%d", i)) {
				t.Errorf("f%d is lost silently: %s", i, report)
			}
			if !kept {
				left++
			}
		}
		if size := len([]rune(n.Nodes[0].Summary)); size > 401 || size < 350 || left == 0 || left == 40 {
			t.Errorf("%s: a summary of %d characters lacks %d values", word, size, left)
		}
	}
}
