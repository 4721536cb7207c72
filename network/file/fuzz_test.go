package file_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file"
)

// FuzzRead reads any bytes as a network and, where they are one, checks its
// quotes against an article. Nothing may panic, and every fault must say all
// that a fault says, in one line.
func FuzzRead(f *testing.F) {
	article, err := os.ReadFile("testdata/harbour.txt")
	if err != nil {
		f.Fatal(err)
	}
	paths, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, article)
	}
	f.Fuzz(func(t *testing.T, data, article []byte) {
		d, err := file.Read("f", data)
		faults := file.Faults(nil)
		if err != nil && !errors.As(err, &faults) {
			t.Fatalf("got a %T, want Faults", err)
		}
		if err == nil {
			a, unread := file.ReadArticle("a", article)
			faults = unread
			if unread == nil {
				articles := file.Articles{}
				for _, s := range d.Network.Sources {
					articles[s.ID] = a
				}
				_, faults = d.CheckQuotes(articles)
			}
		}
		for _, fault := range faults {
			if fault.File == "" || fault.Problem == "" || fault.Mend == "" || strings.Contains(fault.Error(), "\n") {
				t.Errorf("a fault that is not whole: %#v", fault)
			}
		}
	})
}
