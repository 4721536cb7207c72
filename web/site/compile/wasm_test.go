package compile_test

import (
	"bytes"
	"strings"
	"testing"

	"proxynet/web/site/compile"
	"proxynet/web/site/programs"
)

// module returns a small WebAssembly module with all sections of a Go program.
func module() []byte {
	return bytes.Join([][]byte{
		[]byte("\x00asm\x01\x00\x00\x00"),
		{1, 4, 1, 0x60, 0, 0},               // types: one, without parameters or results
		{3, 3, 2, 0, 0},                     // functions: two of that type
		{5, 3, 1, 0, 1},                     // memory: one page
		{7, 5, 1, 1, 'r', 0, 0},             // exports: the first function
		{10, 7, 2, 2, 0, 0x0b, 2, 0, 0x0b},  // code: two empty bodies
		{11, 7, 1, 0, 0x41, 0, 0x0b, 1, 42}, // data: one byte
	}, nil)
}

// TestTruncatedProgramIsDetected truncates a program at every byte.
func TestTruncatedProgramIsDetected(t *testing.T) {
	program := module()
	if err := compile.Whole(program); err != nil {
		t.Fatalf("the whole: %v", err)
	}
	for n := range program {
		if compile.Whole(program[:n]) == nil {
			t.Errorf("cut off after %d of %d bytes, it passes", n, len(program))
		}
	}
	for name, change := range map[string]func(p []byte){
		"no module":                 func(p []byte) { p[0] = 'x' },
		"another version":           func(p []byte) { p[4] = 2 },
		"a body that does not end":  func(p []byte) { p[bytes.LastIndex(p, []byte{2, 0, 0x0b, 11})+2] = 0 },
		"a function without a body": func(p []byte) { p[bytes.Index(p, []byte{3, 3, 2})+2] = 3 },
	} {
		broken := bytes.Clone(program)
		change(broken)
		if compile.Whole(broken) == nil {
			t.Errorf("%s: it passes", name)
		}
	}
}

// TestTruncatedCompilerOutputIsRefused simulates a full disk: the go command reports
// success, but the program is truncated.
func TestTruncatedCompilerOutputIsRefused(t *testing.T) {
	p, err := programs.Get(t.Context(), func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	for name, program := range map[string][]byte{"viewer": p.Viewer, "layout": p.Layout} {
		if err := compile.Whole(program); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !strings.Contains(string(program), "Copyright (c) 2026 the proxynet authors") {
			t.Errorf("%s has no licence of proxynet", name)
		}
		for n := 0; n < len(program)-2000; n += len(program)/500 + 1 { // the licence is last
			if compile.Whole(program[:n]) == nil {
				t.Errorf("%s, cut off after %d of %d bytes, passes", name, n, len(program))
			}
		}
	}
}
