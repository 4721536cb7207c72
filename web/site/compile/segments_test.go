package compile_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"proxynet/web/site/compile"
)

// withData returns a module with this data section.
func withData(content ...byte) []byte {
	return append([]byte("\x00asm\x01\x00\x00\x00\x05\x03\x01\x00\x01\x0b"), append([]byte{byte(len(content))}, content...)...)
}

func TestSegmentsAreJoinedOverShortGaps(t *testing.T) {
	far := []byte{0x80, 0xc0, 0x00} // 8192 as signed LEB128
	program := withData(slices.Concat(
		[]byte{4},
		[]byte{0, 0x41, 12, 0x0b, 1, 7}, // out of order
		[]byte{0, 0x41, 1, 0x0b, 2, 5, 6},
		[]byte{0, 0x41, 13, 0x0b, 1, 8},
		[]byte{0, 0x41}, far, []byte{0x0b, 1, 9},
	)...)
	want := withData(slices.Concat(
		[]byte{2},
		[]byte{0, 0x41, 1, 0x0b, 13, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 8},
		[]byte{0, 0x41}, far, []byte{0x0b, 1, 9},
	)...)
	got, err := compile.JoinSegments(program)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %x, %v; want %x", got, err, want)
	}
}

func TestUnknownSegmentsAreRefused(t *testing.T) {
	for _, test := range []struct {
		name, want string
		content    []byte
	}{
		{"passive", "no constant offset", []byte{1, 1, 1, 5}},
		{"computed offset", "no constant offset", []byte{1, 0, 0x23, 0, 0x0b, 1, 5}},
		{"endless offset", "no constant offset", []byte{1, 0, 0x41, 0x80}},
		{"cut off", "cut off", []byte{1, 0, 0x41, 0, 0x0b, 9, 5}},
		{"overlap", "overlap", []byte{2, 0, 0x41, 0, 0x0b, 2, 5, 6, 0, 0x41, 1, 0x0b, 1, 7}},
	} {
		if _, err := compile.JoinSegments(withData(test.content...)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v; want %q", test.name, err, test.want)
		}
	}
}
