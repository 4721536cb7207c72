package compile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// section is a part of a WebAssembly module.
type section struct {
	id      byte
	content []byte
}

// segment is a part of a program's initial memory.
type segment struct {
	offset uint64
	data   []byte
}

// end is the address after a segment.
func (s segment) end() uint64 { return s.offset + uint64(len(s.data)) }

// longestGap is the longest run of zeros between two segments, in bytes, that
// [joinSegments] stores instead of starting another segment.
const longestGap = 4096

// joinSegments returns the same program with fewer data segments. The Go linker
// starts another segment after eight zeros, up to the limit of 100,000. The offset
// of each hardly compresses, while zeros do: the viewer becomes 7 % smaller with
// Brotli. Memory is initialised to the same bytes.
func joinSegments(program []byte) ([]byte, error) {
	sections, err := split(program)
	if err != nil {
		return nil, err
	}
	for i, s := range sections {
		if s.id != dataSection {
			continue
		}
		segments, err := readSegments(s.content)
		if err != nil {
			return nil, err
		}
		sections[i].content = appendSegments(nil, join(segments))
	}
	joined := slices.Clone(program[:moduleHeader])
	for _, s := range sections {
		joined = binary.AppendUvarint(append(joined, s.id), uint64(len(s.content)))
		joined = append(joined, s.content...)
	}
	return joined, nil
}

// moduleHeader is the length of a module's magic number and version.
const moduleHeader = 8

// split returns the sections of a module in their order.
func split(program []byte) ([]section, error) {
	var all []section
	for rest := program[min(moduleHeader, len(program)):]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return nil, errors.New("a section is cut off")
		}
		all = append(all, section{rest[0], rest[1+n:][:size]})
		rest = rest[1+n:][size:]
	}
	return all, nil
}

// Parts of a data segment (WebAssembly Core Specification, sections 5.4 and 5.5.14).
const (
	activeSegment = 0x00 // of memory 0, copied there when the program starts
	constI32      = 0x41
	endExpression = 0x0b
)

// readSegments returns the segments of a data section, by offset. It fails unless
// all are active, at constant offsets.
func readSegments(content []byte) ([]segment, error) {
	count, n := binary.Uvarint(content)
	if n <= 0 {
		return nil, errors.New("the data section is empty")
	}
	content = content[n:]
	segments := make([]segment, 0, min(count, uint64(len(content))))
	for i := range count {
		rest, ok := bytes.CutPrefix(content, []byte{activeSegment, constI32})
		if !ok {
			return nil, fmt.Errorf("data segment %d has no constant offset", i)
		}
		offset, n := signed(rest)
		if n == 0 || n == len(rest) || rest[n] != endExpression {
			return nil, fmt.Errorf("data segment %d has no constant offset", i)
		}
		rest = rest[n+1:]
		size, n := binary.Uvarint(rest)
		if n <= 0 || size > uint64(len(rest)-n) {
			return nil, fmt.Errorf("data segment %d is cut off", i)
		}
		segments = append(segments, segment{uint64(uint32(offset)), rest[n:][:size]})
		content = rest[n:][size:]
	}
	slices.SortStableFunc(segments, func(a, b segment) int {
		return int(int64(a.offset) - int64(b.offset))
	})
	for i := 1; i < len(segments); i++ {
		if segments[i].offset < segments[i-1].end() {
			return nil, fmt.Errorf("two data segments overlap at %#x", segments[i].offset)
		}
	}
	return segments, nil
}

// join returns segments with at least longestGap zeros between them.
func join(segments []segment) []segment {
	var joined []segment
	for _, s := range segments {
		last := len(joined) - 1
		if last < 0 || s.offset-joined[last].end() >= longestGap {
			joined = append(joined, segment{s.offset, slices.Clone(s.data)})
			continue
		}
		gap := s.offset - joined[last].end()
		joined[last].data = append(append(joined[last].data, make([]byte, gap)...), s.data...)
	}
	return joined
}

// appendSegments appends a data section's content to b.
func appendSegments(b []byte, segments []segment) []byte {
	b = binary.AppendUvarint(b, uint64(len(segments)))
	for _, s := range segments {
		b = append(b, activeSegment, constI32)
		b = append(appendSigned(b, int32(uint32(s.offset))), endExpression)
		b = binary.AppendUvarint(b, uint64(len(s.data)))
		b = append(b, s.data...)
	}
	return b
}

// signed reads a signed LEB128 number of 32 bits and returns its length in bytes,
// 0 if it is incomplete.
func signed(b []byte) (int32, int) {
	var v int64
	for i, c := range b[:min(5, len(b))] {
		v |= int64(c&0x7f) << (7 * i)
		if c&0x80 == 0 {
			if c&0x40 != 0 {
				v |= -1 << (7 * (i + 1))
			}
			return int32(v), i + 1
		}
	}
	return 0, 0
}

// appendSigned appends a signed LEB128 number to b.
func appendSigned(b []byte, v int32) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}
