package site_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"proxynet/web/site"
)

// TestDense encodes data of several lengths and kinds as text. web/single/load.test.js
// decodes the same cases.
func TestDense(t *testing.T) {
	const golden = "../single/testdata/dense.json"
	random := rand.New(rand.NewPCG(1, 2))
	var all [][]byte
	for length := range 40 {
		some := make([]byte, length)
		for i := range some {
			some[i] = byte(random.Uint32())
		}
		all = append(all, some, make([]byte, length), bytes.Repeat([]byte{0xff}, length), bytes.Repeat([]byte("<"), length), bytes.Repeat([]byte("\x0d\x1a\x34\x68\xd1\xa3\x46"), length))
	}
	cases := [][2]string{}
	for _, data := range all {
		text := site.Dense(data)
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\r<") {
			t.Errorf("%x: %q is no safe text", data, text)
		}
		if most := (len(data)*8+6)/7 + 1; len(text) > most {
			t.Errorf("%x: it takes %d bytes, want at most %d", data, len(text), most)
		}
		cases = append(cases, [2]string{hex.EncodeToString(data), text})
	}
	got, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what is written now (%v); run the test with -update", golden, err)
	}
}
