package lint_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file/lint"
)

// TestTranslations checks a translation with missing texts, one older than its
// original, and one without its original.
func TestTranslations(t *testing.T) {
	dir := t.TempDir()
	translation := `format: 1
translates: list
lang: fa
title: {en: A list of ties, fa: فهرست پیوندها}
summary: {en: Who knew whom., fa: چه کسی چه کسی را می‌شناسد.}
nodes:
  a: {label: الف}
`
	for name, text := range map[string]string{"n.yaml": list, "n.fa.yaml": translation} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := lint.Run(filepath.Join(dir, "n.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range r.Findings {
		if strings.HasSuffix(f.File, ".fa.yaml") {
			got = append(got, strings.TrimPrefix(f.Text(), dir+string(filepath.Separator)))
		}
	}
	for _, want := range []string{
		"n.fa.yaml:5: warning: the original of its summary has changed since it was translated: Who [-knew-] {+knows+} whom.; update the translation, and copy the new original to “en:” [older-translation]",
		"n.fa.yaml:7: warning: a: the original of its label is not given; write “label: {en: the original, fa: its translation}”, so that check notices when the original changes [older-translation]",
		"n.fa.yaml: warning: b: it is not translated into fa (label, summary); “proxynet translate” adds the lines to fill in; until then, pages show the original [untranslated]",
	} {
		found := false
		for _, line := range got {
			found = found || line == want
		}
		if !found {
			t.Errorf("there is no\n%s\nin\n%s", want, strings.Join(got, "\n"))
		}
	}
	if !r.Showable() {
		t.Error("a network whose translation lacks a text is not shown")
	}
}
