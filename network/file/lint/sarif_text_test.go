package lint_test

import (
	"encoding/json"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/lint"
	"proxynet/network/message"
)

// TestSARIFTextIsLiteral checks that placeholders and links of SARIF and control
// characters of terminals are escaped.
func TestSARIFTextIsLiteral(t *testing.T) {
	r := &lint.Result{Findings: []lint.Finding{{Diagnostic: file.Diagnostic{
		File: "n.yaml", Line: 1, ID: "a{0}", Rule: file.RuleMisquote, Problem: message.New("it has [this](1) \x1b[2J\u202e"), Fix: message.New("write {1}"),
		Diff: []file.Edit{{Op: file.Drop, Text: "old "}, {Op: file.Add, Text: "new\u009b"}},
	}, Level: lint.Error}}}
	var b strings.Builder
	if err := r.Write(&b, "sarif"); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Results []struct{ Message struct{ Text string } }
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &log); err != nil {
		t.Fatal(err)
	}
	const want = `a{{0}}: it has [this\](1) \u001b[2J\u202e; write {{1}}` + "\n" + `[-old-] {{+new\u009b+}}`
	if got := log.Runs[0].Results[0].Message.Text; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
