package language_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"proxynet/web/language"
)

func TestKeysOf(t *testing.T) {
	script := []byte("a(t('share.copy'), t(\"count.passages\", { n }), t(`month.${m}`), t('share.copy'), cut('x.y'), t(key))")
	want := []string{"share.copy", "count.passages", "month."}
	if got := language.KeysOf(script); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestScriptKeys checks that en.json has every string that a script uses.
func TestScriptKeys(t *testing.T) {
	var seen int
	scripts, err := filepath.Glob("../*/*.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range scripts {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(name, ".test.") {
			continue
		}
		for _, key := range language.KeysOf(data) {
			seen++
			group, rest, _ := strings.Cut(key, ".")
			strings := language.All[0].Subset([]string{key})[group]
			if _, ok := strings[rest]; !ok && (rest != "" || len(strings) == 0) {
				t.Errorf("%s uses %q, which en.json does not have", name, key)
			}
		}
	}
	if seen < 10 {
		t.Errorf("found only %d strings in scripts", seen)
	}
}
