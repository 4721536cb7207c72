package compile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Sections of a WebAssembly module (WebAssembly Core Specification, section 5.5).
const (
	functionSection = 3
	exportSection   = 7
	codeSection     = 10
	dataSection     = 11
)

// whole returns an error unless data is a complete WebAssembly module with the sections
// of every Go program. The Go toolchain reports success even if the disk was full, or a
// limit on file sizes cut its output off.
func whole(data []byte) error {
	rest, ok := bytes.CutPrefix(data, []byte("\x00asm\x01\x00\x00\x00"))
	if !ok {
		return errors.New("it does not begin as a WebAssembly module")
	}
	cut := fmt.Errorf("it is cut off after %d bytes", len(data))
	counts := map[byte]uint64{} // functions, exports and so on, by section
	for len(rest) > 0 {
		section := rest[0]
		size, n := binary.Uvarint(rest[1:]) // unsigned LEB128 is a varint
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return cut
		}
		content := rest[1+n:][:size]
		rest = rest[1+n:][size:]
		counts[section], n = binary.Uvarint(content)
		if n <= 0 {
			return cut
		}
		if section == codeSection || section == dataSection {
			if content = content[n:]; section == codeSection && !bodies(content, counts[section]) {
				return errors.New("its code is not complete")
			}
			if allZero(content) {
				return errors.New("a part of it was not written")
			}
		}
	}
	for _, section := range []byte{functionSection, exportSection, codeSection, dataSection} {
		if counts[section] == 0 {
			return cut
		}
	}
	if counts[functionSection] != counts[codeSection] {
		return fmt.Errorf("it declares %d functions and holds %d", counts[functionSection], counts[codeSection])
	}
	return nil
}

// bodies reports whether content is that many complete function bodies.
func bodies(content []byte, count uint64) bool {
	const end = 0x0b
	for range count {
		size, n := binary.Uvarint(content)
		if n <= 0 || size == 0 || size > uint64(len(content)-n) || content[n:][size-1] != end {
			return false
		}
		content = content[n:][size:]
	}
	return len(content) == 0
}

// allZero reports whether the end of a section was reserved and never written.
func allZero(content []byte) bool {
	const page = 4096
	tail := content[max(0, len(content)-page):]
	return len(tail) == page && !slices.ContainsFunc(tail, func(b byte) bool { return b != 0 })
}

// withLicence returns a program with the licence of proxynet in a custom section,
// which engines ignore.
func withLicence(program, licence []byte) []byte {
	const name = "licence"
	content := append(binary.AppendUvarint(nil, uint64(len(name))), name...)
	content = append(content, licence...)
	program = binary.AppendUvarint(append(slices.Clip(program), 0), uint64(len(content)))
	return append(program, content...)
}
