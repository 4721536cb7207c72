package web_test

import (
	"bytes"
	"encoding/json"
	"testing"
)

// ownScript receives the script of a page.
type ownScript []byte

func (s *ownScript) add(script []byte) string { *s = script; return "page.1f.js" }

// read reads the data in the script.
func (s ownScript) read(t *testing.T, data any) {
	t.Helper()
	text, ok := bytes.CutPrefix(s, []byte("self.proxynetPage="))
	if !ok || json.Unmarshal(bytes.TrimSuffix(text, []byte(";\n")), data) != nil {
		t.Fatalf("the page's script is %.80q", string(s))
	}
}
